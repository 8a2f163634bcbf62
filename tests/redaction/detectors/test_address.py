"""Home addresses and schools by grammar: many endings, many words before them, and what is none of either."""

import time

import pytest

from anxin.redaction.detectors import address, school
from anxin.redaction.view import View

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


@pytest.mark.parametrize(("text", "gone"), [
    ("就读学校：启明小学，", "启明小学"), ("系县第三中学学生。", "县第三中学"), ("就读于县一中高二(3)班，", "县一中高二(3)班"), ("在朝阳幼儿园大班就读", "朝阳幼儿园大班"), ("系小太阳幼儿园蜗牛班幼儿", "小太阳幼儿园蜗牛班"),
    ("其所在学校为清水镇中心校五年级，", "清水镇中心校五年级"), ("系职业高级中学数控2班学生", "职业高级中学数控2班"), ("在某镇第二小学念四年级", "某镇第二小学"), ("系实验中学（东校区）七年级（5）班学生", "实验中学（东校区）七年级（5）班"),
])
def test_schools_and_classes(text, gone):
    assert [text[i.start:i.end] for i in school.find(text)] == [gone]


@pytest.mark.parametrize("text", ["在启明小学门口抢夺。", "系启明小学教师。", "途经县第三中学。", "系县第三中学保安，", "在某校读书。", "三小时后离开。"])
def test_schools_as_scene_or_workplace_stay(text):
    assert school.find(text) == []


def test_time_is_linear():
    def cost(times):
        text = "住某县清水镇永乐村3组12号，在启明小学门口，家住" * times
        start = time.process_time()
        address.find(text), school.find(text)
        return time.process_time() - start

    cost(50)
    assert cost(4000) < 6 * cost(2000) / 2 + 0.05
