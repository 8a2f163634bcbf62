# ruff: noqa: E501 - tables
"""Signs on the paper itself: secrecy marks and juvenile work (Art 4), internal documents under any name (Art 18(P2))."""

from anxin.regulation import disclosure
from anxin.regulation.case import Case

CASE = Case((), True, True)

INTERNAL = ["审查报告", "审结报告", "终结报告", "复查报告", "初查报告", "调查报告", "情况报告", "评估报告", "汇报", "请示", "批复", "审查意见书", "审查逮捕意见书", "审查提纲", "讨论笔录", "讨论记录", "案件讨论", "会议记录", "会议纪要", "联席会议", "检委会", "检察委员会", "审批表", "审批单", "审批件", "呈批表", "呈批件", "量刑建议审批", "签批", "登记表", "审查表", "备案表", "答复意见", "阅卷笔录", "阅卷摘要", "工作记录", "工作笔记", "讯问提纲", "出庭预案", "答辩提纲", "举证提纲", "质证提纲", "线索评估", "内部文件", "内部资料", "内部材料", "内部传阅", "内部工作", "内部使用", "内部参考"]
FORMS = ["承办人意见：", "承办人审查意见", "部门负责人意见：", "部门负责人审批意见", "分管副检察长意见", "分管检察长意见", "检察长审批意见", "检察长批示"]

# where | what stands there | article of the refusal, or - when it is harmless
ROWS = """
title   | 起诉书（绝密）                              | 4
title   | 机密 起诉书                                 | 4
title   | 秘密：起诉书                                | 4
title   | 机　密　起诉书                              | 4
title   | 绝密起诉书                                  | 4
title   | 起诉书 密级：绝密10年                       | 4
title   | 起诉书密级：机密五年                        | 4
title   | 起诉书密级：秘密一年                        | 4
title   | 起诉书密级：内部                            | 4
title   | 某案绝密★长期                              | 4
title   | 某案机密★20年                              | 4
title   | 某案秘密★10年                              | 4
title   | 绝密级起诉书                                | 4
title   | 本件为绝密级文书                            | 4
title   | 本件为机密级文书                            | 4
title   | 本件为秘密级文书                            | 4
type    | 起诉书（机密）                              | 4
number  | 京朝检刑诉〔2014〕3号（秘密）               | 4
heading | 机密★10年                                  | 4
heading | 密级：秘密                                  | 4
number  | 京朝绝密〔2014〕3号                         | 4
number  | 京朝机密〔2014〕3号                         | 4
number  | 京朝秘密〔2014〕3号                         | 4
number  | 京朝检密刑诉〔2014〕3号                     | 4
number  | 京朝检刑密诉[2014]3号                       | 4
title   | 起诉书（张某某侵犯商业秘密案）              | -
title   | 起诉书（张某某故意泄露国家秘密案）          | -
title   | 起诉书（张某某非法持有国家绝密、机密文件案）| -
title   | 秘密窃取他人财物案起诉书                    | -
number  | 京密检刑诉〔2014〕3号                       | -
number  | 新密检刑诉（2014）3号                       | -
number  | 高密检公诉刑诉[2014]3号                     | -
text    | 被告人以秘密手段窃取机密                    | -
number  | 京朝检未检刑诉〔2014〕3号                   | 4
number  | 京朝检未刑诉〔2014〕3号                     | 4
number  | 京朝检刑未诉〔2014〕3号                     | 4
number  | 京朝检少刑诉〔2014〕3号                     | 4
number  | 京朝未检〔2014〕3号                         | 4
number  | 京朝未刑诉〔2014〕3号                       | 4
number  | 京朝未刑不诉〔2014〕3号                     | 4
number  | 京朝未捕受〔2014〕3号                       | 4
number  | 京朝未起诉受〔2014〕3号                     | 4
number  | 京朝少检〔2014〕3号                         | 4
title   | 未检部门起诉书                              | 4
type    | 未检起诉书                                  | 4
heading | 京朝检未检刑诉〔2014〕3号                   | 4
title   | 血液中未检出毒品一案起诉书                  | -
title   | 未检验产品案起诉书                          | -
title   | 未检测案起诉书                              | -
title   | 未检查案起诉书                              | -
title   | 未检见案起诉书                              | -
title   | 减少检验案起诉书                            | -
title   | 缺少检疫案起诉书                            | -
title   | 附条件不起诉决定书（李某某）                | 4
type    | 附条件不起诉决定书                          | 4
heading | 附 条 件 不 起 诉 决 定 书                  | 4
number  | 京朝检刑附不诉〔2014〕3号                   | 4
title   | 附条件不诉决定                              | 4
number  | 京朝检刑附民诉〔2014〕3号                   | -
title   | 提供虚假评估报告案起诉书                    | -
title   | 出具虚假调查报告案起诉书                    | -
type    | 公诉案件审查报告                            | 18(P2)
number  | 京朝检委会纪要〔2014〕3号 检委会            | 18(P2)
heading | 关于张某某盗窃案的审 查 报 告               | 18(P2)
body    | 经本院检察委员会讨论决定                    | -
body    | 评估报告评字第5854494146号。                | -
body    | 提请复查报告                                | -
text    | 经本院检察委员会讨论决定，对张某某不起诉。  | -
title   | 起诉书（张某某盗窃案）                      | -
text    | 现场照片和会议记录等书证证实上述事实，足以认定，各方均无异议，且与其他证据互相印证。 | -
"""


def _decide(where, value, rules):
    inputs = {"doc_type": "起诉书", "title": "", "number": "", "text": ""}
    place = {"type": "doc_type", "heading": "text", "body": "text"}.get(where, where)
    inputs[place] = f"{value}\n\n被告人张某某，男。" if where == "heading" else value
    if where == "body":
        inputs["text"] = f"某县人民检察院\n起诉书\n被告人张某某，男。\n{value}\n某年某月某日"
    if where == "text":
        inputs["text"] = "起诉书\n" + "被告人的基本情况如下所述，以下内容均经查证属实并已告知各方当事人及其诉讼代理人知悉。" + value
    return disclosure.decide(inputs["doc_type"], inputs["title"], inputs["number"], CASE, rules, inputs["text"])


def rows():
    for line in ROWS.strip().splitlines():
        where, value, article = (cell.strip() for cell in line.split("|"))
        yield where, value, article
    yield from (("title", f"张某某盗窃案{word}", "18(P2)") for word in INTERNAL)
    yield from (("text", form, "18(P2)") for form in FORMS)


def failures(rules):
    found = []
    for where, value, article in rows():
        got = _decide(where, value, rules)
        expected = ("publish", "18(1)") if article == "-" else ("refuse", article)
        if (got.outcome, got.article) != expected:
            found.append(f"{where} {value}: {got.outcome} {got.article}")
    return found
