from django.apps import AppConfig, apps


class KioskConfig(AppConfig):
    name = "anxin.inner.kiosk"
    label = "kiosk"
    verbose_name = "触摸显示屏"

    def ready(self) -> None:
        """In the inner wing a change of a case's facts reaches the screen; the screen's own process knows no case."""
        if apps.is_installed("anxin.inner.documents"):
            from anxin.inner.documents import facts
            from anxin.inner.kiosk import followups

            facts.followers.append(followups.after_change)
