"""Home addresses by grammar: many endings, many words before them or none, and what is no home (Art 20(1))."""

import pytest

from anxin.redaction.detectors import address
from anxin.redaction.view import View
from tests.redaction.helpers import masked

DETAILS = [
    "永乐村3组", "永乐村三社", "永乐村第五村民小组", "永乐村委会上永乐自然村17号", "石门村李家湾12号", "白沙村2组附8号", "白沙村9号之3", "枣园村7队", "青杨屯41号", "东风路8弄3支弄2号",
    "福寿里6号", "永安坊11号", "铁匠胡同29号", "柳叶巷5号院", "晓月苑4栋2单元301室", "朗晴公寓1702", "鼎盛大厦B座1905室", "安居小区12号楼3门402", "春晖园6幢乙单元202户",
    "晚晴路77号后院", "纺织厂宿舍3号楼204", "机修厂家属院5排4号", "城中花园3-2-1101", "建工集团工地板房6号", "第九生产队", "胜利二村18号401室", "幸福里二区7号", "民乐街十二号", "民乐街33号地下室", "东四条18号",
]
LEADS = ["住{}，电话", "现住：{}。", "家住{}，务农", "户籍所在地为{}；", "住址：{}\n民族"]
REGIONS = ["云南省昭通市永善县桧溪镇", "永善县桧溪镇", "江西赣州市章贡区", "某市某区"]
POSITIVE = [(lead, REGIONS[n % 4], d) for n, d in enumerate(DETAILS) for lead in LEADS]


def found(text):
    view = View(text)
    return [view.original[a:b] for i in address.find(view.text) for a, b in [view.span(i.start, i.end)]]


@pytest.mark.parametrize(("lead", "region", "detail"), POSITIVE)
def test_every_detail_goes_and_its_region_stays(lead, region, detail):
    assert found(lead.format(region + detail)) == [detail]


@pytest.mark.parametrize(("text", "detail"), [
    ("住内蒙古自治区锡林郭勒盟东乌珠穆沁旗乌里雅斯太镇巴音嘎查3号。", "巴音嘎查3号"), ("家住内蒙古自治区通辽市库伦旗白音苏木哈日嘎查牧民点，", "哈日嘎查牧民点"),
    ("住新疆维吾尔自治区石河子市北泉镇一四三团6连12号，", "一四三团6连12号"), ("住某县清水镇老虎嘴。", "老虎嘴"), ("租住于某市某区长宁街道晓月苑二期9栋，", "晓月苑二期9栋"),
    ("取保候审于某市某区晓月苑９栋３０２室，", "晓月苑９栋３０２室"), ("住某市某区晚晴路 12 号 3 栋。", "晚晴路 12 号 3 栋"), ("住某市某区晚晴路12号，3栋502室，", "晚晴路12号，3栋502室"),
    ("住某市某区晚晴路12号（老粮站）3栋502室，", "晚晴路12号（老粮站）3栋502室"), ("住晚晴路12号3单元502室，", "晚晴路12号3单元502室"), ("在某市某区晓月苑9栋302室被害人家中盗窃。", "晓月苑9栋302室"),
    ("住某县公安局家属院3栋2室，", "公安局家属院3栋2室"), ("送达地址：某市某区中关村街道晓月苑9栋，", "晓月苑9栋"), ("住某县城关镇镇东村3组，", "镇东村3组"), ("住某市红旗路8号，", "红旗路8号"),
    ("住某市某区水乡花园3栋，", "水乡花园3栋"), ("住济宁市市中区晓月苑9栋，", "晓月苑9栋"), ("住某市某区和平路2号内", "和平路2号"), ("现住某县清水镇永乐村3组的丁某", "永乐村3组"), ("暂住某市某区人民东路7号，", "人民东路7号"),
])
def test_hard_addresses(text, detail):
    assert found(text) == [detail]


SCENES = ["某市某区晚晴路12号", "某县清水镇永乐村3组路段", "某市某区晓月苑9栋楼下", "某市某区如家宾馆302室", "国道105线77公里处", "某市某区人民医院3楼", "某市第三中学东门", "某区农贸市场2号摊位"]
VERBS = ["行驶至{}。", "在{}盗窃。", "潜伏在{}，", "途经{}时被拦下。", "窜至{}抢夺。", "将其约至{}见面。", "案发地点为{}。", "沿{}逃离。"]
OTHERS = [
    "现羁押于某市某区看守所。", "地址为某市某区法院路1号的某区人民法院", "被告单位远山木业有限公司，住所地某市某区晚晴路12号。", "某市某区人民法院，联系地址：某市某区法院路1号。", "户籍地：上海市浦东新区。", "住址：不详。",
    "住所：无固定住所。", "被害人住院12天。", "现住院治疗。", "入住如家宾馆302室。", "二人同住一个院落，", "顺远汽车租赁公司统一社会信用代码", "被民警拦住3次。", "住宿费300元。", "居住证号码2号。", "住房公积金3万元。", "户口簿1本。",
    "从某市某区晚晴路12号回到家中。", "住在某市某区如家宾馆302室，", "户籍资料1份。",
]


