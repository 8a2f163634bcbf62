from django.apps import AppConfig


class OuterPostConfig(AppConfig):
    name = "anxin.outer.post"
    label = "post"
    verbose_name = "交换"
