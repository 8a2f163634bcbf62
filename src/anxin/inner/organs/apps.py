from django.apps import AppConfig


class OrgansConfig(AppConfig):
    name = "anxin.inner.organs"
    label = "organs"
    verbose_name = "组织机构"
