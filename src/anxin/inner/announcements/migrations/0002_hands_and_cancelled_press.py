from django.db import migrations, models


def hands(apps, schema_editor):
    """Whoever drafted an item had a hand in it."""
    for item in apps.get_model("announcements", "Announcement").objects.all():
        item.hands = [item.drafter_id]
        item.save(update_fields=["hands"])


class Migration(migrations.Migration):
    dependencies = [("announcements", "0001_initial")]

    operations = [
        migrations.AddField(
            "announcement", "hands", models.JSONField(default=list, verbose_name="参与拟制的人员"),
        ),
        migrations.AddField(
            "pressrecord", "cancelled_at", models.DateTimeField(null=True, verbose_name="取消时间"),
        ),
        migrations.AddField(
            "pressrecord", "cancelled_reason",
            models.CharField(blank=True, max_length=200, verbose_name="取消理由"),
        ),
        migrations.RunPython(hands, migrations.RunPython.noop),
    ]
