from django.apps import AppConfig


class InnerPostConfig(AppConfig):
    name = "anxin.inner.post"
    label = "post"
    verbose_name = "交换"
