"""Fields that several forms use."""

from __future__ import annotations

from typing import Any

from django import forms

from anxin.inner.workbench import labels


def day(label: str, required: bool = True, **options: Any) -> forms.DateField:
    """A date, written as the browser's own date control."""
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, **options)


def line(label: str, length: int, required: bool = True, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=required, **options)


def reason(label: str = "理由", required: bool = True, **options: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": 2})
    return forms.CharField(label=label, max_length=500, required=required, widget=widget, **options)


def sentence_type(required: bool = False) -> forms.ChoiceField:
    choices = [("", labels.MISSING), *((s, s) for s in labels.SENTENCES)]
    return forms.ChoiceField(label="判处刑罚", choices=choices, required=required)


def month_count(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=600)
