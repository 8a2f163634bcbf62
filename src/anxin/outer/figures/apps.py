from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "anxin.outer.figures"
    label = "figures"
    verbose_name = "公开情况"
