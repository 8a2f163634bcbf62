"""Words that name a person's role in a case document, and what stands around a name.

A left word stands right before a name (被害人张三), a right word right after it (张三的证言).
"""

from __future__ import annotations

import re
from functools import lru_cache

from anxin.redaction.lexicon import Words, alternation, words

_LEFT = {
    "defendant": "被告人 被告 原审被告人 原案被告人 同案被告人 犯罪嫌疑人 嫌疑人 罪犯 上诉人 原审上诉人 讯问了 讯问被告人",
    "non_prosecuted": "决定不起诉 决定对 被不起诉人 原案被不起诉人 被不起诉",
    "victim": "被害人 受害人 未成年被害人 被害女童 被害男童 被害儿童 被害女子 被害男子 死者 伤者 伤员 被害幼女 原案被害人 系被害人 "
    "附带民事诉讼原告人 失主 事主 受骗人 被骗人 债权人 幼女 女童 男童",
    "victim_rep": "法定代理人 被害人法定代理人 被害人的法定代理人 被害人之父 被害人之母 被害人父亲 被害人母亲 回家后告诉 回家告诉 放学后告诉",
    "minor_guardian": "监护人 未成年人监护人",
    "witness": "参赌人 参赌人员 收购人 知情人 邻居 会计 出纳 同事 吸毒人员 嫖娼人员 目击人 保管人 购毒人员 证人 证人名单 收受 目击者 目击证人 现场目击者 报案人 举报人 控告人 见证人 知情人 线索提供人 在场人 同车人 同住人 被询问人 复核了",
    "expert": "鉴定人 法医 司法鉴定人 鉴定人员 主检法医 鉴定专家 评估师 价格鉴定人 检验人 勘验人 有专门知识的人",
    "petitioner": "申诉人 自诉人 申请人 赔偿请求人",
    "lawyer": "辩护人 委托辩护人 辩护律师 值班律师 法律援助律师 指派律师 委托律师 诉讼代理人 代理人 委托代理人 代理律师 委托诉讼代理人 律师 申诉代理人 援助律师 阅卷律师 实习律师 助理律师 指定辩护人 指定律师 法律援助人员 法律帮助律师 原审辩护人 一审辩护人 二审辩护人 委托诉讼代理人 附带民事诉讼代理人",
    "official": "检察官 检察员 代理检察员 书记员 检察官助理 助理检察员 主任检察官 员额检察官 承办检察官 承办人 审判长 审判员 代理审判员 "
    "人民陪审员 陪审员 法官 法官助理 主审法官 检察长 副检察长 院长 副院长 侦查员 侦查人员 办案民警 民警 办案人 翻译 翻译人员 "
    "辅警 协警 交警 刑警 特警 巡警 法警 狱警 干警 警官 警员 检察干警 执法人员 执法队员 城管队员 办案人员 讯问人 讯问人员 提讯人 询问人 询问人员 记录员 勘验人员 勘查人员 搜查人员 检查人员 检查人 抓获民警 "
    "缉私民警 缉私警察 手语翻译 助理审判员 执行法官 驻所检察官 承办法官 承办民警 主办民警 接警民警 辨认主持人 核对人 编辑： 责任编辑 教导员 派出所指导员 刑警大队长 刑侦大队长 派出所所长 派出所副所长 交警大队长 刑警中队长 "
    "记录人 主办检察官 公诉人 值班民警 出警民警 出警人员 执勤民警 审查人 核稿人 核稿 签发 签发人 校对 校对人 拟稿 拟稿人 主任 复查人 副主任 主办侦查员",
    "": "连襟 妯娌 小叔子 小姑子 大舅哥 小舅子 内弟 内兄 姑妈 姑父 姨父 姨夫 舅妈 伯父 伯母 婶婶 侄女 外甥女 代驾 门卫 跑腿 跑腿小哥 骑手 外卖员 快递员 送货员 机主 开户人 承租人 热心人 牌友 病友 战友 校友 同事们 业主 住户 房客 审核岗 柜员 仓管员 押车员 厨师 学徒 徒弟 帮工 小工 包工头 工头 监工 班组长 搬运工 审计人员 装卸工 姓名 名单 租房人 销售人 购买人 买受人 受害方 司机 驾驶人 驾驶员 乘客 车主 保安 保安员 辅导员 店主 店员 老板 老板娘 房东 租客 租户 村民 居民 朋友 好友 同学 老乡 "
    "同乡 工友 室友 员工 工人 职工 经办人 负责人 法定代表人 法人代表 实际控制人 股东 财务人员 业务员 销售员 收银员 服务员 "
    "护士 医生 主治医师 教师 老师 班主任 学生 网友 男友 女友 男朋友 女朋友 情妇 情人 前妻 前夫 妻子 丈夫 其妻 其夫 其父 其母 其子 其女 "
    "其兄 其弟 其姐 其妹 父亲 母亲 儿子 女儿 哥哥 弟弟 姐姐 妹妹 表哥 表弟 表姐 表妹 堂哥 堂弟 堂兄 叔叔 舅舅 姑姑 姨妈 岳父 岳母 "
    "侄子 外甥 嫂子 姐夫 妹夫 儿媳 女婿 爷爷 奶奶 外公 外婆 亲属 亲友 近亲属 家属 行人 路人 群众 客户 顾客 买家 卖家 买主 上家 下家 "
    "中间人 介绍人 担保人 借款人 出借人 收款人 持卡人 户主 机主 同案人 同案犯 同伙 同案 在逃人员 卖淫女 嫖客 赌客 参赌人员 "
    "摊主 商户 经营者 承包人 包工头 组长 队长 村主任 村支书 书记 镇长 乡长 局长 科长 处长 经理 总经理 副总经理 董事长 主管 店长 "
    "社工 志愿者 快递员 外卖员 骑手 出租车司机 货车司机 网约车司机 租车人 收货人 发货人 联系人 接听者为 接警员 报警人 "
    "女子 男子 男青年 女青年 老人 老汉 女工 未婚妻 未婚夫 对象 继父 继母 养父 养母 生父 生母 债务人 原告 第三人 当事人 "
    "居委会主任 村委会主任 社区主任 业委会主任 车间主任 居委主任 村委主任 社区居委会主任 被讯问人 被检查人 被搜查人 被传唤人 被鉴定人 被辨认人 被监护人 受托人 委托人 接送人 同行人 陪同人员 拨打人 收件人 寄件人 户名 开户名 户名为 伙同 "
    # kinship to somebody named before
    "之父 之母 之妻 之夫 之子 之女 之兄 之弟 之姐 之妹 之祖父 之祖母 之外祖父 之外祖母 之岳父 之岳母 之叔 之舅 之姑 之姨 其父亲 其母亲 其妻子 其丈夫 其儿子 其女儿 "
    "其祖父 其祖母 其外公 其外婆 其叔 其舅 其嫂 其岳父 其岳母 其侄 其外甥 其养父 其养母 其继父 其继母 其男友 其女友 其前妻 其前夫 其朋友 其同事 其同学 其邻居 其老乡 其雇主 其员工",
}

