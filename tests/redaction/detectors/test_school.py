"""School and class of minors (Art 20(2)); schools as a scene or a place of work stay."""

import pytest

from anxin.redaction.detectors import school
from tests.redaction.helpers import case, masked

MINOR = case(("鲁小满", "victim", {"minor": True}))
KINDS = [
    "小学", "中学", "初中", "高中", "完小", "中心校", "幼儿园", "托儿所", "学前班", "附小", "附中", "实验学校", "学校", "职高", "技校", "中专", "职校", "卫校", "体校", "艺校", "书院", "学院", "私塾", "教学点", "职教中心", "培训中心", "辅导班", "补习班", "晚托班", "兴趣班", "早教园", "三中", "23小",
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_school_is_found(kind):
    text = f"就读于清河{kind}，"
    assert [text[i.start:i.end] for i in school.find(text)] == [f"清河{kind}"]


@pytest.mark.parametrize(("text", "gone"), [
    ("就读学校：启明小学，", "启明小学"), ("系县第三中学学生。", "县第三中学"), ("就读于县一中高二(3)班，", "县一中高二(3)班"), ("在朝阳幼儿园大班就读", "朝阳幼儿园大班"), ("系小太阳幼儿园蜗牛班幼儿", "小太阳幼儿园蜗牛班"),
    ("其所在学校为清水镇中心校五年级，", "清水镇中心校五年级"), ("系职业高级中学数控2班学生", "职业高级中学数控2班"), ("在某镇第二小学念四年级", "某镇第二小学"), ("系实验中学（东校区）七年级（5）班学生", "实验中学（东校区）七年级（5）班"),
])
def test_schools_and_classes(text, gone):
    assert [text[i.start:i.end] for i in school.find(text)] == [gone]


@pytest.mark.parametrize("text", ["在启明小学门口抢夺。", "系启明小学教师。", "途经县第三中学。", "系县第三中学保安，", "在某校读书。", "三小时后离开。"])
def test_schools_as_scene_or_workplace_stay(text):
    assert school.find(text) == []


def test_school_and_class_go_only_with_a_minor():
    text = "鲁小满就读实验小学三年级4班，"
    assert "实验小学" not in masked(text, MINOR)
    assert masked("证明其毕业于实验小学。") == "证明其毕业于实验小学。"


@pytest.mark.parametrize(("text", "gone"), [
    ("学籍信息：某人，男，2014年3月14日，海军子弟小学；家长", "海军子弟小学"), ("说孩子在体育运动学校射击队念书，", "体育运动学校射击队"), ("心理老师来自民族中学高二（3）班，", "民族中学高二（3）班"),
])
def test_rolls_teams_and_classes(text, gone):
    assert [text[i.start:i.end] for i in school.find(text)] == [gone]


@pytest.mark.parametrize(("text", "gone"), [
    ("在育才双语学校初二年级B3班借读，", "育才双语学校初二年级B3班"), ("就读于值夏镇中心小学三（3）班、三（5）班。", "值夏镇中心小学三（3）班、三（5）班"), ("她是我们八（6）班的学生，", "八（6）班"), ("在该校七年级六班就读", "该校七年级六班"),
    ("在外国语实验学校（东校区）G8年级4班，", "外国语实验学校（东校区）G8年级4班"), ("是盐津县职业高级中学学前教育2019级3班的寄宿生", "盐津县职业高级中学学前教育2019级3班"), ("转入市工读学校（启明中学）汽修一班学习", "市工读学校（启明中学）汽修一班"),
    ("学校：育红小学，年级：三年级，", "三年级"), ("其读高二的儿子目睹了全过程", "高二"),
])
def test_classes_in_other_forms(text, gone):
    assert gone in {text[i.start:i.end] for i in school.find(text)}


@pytest.mark.parametrize("text", ["系某某外国语学校聘用的外教，", "捕前系幼儿园保育员，", "系初中时申请。", "教育局为某某中学采购设备，", "系小太阳托管中心负责人。"])
def test_who_works_for_a_school_is_no_pupil(text):
    assert not school.find(text)
