"""What each door's account may do in the outer database. A test compares this table with the catalog.

``reader``: the portal and the API. ``importer``: the worker that applies packages. ``party`` and ``intake``: the
parties' door and what the public sends in. What is withheld is for the importer alone.
"""

READ = "SELECT"
WORK = "SELECT, INSERT, UPDATE, DELETE"

ANSWERED = {"submissions_ticket": READ, "submissions_answer": READ}
PUBLIC = {
    "publications_organ": READ,
    "publications_publication": READ,
    "figures_month": READ,
    "figures_cell": READ,
}

GRANTS: dict[str, dict[str, str]] = {
    "reader": PUBLIC | ANSWERED,
    # row-level security shows the parties' door one person's rows at a time (``party``, 0002_walls)
    "party": ANSWERED | {
        "publications_organ": READ,
        "party_account": "SELECT, UPDATE",
        "party_activation": "SELECT, UPDATE",
        "party_binding": READ,
        "party_record": READ,
        "party_session": WORK,
        "party_act": "SELECT, INSERT",
        "party_stafflook": READ,
        "party_document": READ,  # a view: of what is public, what a link needs
        "party_errand": "INSERT",
        "party_attempt": "SELECT, INSERT, DELETE",
    },
    "intake": {
        "submissions_submission": "INSERT",
        "submissions_sealed": "INSERT",
        "submissions_ticket": "INSERT",
        "complaints_attempt": "SELECT, INSERT",
    },
    "importer": {
        "publications_organ": "SELECT, INSERT, UPDATE",
        "publications_publication": "SELECT, INSERT, UPDATE",
        "publications_withheld": WORK,
        "publications_hold": WORK,
        "publications_checkpoint": "SELECT, INSERT",
        "figures_month": "SELECT, INSERT, UPDATE",
        "figures_cell": "SELECT, INSERT, UPDATE",
        "submissions_submission": "SELECT, UPDATE",
        "submissions_sealed": "SELECT, DELETE",
        "submissions_ticket": "SELECT, INSERT",
        "submissions_answer": "SELECT, INSERT, UPDATE",
        "complaints_attempt": "SELECT, DELETE",
        "party_account": WORK,
        "party_activation": WORK,
        "party_binding": WORK,
        "party_record": WORK,
        "party_session": WORK,
        "party_act": WORK,
        "party_stafflook": WORK,
        "party_errand": WORK,
        "party_message": WORK,
        "party_attempt": WORK,
        "watch_feed": "SELECT, INSERT, UPDATE",
        "watch_sighting": "SELECT, INSERT",
        "watch_site": "SELECT, INSERT, UPDATE",
        "post_outbox": "SELECT, INSERT, UPDATE",
        "post_parcel": "SELECT, INSERT, UPDATE",
        "post_inbox": "SELECT, INSERT, UPDATE",
        "post_sequence": "SELECT, INSERT, UPDATE",
        "post_periodic": "SELECT, INSERT, UPDATE",
    },
}
