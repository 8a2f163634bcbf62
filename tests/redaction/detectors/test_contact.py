"""Accounts of messengers, payment and other services, and mail addresses: by their label, by their shape, in lists."""

import pytest

from anxin.redaction.detectors import contact
from tests.redaction.helpers import kinds

GOES = [
    ("wechat", "微信号wxid_9a8b7c6d5e4f", "wxid_9a8b7c6d5e4f"), ("wechat", "微信号为zhangsan_520，", "zhangsan_520"),
    ("wechat", "微信（Abc-12345）", "Abc-12345"), ("wechat", "微信ID：lucky888888，", "lucky888888"), ("wechat", "微信号“xiaoxiao2010”", "xiaoxiao2010"),
    ("wechat", "微信账户a8866520，", "a8866520"), ("wechat", "其微信（微信号：cd19881212，昵称“追风”）", "cd19881212"), ("wechat", "加V信kk778899，", "kk778899"),
    ("wechat", "加薇信kk778899，", "kk778899"), ("wechat", "抖音号dy12345678，", "dy12345678"), ("wechat", "快手IDks_9527000，", "ks_9527000"),
    ("wechat", "小红书号95270000123，", "95270000123"), ("wechat", "陌陌号412345678，", "412345678"), ("wechat", "探探账号tt_1234567，", "tt_1234567"),
    ("wechat", "Telegram账号@moon_star，", "moon_star"), ("wechat", "纸飞机账号moon_star99，", "moon_star99"), ("wechat", "微博账号weibo_123，", "weibo_123"),
    ("wechat", "WhatsApp账号moonstar88，", "moonstar88"), ("wechat", "游戏IDHero_88123", "Hero_88123"), ("wechat", "京东账号jd_4a5b6c7d，", "jd_4a5b6c7d"),
    ("qq", "QQ号123456789", "123456789"), ("qq", "QQ：1234567890", "1234567890"), ("qq", "Q Q号码为123456789，", "123456789"),
    ("qq", "QQ（123456789）", "123456789"), ("qq", "qq号码123 456 789，", "123 456 789"), ("qq", "企鹅号123456789，", "123456789"),
    ("qq", "QQ账户88123456向", "88123456"), ("qq", "其使用的QQ（号码：88123456）", "88123456"), ("qq", "QQ群123456789", "123456789"),
    ("qq", "扣扣号88123456，", "88123456"), ("alipay", "支付宝账户abc123456，", "abc123456"), ("alipay", "支付宝（账号：2088123412341234）", "2088123412341234"),
    ("alipay", "支付宝ID2088123412341234", "2088123412341234"), ("alipay", "淘宝账号tb123456789，", "tb123456789"), ("alipay", "淘宝旺旺tb1234_88，", "tb1234_88"),
    ("alipay", "闲鱼号xy88123456，", "xy88123456"), ("alipay", "数字人民币钱包编号0052123412341234", "0052123412341234"),
    ("alipay", "USDT钱包地址TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE，", "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE"),
    ("alipay", "比特币地址1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa，", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ("email", "电子邮箱zhang.san@163.com，", "zhang.san@163.com"), ("email", "E-mail：zhang_san@vip.qq.com", "zhang_san@vip.qq.com"),
    ("email", "邮箱zhangsan＠163．com。", "zhangsan＠163．com"), ("email", "向abc@example.com.cn发送", "abc@example.com.cn"),
    ("email", "邮箱为123456789@qq.com", "123456789@qq.com"), ("email", "邮箱a.b-c+d@mail.example.org，", "a.b-c+d@mail.example.org"),
]


@pytest.mark.parametrize(("kind", "text", "secret"), GOES)
def test_it_goes_whole(kind, text, secret):
    found = kinds(text)
    assert any(k == kind and secret in value for k, value in found), found


@pytest.mark.parametrize("text", ["邮箱（xiaoxue880 @ 126.com）于", "lee_sunny(a)hotmail.com，", "信发自ming-ri（at）yeah.net，"])
def test_mail_addresses_whose_sign_is_written_otherwise(text):
    assert contact.mails(text)


@pytest.mark.parametrize(("text", "gone"), [
    ("微信账号“xx5201314zz”与“abc-hao2020”联系", "abc-hao2020"), ("加我v：kk556677m，", "kk556677m"), ("WeChat ID：TomLee_0099。", "TomLee_0099"), ("Telegram账号@duck_king77发布", "@duck_king77"), ("使用Skype（live:wang.bo88）通话", "live:wang.bo88"), ("让被害人加Q3318420976，", "3318420976"),
])
def test_handles_in_other_forms(text, gone):
    assert any(gone in value for _, value in kinds(text))
