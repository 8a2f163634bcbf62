from django.apps import AppConfig


class AnnouncementsConfig(AppConfig):
    name = "anxin.inner.announcements"
    label = "announcements"
    verbose_name = "重要案件信息"

    def ready(self) -> None:
        """Announcements follow the facts of their case."""
        from anxin.inner.announcements import facts
        from anxin.inner.documents.facts import followers

        followers.append(facts.changed)
