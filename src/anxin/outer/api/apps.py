from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "anxin.outer.api"
    label = "api"
    verbose_name = "接口"
