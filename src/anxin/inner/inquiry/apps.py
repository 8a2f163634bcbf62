from django.apps import AppConfig


class InquiryConfig(AppConfig):
    name = "anxin.inner.inquiry"
    label = "inquiry"
    verbose_name = "案件程序性信息查询"

    def ready(self) -> None:
        """What comes in from outside for this room: applications, looks, accounts that need help."""
        from anxin.inner.documents import facts
        from anxin.inner.inquiry import accounts, applications, follow, looks
        from anxin.inner.post.submissions import HANDLERS
        from anxin.inner.post.wing import APPLY

        facts.followers.append(follow.changed)
        HANDLERS.update({
            "application": applications.take, "application_supplement": applications.take_supplement,
            "application_withdrawn": applications.take_withdrawal,
        })  # fmt: skip
        APPLY.update({
            "look": looks.take, "activation_done": accounts.take_activation, "account_event": accounts.take_event,
        })  # fmt: skip
