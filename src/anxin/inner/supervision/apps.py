from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "anxin.inner.supervision"
    label = "supervision"
    verbose_name = "监督"

    def ready(self) -> None:
        """What comes in from outside for this room: complaints, hits of feeds, what was seen on organs' sites."""
        from anxin.inner.post.submissions import HANDLERS
        from anxin.inner.post.wing import APPLY
        from anxin.inner.supervision import complaints, opinion, outside

        HANDLERS["complaint"] = complaints.take
        APPLY.update({"opinion": opinion.take, "link": outside.take_link})