# What is done to a person: a name follows, but so may a thing.
_DEEDS = (
    "辱骂 殴打 尾随 威胁 恐吓 追打 追赶 追砍 拦住 拦截 拦下 打倒 推倒 推搡 踢打 拳打 掌掴 捅伤 捅刺 砍伤 刺伤 刺中 砍中 击中 打中 撞上 撞到 撞死 致伤 劫持 绑架 拘禁 挟持 捆绑 强奸 猥亵 奸淫 搂抱 抱住 "
    "授意 判处 冻结 卖与 售给 售予 借给 还给 送给 交予 付给 汇给 汇至 转至 寄给 寄往 发给 递给 赔偿 退赔 赔付 欺骗 诱骗 哄骗 骗得 结伙 邀集 召集 叫来 喊来 找来 约来 跟随 陪同 搭载 载着 送往 找到 "
    "骗取 询问 告知 容留 雇佣 雇请 邀约 纠集 指使 撞倒 撞伤 打伤 辨认出 指认出 转给 交给 卖给 遇到 遇见 碰到 看见 听见 听到 联系 结识 通知 介绍给 引荐 委派 指派 安排 聘请 雇用 招募 拉拢 胁迫 教唆 唆使 怂恿 劝说 说服 告诉 通知了 认识 相识 嫁给 娶 迎娶"
)

