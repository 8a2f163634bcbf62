from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "anxin.outer.publications"
    label = "publications"
    verbose_name = "公开信息"
