from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "anxin.outer.submissions"
    label = "submissions"
    verbose_name = "来件"
