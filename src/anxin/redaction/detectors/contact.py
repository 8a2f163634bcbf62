"""Mail addresses and accounts of messengers, payment and other online services."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item, Token, holds, matches

LABELS = {
    "wechat": [
        "WeChat ID",
        "Wechat ID",
        "wechat ID",
        "WeChat：",
        "Wechat：",
        "wechat：",
        "WeChat:",
        "wechat:",
        "加v",
        "加V",
        "我v",
        "我V",
        "微号",
        "企业微信",
        "绿泡泡",
        "绿泡泡号",
        "加薇",
        "卫星号",
        "VX",
        "vx",
        "Vx",
        "WX",
        "wx",
        "微信",
        "微信号",
        "微信账号",
        "微信号码",
        "微信ID",
        "抖音号",
        "抖音",
        "快手号",
        "快手",
        "微博账号",
        "陌陌号",
        "陌陌",
        "用户名",
        "登录名",
        "网络账号",
        "TG号",
        "飞机号",
        "Telegram",
        "微信账户",
        "微信名",
        "V信",
        "v信",
        "薇信",
        "威信",
        "微x",
        "VX",
        "vx",
        "抖音ID",
        "抖音账号",
        "快手ID",
        "快手账号",
        "小红书号",
        "小红书",
        "微博",
        "微博号",
        "探探",
        "探探号",
        "钉钉",
        "钉钉号",
        "直播间号",
        "直播账号",
        "纸飞机",
        "蝙蝠",
        "电报",
        "电报号",
        "WhatsApp",
        "Whatsapp",
        "Skype",
        "Line",
        "LINE",
        "Facebook",
        "脸书",
        "推特",
        "Twitter",
        "Instagram",
        "贴吧",
        "论坛账号",
        "社交账号",
        "登录账号",
        "会员账号",
        "会员名",
        "游戏ID",
        "用户ID",
        "网名",
    ],
    "qq": ["QQ", "QQ号", "QQ号码", "QQ账号", "扣扣", "扣扣号", "企鹅号", "企鹅", "加Q", "加扣", "小企鹅", "发送者", "接收者", "Q号", "QQ账户", "QQ群", "QQ群号", "群号", "QQ邮箱账号", "qq", "qq号", "qq号码"],
    "alipay": [
        "支付宝",
        "支付宝账号",
        "支付宝账户",
        "支付宝号",
        "淘宝账号",
        "旺旺号",
        "闲鱼账号",
        "京东账号",
        "钱包地址",
        "游戏账号",
        "财付通",
        "支付宝ID",
        "淘宝旺旺",
        "旺旺",
        "淘宝号",
        "闲鱼",
        "闲鱼号",
        "京东账户",
        "拼多多账号",
        "拼多多",
        "钱包编号",
        "数字人民币钱包编号",
        "数字人民币钱包ID",
        "钱包ID",
        "比特币地址",
        "币地址",
        "收币地址",
        "链上地址",
    ],
    "email": ["邮箱", "电子邮箱", "电子邮件", "邮件", "E-mail", "email", "Email"],
}
# The full stop of a full-width address is folded to the dot of names.
_AT = r"(?: ?@ ?|[（(\[#](?:a|at|AT)[）)\]#])"  # xiao @ 126.com, lee(at)yeah.net
_MAIL = re.compile(
    rf"(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._%+\-·]{{0,63}}{_AT}[A-Za-z0-9\-]{{1,63}}(?:[.·][A-Za-z0-9\-]{{1,63}}){{0,5}}[.·][A-Za-z]{{2,10}}"
)
_HANDLE = re.compile(r"[A-Za-z][A-Za-z0-9_\-.:]{4,44}$|(?=[0-9_\-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_\-]{4,44}$|[0-9]{5,20}$|\+?(?:00)?86-?1\d{10}$")
# A word with figures or strokes in it: blue_star02890, SHANTIAN90743. Numbers of goods and papers start with few letters.
_WORDED = re.compile(
    r"(?<![A-Za-z0-9_./:\-])(?<![A-Za-z0-9._%+\-]@)((?:[A-Za-z]{4,20}[A-Za-z0-9_\-]*[0-9]|[A-Za-z]{2,20}[A-Za-z0-9]*_[A-Za-z0-9_]*[A-Za-z0-9])[A-Za-z0-9_\-]{0,20})(?![A-Za-z0-9_@.])"
)
_LETTERS = re.compile("[A-Za-z][A-Za-z]+")
_ONLINE = re.compile(
    "微信|QQ|账号|好友|网名|昵称|联系|删[掉了除]|拉黑|添加|加为|备注|发给|发送|收款码|二维码|扫码|聊天|拉进|群|网友|登录|注册|主播|直播|上家|下家|私信|留言|回复|转账记录|向(?=[A-Za-z])"
)
_GOODS = re.compile(
    "iphone|ipad|ipod|macbook|huawei|honor|nova|mate|redmi|xiaomi|oppo|vivo|reno|galaxy|note|samsung|nokia|thinkpad|windows|office|android|covid|type|model|http|www",
    re.I,
)

_PAPER = re.compile("[A-Z]{2,6}-[0-9\\-]+$")  # HTBH-050808-59: the number of a paper
_VEHICLE = re.compile("(?:识别代[号码]|车架|发动机|型号|序列号|串号|编号|单号)[^，。]{0,4}$")
_SERVICES = frozenset(name for names in LABELS.values() for name in names if name.isascii()) | {"WeChat", "Wechat", "wechat", "Alipay", "PayPal"}


def mails(text: str) -> list[Item]:
    """Every mail address."""
    return [Item(m.start(), m.end(), "email") for m in _MAIL.finditer(text)] if holds(text, ("@", "(a", "（a", "[a", "#a", "(A")) else []


def worded(text: str) -> list[Item]:
    """Account names that nothing names as such, in sentences about messages and friends."""
    items = []
    for m in matches(text, _LETTERS, _WORDED):
        if not 6 <= m.end(1) - m.start(1) <= 30 or "QQ" in m.group(1) or _GOODS.match(m.group(1)):
            continue
        if _PAPER.match(m.group(1)) or _VEHICLE.search(text, max(0, m.start() - 10), m.start()):
            continue
        low = max(text.rfind("。", max(0, m.start() - 160), m.start()) + 1, m.start() - 160, 0)
        if _ONLINE.search(text, low, m.end() + 40):
            items.append(Item(m.start(1), m.end(1), "wechat", 0.7))
    return items


def recognise(token: Token) -> Item | None:
    if token.label in ("wechat", "qq", "alipay") and _HANDLE.match(token.value) and token.value not in _SERVICES:
        return Item(token.start, token.end, token.label)
    if token.value.lower().startswith("wxid_"):
        return Item(token.start, token.end, "wechat")
    if token.label == "" and len(token.value) == 16 and token.value.startswith("2088") and token.value.isdigit():
        return Item(token.start, token.end, "alipay", 0.9)
    return None
