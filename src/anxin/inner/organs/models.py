"""Procuratorates, departments, staff, duties (Art 5)."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from anxin.inner.organs.duties import DepartmentKind, Duty


class Organ(models.Model):
    """One procuratorate. The tree comes from ``regulation/data``; what may differ locally is kept here."""

    class Level(models.TextChoices):
        SUPREME = "supreme", "最高人民检察院"
        PROVINCIAL = "provincial", "省级"
        MUNICIPAL = "municipal", "分州市级"
        COUNTY = "county", "县区级"

    code = models.CharField("单位编码", max_length=6, primary_key=True)
    name = models.CharField("名称", max_length=60)
    short = models.CharField("简称（文号用）", max_length=12)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children", verbose_name="上级院")
    level = models.CharField("层级", max_length=12, choices=Level)
    has_press = models.BooleanField("设有新闻宣传部门", default=True)
    ruleset = models.CharField("适用规则", max_length=40, default="2014-trial")

    class Meta:
        verbose_name = verbose_name_plural = "人民检察院"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="departments", verbose_name="院")
    kind = models.CharField("类别", max_length=20, choices=DepartmentKind)
    name = models.CharField("名称", max_length=40)

    class Meta:
        verbose_name = verbose_name_plural = "部门"
        constraints = [models.UniqueConstraint(fields=["organ", "name"], name="department_once")]

    def __str__(self) -> str:
        return self.name


class StaffManager(BaseUserManager):
    def get_by_natural_key(self, username: str) -> "Staff":
        return self.select_related("organ").get(username=username)


class Staff(AbstractBaseUser):
    """A person who works in an organ and signs in at the workbench. There is no superuser."""

    username = models.CharField("登录名", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="staff", verbose_name="院")
    department = models.ForeignKey(Department, models.PROTECT, null=True, related_name="staff", verbose_name="部门")
    is_active = models.BooleanField("在岗", default=True)

    USERNAME_FIELD = "username"
    objects = StaffManager()

    class Meta:
        verbose_name = verbose_name_plural = "工作人员"

    def __str__(self) -> str:
        return self.name


class StaffDuty(models.Model):
    """A duty held by one person from one moment to another."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="duties", verbose_name="工作人员")
    duty = models.CharField("职责", max_length=20, choices=Duty)
    department = models.ForeignKey(Department, models.PROTECT, null=True, verbose_name="部门")
    since = models.DateTimeField("起", default=timezone.now)
    until = models.DateTimeField("止", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "职责"


class Absence(models.Model):
    """Somebody is away: they hold no step meanwhile. Ended early by ``ended_at``."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="absences", verbose_name="工作人员")
    since = models.DateTimeField("起")
    until = models.DateTimeField("止")
    reason = models.CharField("事由", max_length=200)
    entered_by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间", default=timezone.now)
    ended_at = models.DateTimeField("提前结束时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "不在岗"
        indexes = [models.Index(fields=["staff", "until"])]


class Delegation(models.Model):
    """One duty of ``giver`` exercised by ``taker`` for a limited time. Never passed on, never taken from nobody."""

    giver = models.ForeignKey(Staff, models.PROTECT, related_name="given", verbose_name="委托人")
    taker = models.ForeignKey(Staff, models.PROTECT, related_name="taken", verbose_name="受托人")
    duty = models.CharField("职责", max_length=20, choices=Duty)
    department = models.ForeignKey(Department, models.PROTECT, null=True, verbose_name="部门")
    since = models.DateTimeField("起")
    until = models.DateTimeField("止")
    reason = models.CharField("事由", max_length=200)
    entered_by = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间", default=timezone.now)
    ended_at = models.DateTimeField("提前结束时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "委托"
        indexes = [models.Index(fields=["taker", "until"]), models.Index(fields=["giver", "until"])]


class CalendarYear(models.Model):
    """The State Council's arrangement for one year that the delivered table lacks or has otherwise."""

    year = models.PositiveSmallIntegerField("年份", primary_key=True)
    days_off = models.JSONField("放假的日期")
    make_up_days = models.JSONField("调休上班的日期")
    origin = models.CharField("依据的通知", max_length=200)
    entered_by = models.ForeignKey(Staff, models.PROTECT, verbose_name="录入人")
    entered_at = models.DateTimeField("录入时间", auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "节假日安排"