@pytest.mark.parametrize("text", [v.format(s) for v in VERBS for s in SCENES] + OTHERS)
def test_scenes_offices_and_ordinary_words_stay(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        ("现住江苏省苏州市虎丘区枫桥街道清华苑2座629，手机", "清华苑2座629", "枫桥街道"),
        ("户籍所在地河南省邓州市沿河镇大坝村5组143号。", "大坝村5组143号", "沿河镇"),
        ("住所：上海市浦东新区环城西路163弄22号366室。", "环城西路163弄22号366室", "浦东新区"),
        ("翻入他人家（山东省青岛市市南区民生路48弄44号529室），", "民生路48弄44号529室", "市南区"),
        ("现取保候审于湖北省武汉市武昌区向荣路9号附2号，", "向荣路9号附2号", "武昌区"),
        ("家住某县白马镇九里村委会九里自然村158号，", "九里村委会九里自然村158号", "白马镇"),
        ("在其住处北京市海淀区丽景家园3座1148多次容留他人", "丽景家园3座1148", "多次容留他人"),
    ],
)
def test_home_addresses_go_below_the_township(text, gone, stays):
    public = masked(text)
    assert gone not in public
    assert stays in public


@pytest.mark.parametrize(
    "text",
    [
        "途经某市某区江山大厦路口被拦下。",
        "潜伏在某市某区常青公园东门，",
        "现羁押于某市看守所。",
        "地址为某市某区法院路1号的某区人民法院",
        "抄起院内水池边的铁锹",
        "户籍地：上海市浦东新区。",
    ],
)
def test_scenes_offices_and_bare_districts_stay(text):
    assert masked(text) == text


HOME = "住江苏省盐城市射阳县海河镇烈士村三组12号，"


@pytest.mark.parametrize(("depth", "gone"), [
    ("village", "三组12号"), ("township", "烈士村三组12号"), ("county", "海河镇烈士村三组12号"), ("city", "射阳县海河镇烈士村三组12号"),
    ("province", "盐城市射阳县海河镇烈士村三组12号"),
])
def test_an_address_stays_to_the_depth_of_the_rule_set(depth, gone):
    assert [HOME[i.start:i.end] for i in address.find(HOME, depth)] == [gone]


@pytest.mark.parametrize(("text", "gone"), [
    ("附：证人名单：苗春生（江苏省射阳县海河镇烈士村三组12号，电话", ["烈士村三组12号"]), ("租住的房屋（江苏省射阳县海河镇新开村9号）", ["新开村9号"]),
    ("宏远纺织厂（江苏省射阳县海河镇新开村9号）", []), ("来到鑫源酒店（江苏省射阳县海河镇新开村9号）", []),
])
def test_an_address_in_brackets_is_a_home_after_a_person_only(text, gone):
    assert [text[i.start:i.end] for i in address.find(text)] == gone


@pytest.mark.parametrize(("text", "gone"), [
    ("寄单渤13550098394上海市松江区裕华弄106号金色家园三期7座2057房；收", "裕华弄106号金色家园三期7座2057房"), ("收件人江某，13900498069，甘肃省定西市安定区泊岸公馆（北区）6#1966。", "泊岸公馆（北区）6#1966"),
    ("经走访，靖边县碛口镇岭背村二队357号系某人自建房。", "岭背村二队357号"), ("1;平安;海南省三亚市崖州区中心渔港琼三亚渔10093号船;6335元", "中心渔港琼三亚渔10093号船"),
    ("把孩子藏在安定区供销社旧楼3楼14室。", "供销社旧楼3楼14室"), ("登记住址贵州省利川市甲居乡官陡门村村民委员会官陡门寨27号。", "官陡门村村民委员会官陡门寨27号"), ("住新疆生产建设兵团第六师奇台总场10连5栋10号，", "10连5栋10号"),
    ("在广东省普宁市流沙南街道马栅村新乡内片14横巷18号被民警找到。", "马栅村新乡内片14横巷18号"), ("家门牌号文庙后街471-8号，", "文庙后街471-8号"), ("捕前落脚于重庆市渝北区仙桃街道泊岸公馆20幢一楼。", "泊岸公馆20幢一楼"),
])
def test_a_whole_address_that_ends_like_a_home_is_one_wherever_it_stands(text, gone):
    assert found(text) == [gone]


