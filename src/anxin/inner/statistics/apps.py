from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "anxin.inner.statistics"
    label = "statistics"
    verbose_name = "统计"
