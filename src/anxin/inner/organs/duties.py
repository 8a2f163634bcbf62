"""Duties of Articles 5, 14 and 21. A duty is held in one organ, the head's and handler's in one department."""

from django.db import models


class Duty(models.TextChoices):
    HANDLER = "handler", "承办人"
    DEPARTMENT_HEAD = "department_head", "部门负责人"
    DEPUTY_CHIEF = "deputy_chief", "分管副检察长"
    CHIEF = "chief", "检察长"
    CASE_MANAGEMENT = "case_management", "案件管理部门"
    PRESS = "press", "新闻宣传部门"
    OFFICE = "office", "办公室"
    SECRECY = "secrecy", "保密部门"
    TECHNICAL = "technical", "技术信息部门"
    SUPERVISOR = "supervisor", "上级院监督人员"
    AUDITOR = "auditor", "审计管理员"
    ADMIN = "admin", "系统管理员"


class DepartmentKind(models.TextChoices):
    HANDLING = "handling", "案件办理部门"
    CASE_MANAGEMENT = "case_management", "案件管理部门"
    PRESS = "press", "新闻宣传部门"
    OFFICE = "office", "办公室"
    SECRECY = "secrecy", "保密部门"
    TECHNICAL = "technical", "技术信息部门"


LEADER = "deputy_or_chief"
"""A step that either the deputy chief in charge or the chief may take (Art 14, 21)."""

HOLDERS = {LEADER: (Duty.DEPUTY_CHIEF, Duty.CHIEF)}
"""Duties that may take a step of another name."""


def duty_label(duty: str) -> str:
    """The Chinese name of a step's duty."""
    return "分管副检察长或者检察长" if duty == LEADER else str(Duty(duty).label)
