"""What staff did with a right, behind the same wall as what the person did; a view of what is public, for links.

The view shows of a publication no more than a link needs. A migration that changes one of these columns has to drop
the view first.
"""

from importlib import import_module

from django.db import migrations, models

walls = import_module("anxin.outer.party.migrations.0002_walls")
VIEW = """CREATE VIEW party_document AS
    SELECT public_id, case_ref, title, number, doc_type, published_at FROM publications_publication
    WHERE state = 'public' AND case_ref <> ''"""


class Migration(migrations.Migration):

    dependencies = [
        ('party', '0002_walls'),
        ('publications', '0002_announcements'),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('public_id', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='公开编号')),
                ('case_ref', models.CharField(max_length=64, verbose_name='案件的公开编号')),
                ('title', models.CharField(max_length=200, verbose_name='标题')),
                ('number', models.CharField(max_length=80, verbose_name='文号')),
                ('doc_type', models.CharField(max_length=40, verbose_name='文书种类')),
                ('published_at', models.DateTimeField(verbose_name='发布时间')),
            ],
            options={
                'verbose_name': '本案已公开的文书',
                'verbose_name_plural': '本案已公开的文书',
                'db_table': 'party_document',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='StaffLook',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False, verbose_name='编号')),
                ('account', models.UUIDField(verbose_name='账号')),
                ('binding', models.UUIDField(verbose_name='查询资格')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('organ_name', models.CharField(max_length=60, verbose_name='院')),
                ('department', models.CharField(max_length=60, verbose_name='部门')),
                ('what', models.CharField(max_length=16, verbose_name='内容')),
                ('channel', models.CharField(blank=True, max_length=12, verbose_name='方式')),
            ],
            options={
                'verbose_name': '工作人员的查看',
                'verbose_name_plural': '工作人员的查看',
                'indexes': [models.Index(fields=['account', '-at'], name='party_staff_look_of')],
            },
        ),
        walls.walls("stafflook", [f"own FOR SELECT USING (account = {walls.ME})"]),
        migrations.RunSQL(VIEW, "DROP VIEW party_document"),
    ]
