"""The walk over numbers: accounts in tables and brackets, neighbours of another mark, what is a paper's number or an amount."""

import pytest

from tests.redaction.helpers import kinds


@pytest.mark.parametrize(("text", "kind", "value"), [
    ("通过微信联系苗春生（STAR_MOON25950），", "wechat", "STAR_MOON25950"), ("John SmithQQ95483368被盗用。", "qq", "95483368"), ("基本户：2887 9361 5201。", "org_account", "2887 9361 5201"),
    ("苗春生\u3000133-8020-6929\u30006927元", "phone", "133-8020-6929"), ("苗春生\u3000幺八六五三四八四二一四\u3000人民币", "phone", "幺八六五三四八四二一四"), ("QQ账号：1981092844。", "qq", "1981092844"),
])
def test_numbers_go(text, kind, value):
    assert (kind, value) in kinds(text)


@pytest.mark.parametrize("text", [
    "收款￥9,328,477,400.00。", "出具5748840172746450意见书。", "处理决定（145591292179094991），", "扣押物品（4778768011209800）", "电瓶编码869992134075014。", "书证（027074561084583975）；",
])
def test_papers_and_amounts_stay(text):
    assert kinds(text) == []
