"""Signing in, opening and keeping an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password

NEW = {"autocomplete": "new-password"}


def password_field(label: str, autocomplete: str = "current-password") -> forms.CharField:
    widget = forms.PasswordInput({"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=256, strip=False, widget=widget)


def login_field() -> forms.RegexField:
    widget = forms.TextInput({"autocomplete": "username", "inputmode": "numeric"})
    return forms.RegexField(r"^[0-9]{10}$", label="登录名", max_length=10, widget=widget,
                            error_messages={"invalid": "登录名是十位数字，见激活通知单。"})  # fmt: skip


def code_field(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput({"autocomplete": "one-time-code"}))


class SignIn(forms.Form):
    login = login_field()
    password = password_field("密码")


class SecondFactor(forms.Form):
    code = code_field("动态口令")


class NewPassword(forms.Form):
    """A password twice, checked by the rules of this installation."""

    password = password_field("新密码", "new-password")
    again = password_field("再次输入新密码", "new-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = "".join(password_validators_help_texts()[:1])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "password" in given:
            try:
                validate_password(given["password"])
            except forms.ValidationError as error:
                self.add_error("password", error)
            if given.get("again") and given["again"] != self.data.get("password"):
                self.add_error("again", "两次输入的密码不一致。")
        return given


class Activate(NewPassword):
    login = login_field()
    code = code_field("激活码")
    field_order = ("login", "code", "password", "again")


class ChangePassword(NewPassword):
    current = password_field("现在的密码")
    field_order = ("current", "password", "again")


class Lost(forms.Form):
    login = login_field()


class Confirm(forms.Form):
    """The own password, before something that cannot be undone by a stranger at an open screen."""

    current = password_field("现在的密码")


class EnableSecondFactor(Confirm):
    secret = forms.CharField(widget=forms.HiddenInput)
    code = code_field("动态口令")


class Notices(forms.Form):
    notify_email = forms.BooleanField(label="用电子邮件通知我", required=False)
    notify_sms = forms.BooleanField(label="用短信通知我", required=False)
    email = forms.EmailField(label="电子邮箱", required=False, max_length=254,
                             help_text="换邮箱时先向新邮箱发一封确认信，确认以后才启用。")  # fmt: skip
