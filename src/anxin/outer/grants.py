"""What each door's account may do in the outer database. A test compares this table with the catalog.

``reader``: the portal and the API. ``importer``: the worker that applies packages. ``party`` and ``intake``: the
parties' door and what the public sends in. What is withheld is for the importer alone.
"""

READ = "SELECT"
WORK = "SELECT, INSERT, UPDATE, DELETE"

PUBLIC = {
    "publications_organ": READ,
    "publications_publication": READ,
    "publications_figures": READ,
}

GRANTS: dict[str, dict[str, str]] = {
    "reader": PUBLIC,
    "party": {"party_account": READ},
    "intake": {},
    "importer": {
        "publications_organ": "SELECT, INSERT, UPDATE",
        "publications_publication": "SELECT, INSERT, UPDATE",
        "publications_withheld": WORK,
        "publications_hold": WORK,
        "publications_checkpoint": "SELECT, INSERT",
        "publications_figures": "SELECT, INSERT, UPDATE",
        "post_outbox": "SELECT, INSERT, UPDATE",
        "post_parcel": "SELECT, INSERT, UPDATE",
        "post_inbox": "SELECT, INSERT, UPDATE",
        "post_sequence": "SELECT, INSERT, UPDATE",
        "post_periodic": "SELECT, INSERT, UPDATE",
    },
}
