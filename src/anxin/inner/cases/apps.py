from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "anxin.inner.cases"
    label = "cases"
    verbose_name = "案件"