_RIGHT = {
    "witness": "均证实 均证明 称听见 称看见 曾听 曾看见 代为保管 谋取利益 所送 证实 证明 辨认出 见证 发现后报案 得知后报案 得知后报警 发现后报警 上前劝阻 提供了 签字 签收 出具了证明 的证言 的证人证言 等人的证言 等证人的证言 证言 作证 的证词 询问笔录 的询问笔录 的书面证言",
    "victim": "不备 熟睡 停放的 的陈述 等人的陈述 陈述笔录 的陈述笔录 陈述 被害陈述 的报案陈述 的伤情 的损伤 的死因 的尸体 家属 亲属 近亲属 的法定代理人 至今未获赔偿 未获赔偿 的谅解 谅解 的损失 尸体 死亡 当场死亡 的家属 的尸检",
    "non_prosecuted": "的处理决定 的处理并无不当 的处理 不起诉决定 不起诉一案",
    "defendant": "取保候审 的供述 的辩解 等人的供述 讯问笔录 的讯问笔录 的供述与辩解 的供述和辩解 供述与辩解 的供述及辩解 涉嫌 的行为已构成 的行为触犯 "
    "的行为构成 自愿认罪 认罪认罚 的辩护人",
    "expert": "作出的鉴定意见 出具的鉴定意见 作出的鉴定 出具的鉴定 的鉴定意见 所作鉴定 等鉴定人",
    "lawyer": "律师",
    "official": "检察官 检察官助理 法官 法官助理 书记员 审判长 审判员 警官 独任",
    "": "外号 绰号 小名 曾用名 原名 提供的 家的 实名注册 辨认笔录 的辨认笔录 的证实 不服的 的代理人 的诉讼代理人 妻子 丈夫 儿子 女儿 母亲 父亲 的父亲 的母亲 的妻子 的丈夫 的儿子 的女儿 一案 伙同 到庭 "
    "到案 等人 等二人 等三人 等四人 等五人 对指控 对被告人 报案 报警 联系方式 的联系方式 的银行卡 的身份证 的护照 的邮箱 的电子邮件 的电子邮箱 的通信地址 的通讯地址 的住处 的住所 的家 的账号 的号码 的手机号 的户籍 的电动车 的摩托车 的轿车 的车辆 的存款 的QQ 的微信 的手机 的电话 的住址 "
    "称其 通过微信号 通过支付宝 的出生医学证明 的出生证明 作证称 当时 哭着 哭诉 愿意 案发时 当时正好 攀爬 撬锁 恰好 离开 赶到 赶来 路过 冒用 伪造 担任 获利 出生于 系未成年人 系被害人 提供其 的公民身份号码 的身份号码 的身份证号 谎称 驾驶 酒后 醉酒 签名 名下 账户 的账户 的账号 家中 家里 住处 住所 一家 "
    # what only a person does
    "自述 自称 供称 辩称 诉称 陈称 述称 指称 声称 坦白 供述 供认 辩解 交代 出示 目睹 目击 望风 家住 居住 居住在 现住 租住 暂住 户籍 拨打 报了警 随即 随后 闻讯 见状 上前 呼救 逃离 逃跑 逃至 逃往 窜至 潜入 翻墙 "
    "明知 拒不 不服 表示 认可 承认 否认 供认不讳 签署 出庭 未到庭 未能到庭 当庭 身亡 受伤 倒地 昏迷 送医 步行 骑行 乘坐 搭乘 持刀 持械 手持 徒手 趁机 乘机 伸手 抬手 "
    "以微信 以QQ 通过微信 用微信 用手机 使用微信 收取 支付 垫付 汇款 转账 借款 还款 退还 退赔 赔偿 委托 雇请 纠集 邀约 联系 结识 相约 约定 商量 经商量 事先商量 合谋 共谋 商议 目无 均作证 作证 "
    "酒醉 吸食 注射 贩卖 容留 患有 自愿 投案 自首 归案 到案后 落网 被抓 被抓获 被传唤 被刑事拘留 被取保 被逮捕 被打 被害 被骗 被盗 被抢 被撞 被砍 被捅",
}

# After a name in brackets or after a comma: this was a person.
PERSON_AFTER = re.compile(
    r"[（(](?:\+|0|1)[0-9 ]{2}|[，,](?:身份证|公民身份|居民身份|电话|手机|联系电话|住[^院宿]|长期居住|现住|家住|户籍)|[，,](?:男|女|[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日(?:出)?生)|[（(](?:男|女|住|现住|家住|电话|身份证|公民身份号码|绰号|外号|别名|化名|曾用名|又名|另案处理|已判决|已判刑|在逃|殁年|时年|生于|"
    r"[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日(?:出)?生|手机|联系电话|已死亡|已故|均另案|户籍|系被害人|系被告人|未成年|汉族|年仅|[0-9]{1,2}岁|"
    r"不起诉|取保候审|机主|微信|另处)"
)


