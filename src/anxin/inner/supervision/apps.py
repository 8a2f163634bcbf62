from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "anxin.inner.supervision"
    label = "supervision"
    verbose_name = "监督"
