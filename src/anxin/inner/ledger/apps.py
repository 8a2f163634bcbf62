from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "anxin.inner.ledger"
    label = "ledger"
    verbose_name = "日志"
