from django.apps import AppConfig


class AnnouncementsConfig(AppConfig):
    name = "anxin.inner.announcements"
    label = "announcements"
    verbose_name = "重要案件信息"

    def ready(self) -> None:
        """Announcements follow the facts of their case, and its handler."""
        from anxin.inner.announcements import facts, handover
        from anxin.inner.documents import facts as documents
        from anxin.inner.documents import handover as cases

        documents.followers.append(facts.changed)
        cases.followers.append(handover.hand_over)
