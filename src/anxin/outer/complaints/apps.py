from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "anxin.outer.complaints"
    label = "complaints"
    verbose_name = "反映"
