"""People whom the case data lacks: by trade, kinship, deed, title and table; words that are names; other names of one person."""

import pytest

from anxin.redaction.engine import analyse
from tests.redaction.helpers import case, masked


@pytest.mark.parametrize(("text", "name"), [
    ("环卫工怀远征目睹了经过。", "怀远征"), ("出租车司机邵文轩随即报警。", "邵文轩"), ("保洁员司徒丽萍打扫时发现。", "司徒丽萍"), ("驾校教练苗春生恰好路过。", "苗春生"),
    ("其妻弟苗春生随后赶到。", "苗春生"), ("秦某之母邵文轩赶来。", "邵文轩"), ("二姨苗春生证明其未归。", "苗春生"), ("在路口无故辱骂邵文轩，砸坏车辆。", "邵文轩"),
    ("尾随邵文轩至桥头。", "邵文轩"), ("后以三百元卖给苗春生。", "苗春生"), ("苗春生自述患有高血压。", "苗春生"), ("由苗春生望风。", "苗春生"),
    ("快件寄往苗春生的住处。", "苗春生"), ("卖给Steven Clark。", "Steven Clark"), ("通话记录：苗春生（13912345678）。", "苗春生"),
])
def test_the_sentence_shows_the_person(text, name):
    assert name in {p.name for p in analyse(text, "起诉书", case(), net=False).people}


@pytest.mark.parametrize("text", [
    "附近商户周黑鸭门市部。", "监控来自刘伶醉酒行。", "李家庄蔬菜专业合作社对公账户。", "依据江认定〔2023〕第14号鉴定书。", "毕七检二部刑诉〔2023〕9号", "群众反映常有人找“老诸葛”。",
    "李女士发现后报案。", "代他人收取款项。", "前科：2010年因犯抢夺罪被判刑。", "男，苗族，身份证号码不详。", "当地人都知道此事。", "陈某某等人陆续离开。", "网约车司机，身份证号码不详。",
])
def test_what_only_looks_like_a_name_stays(text):
    assert masked(text) == text


WORD = case(("周密", "victim"), ("白雪", "witness"), ("张力", "witness"), ("施工", "victim"))


@pytest.mark.parametrize("text", [
    "公安机关周密部署抓捕。", "上述活动经过周密准备。", "路面被白雪覆盖。", "拉绳张力超过额定值。", "施工单位已停工。", "为方便联系，二人互加好友。",
])
def test_a_word_stays_a_word_though_it_is_a_name_of_the_case(text):
    assert masked(text, WORD) == text


@pytest.mark.parametrize("text", [
    "被害人周密的陈述。", "周密（电话不详）报警。", "白雪取得谅解。", "教练白雪恰好路过。", "撬锁进入白雪家（某市）。", "白雪、张力均在场。", "周密伪造房产证。", "张力本人到场。",
])
def test_the_same_word_goes_where_it_is_the_person(text):
    public = masked(text, WORD)
    assert not any(name in public for name in ("周密", "白雪", "张力"))


def test_a_lawyer_stays_though_he_witnessed_the_signature():
    assert masked("在值班律师邵文轩的见证下签署了具结书。") == "在值班律师邵文轩的见证下签署了具结书。"


@pytest.mark.parametrize("text", [
    "“黑皮”即苗春生本人。", "同乡都称苗春生为“黑皮”。", "绰号“黑皮”者为苗春生。", "证人邵大海只知道对方叫“黑皮”。",
])
def test_a_nickname_goes_however_it_is_introduced(text):
    assert "黑皮" not in masked(text, case(("苗春生", "witness")))


@pytest.mark.parametrize("text", ["苗春生的曾用名苗大河记载于旧户口簿。", "苗春生还使用过苗大河的名字。", "苗春生（户籍登记名苗大河）到场。"])
def test_a_former_name_goes_and_nothing_after_it(text):
    public = masked(text, case(("苗春生", "witness")))
    assert "苗大河" not in public
    assert public.endswith(text[-4:])


