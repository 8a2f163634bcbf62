"""What stands in a masked place: the same for every value of a kind, so that nothing shows how long the secret is."""

from __future__ import annotations

_STARS = {
    "id_card": "*" * 18, "phone": "*" * 11, "bank_card": "*" * 16, "org_account": "*" * 16, "passport": "*" * 9, "plate": "*" * 7,
    "birth": "**月**", "home_address": "****", "health": "****", "secret": "****",
}
_DEFAULT = "*" * 8
NICKNAME = "某某"


def of_kind(kind: str) -> str:
    return _STARS.get(kind, _DEFAULT)
