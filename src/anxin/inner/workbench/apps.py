from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    name = "anxin.inner.workbench"
    label = "workbench"
    verbose_name = "工作台"
