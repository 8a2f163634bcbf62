from django.apps import AppConfig


class WatchConfig(AppConfig):
    name = "anxin.outer.watch"
    label = "watch"
    verbose_name = "网络查看"

    def ready(self) -> None:
        """What the inner wing asks this room to look at."""
        from anxin.outer.post.wing import APPLY
        from anxin.outer.watch import feeds, links

        APPLY.update({"feed": feeds.take, "site": links.take})
