from django.apps import AppConfig


class PartyConfig(AppConfig):
    name = "anxin.outer.party"
    label = "party"
    verbose_name = "当事人"