@pytest.mark.parametrize("text", [
    "某某人民法院坐落于奇台县行政中心230号楼。", "法律援助申请地点：原州区行政中心280号楼。", "承建的锦绣江南二期7号楼作业面发生坍塌。", "门牌号：杭州市西湖区文三路100号的超市。",
    "案涉工地紧邻临县虹桥巷158号网吧二楼。", "在凤凰县凤城大道341号宾馆大堂见面。", "至某区农贸市场44号摊位，", "某县清水镇永乐村3组路段，",
])
def test_a_scene_or_an_office_of_that_form_stays(text):
    assert found(text) == []


REGION = "云南省昭通市永善县"


@pytest.mark.parametrize(("text", "detail"), [
    (f"住{REGION}民乐街与青年路交叉口晓月苑3号楼1802。", "民乐街与青年路交叉口晓月苑3号楼1802"), (f"住址：{REGION}文化路10弄68号2604室。", "文化路10弄68号2604室"), (f"户籍地{REGION}祥和小区11-1-2601，", "祥和小区11-1-2601"),
    (f"丁某，{REGION}桧溪镇永乐村，手机13800000001；", "永乐村"), (f"收件人丁某，13800000001，{REGION}民乐街340号；", "民乐街340号"), (f"在其{REGION}桧溪镇永乐村家中休息。", "永乐村"), (f"窜至{REGION}民乐街48号被害人丁小雨家，趁", "民乐街48号"),
    (f"逃至{REGION}民乐街200号出租屋2004房躲藏，", "民乐街200号出租屋2004房"), (f"丁某系{REGION}桧溪镇永乐村一组12号村民，", "永乐村一组12号"), (f"被监视居住，地点为{REGION}民乐街37号4单元102室。", "民乐街37号4单元102室"),
])
def test_homes_at_crossings_beside_telephones_and_before_whose_they_are(text, detail):
    assert found(text) == [detail]


@pytest.mark.parametrize("text", [
    f"鉴定机构地址：{REGION}政务大楼107室。", f"远山公司，统一社会信用代码91530625MA6NW9LQ9P，住所地{REGION}民乐街258号，法定代表人丁某", f"在{REGION}民乐街与青年路交叉口被抓获。", f"咨询处：{REGION}司法局，民乐街12号，电话0870-4120001。",
])
def test_seats_and_crossings_stay(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "detail"), [
    (f"【户籍】{REGION}民乐街317号\n【现住】{REGION}晚晴街153号\n", "民乐街317号晚晴街153号"), (f"原籍{REGION}桧溪镇民乐街161号粮站三楼，", "民乐街161号粮站三楼"), (f"住址\t{REGION}民乐街49号门面房二楼    电　　话 138", "民乐街49号门面房二楼"),
    (f"入住{REGION}桧溪镇民乐街360号粮站三楼，", "民乐街360号粮站三楼"), ("当时住在晓月苑16#2295。", "晓月苑16#2295"), (f"丁某 / 610802 / {REGION}桧溪镇永乐村三社157号附2号\n", "永乐村三社157号附2号"), (f"借用丁小雨家的阁楼（{REGION}民乐街82号门面房二楼）", "民乐街82号门面房二楼"),
])
def test_homes_in_forms_and_where_somebody_stays(text, detail):
    assert "".join(found(text)) == detail


@pytest.mark.parametrize(("text", "parts"), [
    ("柳沟村三组12号，电话", ["柳沟村三组12号"]), ("柳沟村（原柳沟大队）三组", ["柳沟村（原柳沟大队）三组"]), ("柳沟村东头", ["柳沟村东头"]),
    ("柳沟村三组12号内两", ["柳沟村三组12号"]), ("柳沟村三组\n青石路8号", ["柳沟村三组", "青石路8号"]), ("辽A12B45号车", []), ("6222021234567890", []),
])
def test_of_a_stretch_that_reads_like_a_home_the_address_is_taken(text, parts):
    assert [text[a:b] for a, b in address.parts(text, 0, len(text))] == parts


@pytest.mark.parametrize("before", ["平川市公安局地处", "某律师事务所，所址平川区", "鉴定机构住所地平川市城关区"])
def test_of_a_seat_nothing_is_taken(before):
    text = before + "中心北路12号"
    assert address.parts(text, len(before), len(text)) == []


@pytest.mark.parametrize(("text", "gone"), [
    ("被告人现住平川市青石路8号旅社1203房间（长租）。", "青石路8号旅社1203房间（长租）"), ("户籍所在地平川市城关区石桥镇柳沟村水库边养殖场内。", "柳沟村水库边养殖场内"),
    ("住北京市房山区良乡拱辰大街甲98号院22号楼5门1205。", "良乡拱辰大街甲98号院22号楼5门1205"),
])
def test_a_home_ends_with_its_field(text, gone):
    assert [text[i.start : i.end] for i in address.find(text)] == [gone]
