"""Other names of a person, by what the document says."""

import pytest

from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse
from anxin.regulation.case import Case


def masked(text):
    case = Case.from_json({"participants": [{"name": "谭永福", "role": "witness"}, {"name": "何晓燕", "role": "victim"}]})
    return apply(analyse(text, "起诉书", case).spans, text)


@pytest.mark.parametrize(("text", "other"), [
    ("“黑皮”为谭永福。", "黑皮"), ("黑皮（即谭永福）先走了。", "黑皮"), ("备注名“黑皮”（15742946197）的联系人即谭永福。", "黑皮"),
    ("账号资料显示“黑皮”，登录人谭永福。", "黑皮"), ("村里人都管谭永福叫“黑皮”。", "黑皮"), ("辨认人指认4号（谭永福）为“黑皮”。", "黑皮"),
    ("1.姓名：谭永福\n2.曾用名：谭大根\n3.性别：男", "谭大根"), ("谭永福（谭大根）入赘后改名。", "谭大根"),
    ("谭永福混号黑皮，摆摊为生。", "黑皮"), ("谭永福还有一张写着谭大根的旧身份证。", "谭大根"), ("谭永福以谭大根之名办过暂住证。", "谭大根"), ("牌友只知他叫“黑皮”，真名谭永福。", "黑皮"),
    ("人员对应关系：“黑皮”——谭永福。", "黑皮"), ("“黑皮”（谭永福）垫了货款。", "黑皮"),
    ("序号\t微信昵称\t实名\n1\t黑皮\t谭永福", "黑皮"),
    ("机票旅客姓名为Tan/Yongfu，经核对即谭永福。", "Tan/Yongfu"), ("群内“TAN YONGFU”是谭永福。", "TAN YONGFU"),
])
def test_another_name_goes_with_its_owner_everywhere(text, other):
    assert other not in masked(text + f"\n“{other}”又来电话。")


@pytest.mark.parametrize(("text", "kept"), [
    ("谭永福自称恒泰建材有限公司负责人。", "恒泰"), ("谭永福开的“大富豪”歌厅已停业。", "大富豪"), ("户口簿曾用名一栏：无。", "一栏"),
])
def test_what_is_nobodys_other_name_stays(text, kept):
    assert kept in masked(text)


@pytest.mark.parametrize("text", ["何晓燕加了他微信，备注“爱笑的眼睛”。", "何晓燕在群里叫“疯子哥二”。", "村里人不知道他大名，只晓得“长毛仔”。"])
def test_whom_only_a_nickname_names_is_hidden(text):
    quoted = text[text.index("“") + 1 : text.index("”")]
    assert quoted not in masked(text)