@lru_cache(maxsize=1)
def titles() -> dict[str, str]:
    """Words for a person that stand right before the name, with the role they give."""
    return {word: role for role, line in _LEFT.items() for word in line.split()}


@lru_cache(maxsize=1)
def left_words() -> dict[str, str]:
    return titles() | dict.fromkeys(_DEEDS.split(), "")


@lru_cache(maxsize=1)
def right_words() -> dict[str, str]:
    return {word: role for role, line in _RIGHT.items() for word in line.split()}


# What a word for a trade or a kind of person ends with: 环卫工, 快递员, 摊贩, 目击者.
_TRADE = frozenset("工员师手者夫匠贩民户商客友伴婆练父母妻弟姐妹女婿媳叔舅姑姨嫂伯侄甥")
_KIN = frozenset("父母妻弟姐妹女婿媳叔舅姑姨嫂伯侄甥")
_RANKED = frozenset("大二三四五六小老长次幺堂表妻岳继养亲其之")
_ALWAYS = frozenset("工员者匠贩")


def ends_with_trade(text: str, at: int) -> bool:
    """Whether a word for a kind of person ends right before ``at`` (and no word crosses that place)."""
    last = text[at - 1 : at]
    if last not in _TRADE and last != "人" or at < 2 or text[at - 1 : at + 1] in words():
        return False
    if text[at - 2 : at] in words() or text[at - 3 : at] in words():
        return True
    if last in _KIN:
        return text[at - 2] in _RANKED
    return last in _ALWAYS and "\u3400" <= text[at - 2] <= "\u9fff"


_POST = re.compile("[（(][^（）()，。]{0,20}?(?:(律师)|侦查员|民警|警官|警员|检察官|检察员|法官|审判员|书记员|所长|局长|干警)[^（）()，。]{0,4}[）)]")
_ORGAN = re.compile("(?:公安局|分局|派出所|检察院|法院|公安处|监狱|看守所)的?$")
_FIRM = re.compile("(?:律师事务所|法律服务所|法律援助中心)的?$")
_IN_OFFICE = ("official", "lawyer", "expert")  # their titles hold for a whole list of names


@lru_cache(maxsize=1)
def _title_gap() -> re.Pattern[str]:
    """书记员张三, 检察员　张三, 民警张三、李四: a title and at most one name more before the name."""
    return re.compile(f"({alternation(titles())})[：: \u3000为系]{{0,4}}([\u3400-\u9fff \u3000]{{2,5}}[、 \u3000]{{1,4}})?$")


# a line that has nothing but a title and two names, the space between them closed: 检察员　张三　李四
_SIGNATURE = re.compile("(?:^|\n)[ \u3000]*(?:代理|助理|主任)?(?:检察[官员](?:助理)?|书记员|审判[员长]|(?:人民)?陪审员|法官(?:助理)?)[：:]?[\u3400-\u9fff]{2,4}$")
# 指派孙某为其辩护, 委托甲、乙作为诉讼代理人; 孙某，系某律师事务所律师
_ENGAGED = re.compile("(?:指派|委托|聘请|指定)(?:[\u3400-\u9fff]{2,4}[、和]){0,3}$")
_DEFENDS = re.compile("(?:[、和][\u3400-\u9fff]{2,4}){0,4}(?:律师)?(?:为其|作为|担任)[^，。；]{0,8}?(?:辩护|代理人|法律(?:帮助|援助))")
_OF_FIRM = re.compile("[，,、]?(?:[均系是为]{0,2})[^，。；、（）\n]{2,14}(?:律师事务所|法律援助中心)[^，。；、]{0,4}律师")
_ASSISTS = re.compile("承办[，、]?$")


# 检察官甲和乙共同出庭: what those in office do together
_TOGETHER = re.compile(
    "[\u3400-\u9fff]{2,4}?(?:共同|依法|出庭|出席|出具|制作|讯问|询问|承办|承担|办理|审查|抓获|到场|赶到|赶赴|签名|签字|提审|提讯|出警|接警|巡逻|执勤|组成|参加|将其|在场|的(?:情况说明|到案经过|抓获经过))"
)


def called_lawyer(text: str, end: int) -> bool:
    """李四|律师, not 李四|律师事务所."""
    return text.startswith("律师", end) and not text.startswith(("律师事务所", "律师费"), end)