def test_a_spelled_name_is_its_owners_in_any_case_of_letters():
    result = analyse("证人苗春生（Miao Chunsheng）到场。MIAO CHUNSHENG的护照。", "起诉书", case(("苗春生", "witness")), net=False)
    assert [(s.expected, s.person) for s in result.spans] == [("苗春生", "k0"), ("Miao Chunsheng", "k0"), ("MIAO CHUNSHENG", "k0")]


def test_an_unclear_mention_of_two_people_of_one_name_gets_neither_symbol_and_a_doubt():
    two = case(("邵文轩", "victim"), ("邵文轩", "witness"))
    result = analyse("被害人邵文轩与证人邵文轩相识。二人曾在“邵文轩副食店”见面。", "起诉书", two, net=False)
    assert [s.replacement for s in result.spans] == ["邵某甲", "邵某乙", "某某"]
    assert [d.type for d in result.doubts] == ["same_name"]


@pytest.mark.parametrize("text", ["邻居们说慕白为人本分。", "放学后慕白在岗亭避雨。", "“是慕白叫我去的。”"])
def test_a_given_name_that_is_no_word_is_that_person_s_wherever_it_stands(text):
    assert "慕白" not in masked("被害人郭慕白到案。" + text)


@pytest.mark.parametrize(("text", "name"), [("签发：鲁思齐　校对：林婉清\n", "鲁思齐"), ("签发：鲁思齐　校对：林婉清\n", "林婉清"), ("被告人丁大山的辩护律师为代晗思（某某律师事务所）。", "代晗思"), ("由雷公（网安）勘〔2024〕548号证实。", "雷公"), ("依据（2021）雷公调取934号。", "雷公")])
def test_who_signs_proofreads_or_defends_and_the_signs_of_a_paper_stay(text, name):
    assert name in masked(text)


@pytest.mark.parametrize("text", [
    "提讯人：雷军、白岩。", "辅警赵小刚到场。", "执法人员陈刚、苏和平现场检查。", "刑警大队长施大勇带队抓捕。", "法律援助机构指派孙立波为其辩护。", "被害人委托钟声、叶子作为诉讼代理人。",
    "检察官金星和毛宁共同出庭。", "勘验人员：戚光、谢东升。", "交警鲁迅达、协警韦国在现场处置。", "孙立波，系江苏某某律师事务所律师，到庭。", "咬伤民警来德华，致其左前臂皮肤破损。", "检察员　卢若琳　黄一帆\n", "（此件与原件一致，核对人阳昭）", "来源：案件管理部门　编辑：郎兰英　时间：2021年9月1日",
])
def test_who_acts_in_office_keeps_the_name(text):
    assert masked(text) == text


@pytest.mark.parametrize(("text", "name"), [
    ("被害人民警张立群在处置警情时受伤。", "立群"), ("被告人殴打辅警赵海波，", "海波"), ("咬伤随警出动的辅警任春右前臂，致轻伤。", "春右"), ("被检查人孙玉梅在笔录上签名。", "玉梅"), ("被告人冒充民警郑志强骗取信任。", "志强"), ("居委会主任包思齐三次上门劝阻。", "思齐"), ("法定代理人谢冬梅到场。", "冬梅"),
])
def test_whoever_is_hurt_or_only_called_an_official_does_not(text, name):
    assert name not in masked(text)


def test_who_is_certified_is_no_witness_of_the_same_name():
    people = case(("黄甜", "defendant", 96))
    text = "被告人黄甜，男。直播间昵称“海风”，认证人黄甜。被告人黄甜签名。"
    assert masked(text, people).count("黄甜") == 3


@pytest.mark.parametrize(("text", "kept"), [("召开听证会，被害人刘炳南、黄景山律师到会发表意见。", "黄景山"), ("四川致高律师事务所的别芮欣到场。", "别芮欣")])
def test_a_lawyer_beside_a_victim_stays(text, kept):
    assert kept in masked(text, net=True)


@pytest.mark.parametrize("text", ["李翡翠用老乡程天津的名义注册了店铺。", "表妹将龚巧云介绍给在县医院工作的人。"])
def test_a_shop_or_a_hospital_further_on_makes_nobody_a_firm(text):
    assert not any(name in masked(text, net=True) for name in ("程天津", "龚巧云"))
