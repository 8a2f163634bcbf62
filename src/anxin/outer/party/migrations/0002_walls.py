"""Row-level security: the parties' door sees one person's rows at a time, and nobody's while nobody has asked.

``anxin.account`` is the person who has proved who they are, ``anxin.claim`` the login or id that somebody says to be
theirs, ``anxin.session`` the hash of the cookie that was shown; all are set for one transaction (``party.walls``). The
importer, by the name of its database account, writes everything. The tables' owner sees nothing: a later migration
that moves data has to lift the walls first.
"""

from django.db import migrations

ME = "NULLIF(current_setting('anxin.account', true), '')::uuid"
CLAIM = "NULLIF(current_setting('anxin.claim', true), '')"
SESSION = "NULLIF(current_setting('anxin.session', true), '')"
LIVE = f"""EXISTS (SELECT 1 FROM party_binding b WHERE b.id = binding AND b.account = {ME} AND b.ended_at IS NULL
    AND (b.valid_until IS NULL OR b.valid_until > statement_timestamp())
    AND b.lease_until > statement_timestamp())"""
POLICIES = {
    "account": [
        f"own FOR SELECT USING (id = {ME} OR login = {CLAIM} OR id::text = {CLAIM})",
        f"change FOR UPDATE USING (id = {ME}) WITH CHECK (id = {ME})",
    ],
    "activation": [
        f"own FOR SELECT USING (account = {ME} OR login = {CLAIM})",
        f"change FOR UPDATE USING (account = {ME}) WITH CHECK (account = {ME})",
    ],
    "binding": [f"own FOR SELECT USING (account = {ME})"],
    "record": [f"own FOR SELECT USING (account = {ME} AND {LIVE})"],
    "session": [
        f"own FOR ALL USING (account = {ME}) WITH CHECK (account = {ME})",
        f"held FOR SELECT USING (key_hash = {SESSION})",
    ],
    "act": [f"own FOR SELECT USING (account = {ME})", f"add FOR INSERT WITH CHECK (account = {ME})"],
    "errand": ["add FOR INSERT WITH CHECK (done_at IS NULL)"],
    "message": [],
}
IMPORTER = "right(current_user, 9) = '_importer'"


def walls(table: str, policies: list[str]) -> migrations.RunSQL:
    name = f"party_{table}"
    statements = [
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY importer ON {name} FOR ALL USING ({IMPORTER}) WITH CHECK ({IMPORTER})",
        *(policy_of(name, policy) for policy in policies),
    ]
    return migrations.RunSQL(statements, [f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY"])


def policy_of(table: str, policy: str) -> str:
    name, _, rule = policy.partition(" ")
    return f"CREATE POLICY {name} ON {table} {rule}"


class Migration(migrations.Migration):
    dependencies = [("party", "0001_initial")]
    operations = [walls(table, policies) for table, policies in POLICIES.items()]
