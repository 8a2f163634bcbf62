"""Rights of the inner wing's run-time roles. A test compares them with the catalog.

``app`` may read and write every table, but of the ledger it may only add; nobody may change or delete there.
``*`` is every table not named.
"""

GRANTS: dict[str, dict[str, str]] = {
    "app": {
        "*": "SELECT, INSERT, UPDATE, DELETE",
        "(database)": "TEMPORARY",  # the statistics count in temporary tables
        "ledger_entry": "SELECT, INSERT",
        "ledger_head": "SELECT, INSERT, UPDATE",
        "documents_legaldocument": "SELECT, INSERT",
        "documents_service": "SELECT, INSERT",
        "documents_publication": "SELECT, INSERT, UPDATE",
        "django_migrations": "SELECT",
    },
    "kiosk": {"kiosk_screen": "SELECT"},  # Art 17: the touch screen reads one table
}
