"""Mail addresses and accounts of messengers, payment and other online services."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item, Token

LABELS = {
    "wechat": [
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
    ],
    "qq": ["QQ", "QQ号", "QQ号码", "QQ账号", "扣扣", "qq", "qq号"],
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
    ],
    "email": ["邮箱", "电子邮箱", "电子邮件", "邮件", "E-mail", "email", "Email"],
}
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,10}")
_HANDLE = re.compile(r"[A-Za-z][A-Za-z0-9_\-]{4,30}$|[0-9]{5,20}$|\+?(?:00)?86-?1\d{10}$")


def mail(start: int, raw: str) -> list[Item]:
    """Every mail address in a run of characters that holds an @."""
    return [Item(start + m.start(), start + m.end(), "email") for m in _MAIL.finditer(raw)]


def recognise(token: Token) -> Item | None:
    if token.label in ("wechat", "qq", "alipay") and _HANDLE.match(token.value):
        return Item(token.start, token.end, token.label)
    if token.value.lower().startswith("wxid_"):
        return Item(token.start, token.end, "wechat")
    if token.label == "" and len(token.value) == 16 and token.value.startswith("2088") and token.value.isdigit():
        return Item(token.start, token.end, "alipay", 0.9)
    return None
