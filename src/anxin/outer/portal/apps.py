from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "anxin.outer.portal"
    label = "portal"
    verbose_name = "门户"
