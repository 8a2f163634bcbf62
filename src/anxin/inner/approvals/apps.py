from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "anxin.inner.approvals"
    label = "approvals"
    verbose_name = "审批"