def together(text: str, at: int) -> bool:
    """Whether the name at ``at`` does an official's work with the one before it."""
    return bool(_TOGETHER.match(text, at))


# 被害人民警张三: whoever is called a victim; 殴打辅警张三, 将辅警张三咬伤: helpers who are hurt hold no office
_CALLED = re.compile("(?:被害人|受害人|伤者|死者|被害)[^，。；、\n]{0,4}$")
_HELPERS = ("辅警", "协警")
_ATTACKED = re.compile("(?:殴打|撕咬|袭击|打伤|咬伤|抓伤|撞伤|撞倒|踢打|拖拽|顶撞|砍伤|刺伤|捅伤)了?[^，。；、\n]{0,8}$")
_HURT = re.compile(
    "[\u3400-\u9fff]{2,4}?(?:受伤|(?:打|咬|撞|抓|踢|砍|刺|捅|划|砸)[倒伤]|的?(?:面|头|颈|胸|腰|腹|背|手|脚|腿|左|右|身体)[^，。；]{0,8}(?:受?伤|咬|抓|打|，(?:致|造成|构成|经鉴定))|(?:构成|系|为|的?伤情)[^，。；]{0,6}轻)"
)


def held(text: str, title: int, name: int, role: str) -> str:
    """``role`` as its title at ``title`` gives it to whoever is named at ``name``: some in office are victims, some none."""
    if role != "official":
        return role
    if text.startswith("被", title - 1) or text.endswith(("冒充", "假冒", "自称", "谎称", "伪装成"), 0, title):
        return ""  # 被检查人, 冒充民警
    if _CALLED.search(text, max(0, title - 8), title):
        return "victim"
    if text.startswith(_HELPERS, title) and (_ATTACKED.search(text, max(0, title - 14), title) or _HURT.match(text, name)):
        return "victim"
    return role


def affiliation(text: str, start: int, end: int) -> str:
    """The role that an organ before a name or a post in brackets behind it gives: 公安局张三, 张三（某局侦查员）."""
    post = _POST.match(text, end)
    if post:
        return "lawyer" if post.group(1) else "official"
    low = max(0, start - 8)
    if text[end : end + 1] in ("", "\n") and _SIGNATURE.search(text, max(0, start - 20), start):
        return "official"
    title = _title_gap().search(text, max(0, start - 14), start)
    if title:
        role = held(text, title.start(), start, titles()[title.group(1)])
        if role in _IN_OFFICE or not title.group(2):
            return role
    if called_lawyer(text, end):
        return "lawyer"
    if _FIRM.search(text, low, start) or _OF_FIRM.match(text, end):
        return "lawyer"
    if _DEFENDS.match(text, end) and _ENGAGED.search(text, max(0, start - 16), start):
        return "lawyer"
    if _ORGAN.search(text, low, start) or (text.startswith("协助", end) and _ASSISTS.search(text, low, start)):
        return "official"
    return "official" if text.startswith("承办", end) and text[start - 1 : start] == "由" else ""


@lru_cache(maxsize=1)
def _endings() -> dict[str, tuple[str, ...]]:
    """Left words by their last character."""
    table: dict[str, list[str]] = {}
    for word in left_words():
        table.setdefault(word[-1], []).append(word)
    return {char: tuple(found) for char, found in table.items()}


def ends_with_role(text: str, at: int) -> bool:
    """Whether a left word ends right before ``at``."""
    found = _endings().get(text[at - 1 : at])
    return found is not None and text.endswith(found, 0, at)


@lru_cache(maxsize=1)
def _title_ending() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(titles(), key=len, reverse=True)) + ")[：:]?$")


def ends_with_title(text: str, at: int) -> bool:
    """Whether a word for a person (not for what is done to one) ends right before ``at``."""
    return ends_with_trade(text, at) or bool(_title_ending().search(text, max(0, at - 10), at))


@lru_cache(maxsize=1)
def lefts() -> Words:
    return Words(left_words())


@lru_cache(maxsize=1)
def rights() -> Words:
    return Words(right_words())


# Which role says most about a person when several are seen.
STRENGTH = (
    "non_prosecuted",
    "defendant",
    "petitioner",
    "victim",
    "victim_rep",
    "minor_guardian",
    "witness",
    "expert",
    "other",
    "lawyer",
    "official",
    "",
)
