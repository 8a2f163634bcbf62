from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "anxin.web"
    label = "web"
    verbose_name = "界面"
