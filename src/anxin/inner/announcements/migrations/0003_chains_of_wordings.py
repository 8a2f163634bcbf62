from django.db import migrations


def name(apps, schema_editor):
    """The chain of a wording is named after the wording; it shared its name with the item, whose id is another."""
    apps.get_model("approvals", "Chain").objects.filter(subject="announcement").update(subject="announcement_version")


class Migration(migrations.Migration):
    dependencies = [("announcements", "0002_hands_and_cancelled_press"), ("approvals", "0002_mandates")]

    operations = [migrations.RunPython(name, migrations.RunPython.noop)]
