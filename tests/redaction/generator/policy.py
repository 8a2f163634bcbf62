"""The labelling policy of the development set, written once: who and what is masked, kept, or left open."""

from __future__ import annotations

from .pieces import Label, Piece

LIGHT = {"拘役", "管制", "罚金", "免予刑事处罚"}
OPEN = {"无罪"}
NAME_KINDS = {"full": "name", "given": "given_name", "nickname": "nickname", "former": "former_name"}


def decision(person: dict) -> tuple[str, str, tuple[str, ...]]:
    """(must, article, accepted articles) for the names of one person."""
    role, sentence = person["role"], person["sentence"]
    if role in ("official", "lawyer"):
        return "keep", "22", ("22",)
    if person["consent_to_name"] and not person["minor"]:
        return "keep", "19(P2)", ("19(P2)", "22")
    if role == "defendant":
        return _defendant(person, sentence)
    if role == "non_prosecuted":
        return "mask", "19(2)", ("19(2)", "20(2)") if person["minor"] else ("19(2)",)
    if role in ("victim", "victim_rep", "witness", "expert"):
        return "mask", "19(1)", ("19(1)", "20(2)") if person["minor"] else ("19(1)",)
    return "optional", "20(4)", ("20(4)", "20(5)", "20(6)", "19(1)")


def _defendant(person: dict, sentence: dict | None) -> tuple[str, str, tuple[str, ...]]:
    if person["minor"]:
        return "mask", "20(2)", ("20(2)", "19(3)", "4")
    if sentence is None or sentence["type"] in OPEN:
        return "optional", "19(3)", ("19(3)", "20(6)")
    light = sentence["type"] in LIGHT or (sentence["type"] == "有期徒刑" and sentence["months"] <= 36)
    if light and not person["recidivist"] and not person["habitual"]:
        return "mask", "19(3)", ("19(3)",)
    return "keep", "22", ("22", "19(3)")


def name_piece(person: dict, text: str, form: str) -> Piece:
    """One mention: ``form`` is full, given, nickname or former."""
    must, article, ok = decision(person)
    kind = NAME_KINDS[form]
    if person["role"] in ("official", "lawyer"):
        kind = f"{person['role']}_name"
    tier = {"mask": "direct", "keep": "keep", "optional": "optional"}[must]
    piece = Piece(text, Label(kind, must, article, ok, tier, "name", person["key"], form))
    keeps = len(person["surname"]) if text.startswith(person["surname"]) else 0
    return piece.with_core_from(keeps if form in ("full", "former") else 0)


def surname_piece(person: dict) -> Piece:
    """A bare surname (张供述) may stay, and has to where the whole name stays."""
    must, article, ok = decision(person)
    must = "keep" if must == "keep" else "optional"
    return Piece(person["surname"], Label("surname_only", must, article, ok, must, "name", person["key"]))


def _masked(
    kind: str, text: str, core: int, article: str, ok: tuple[str, ...], tier: str, cls: str, person: str | None
) -> Piece:
    return Piece(text, Label(kind, "mask", article, ok, tier, cls, person)).with_core_from(core)


def number(kind: str, text: str, person: dict | None = None, core: int = 0) -> Piece:
    """Identity numbers, contacts, accounts: Article 20(1), of organisations 20(3), plates 20(6)."""
    key = person["key"] if person else None
    if kind == "plate":
        return _masked(kind, text, core, "20(6)", ("20(6)", "20(1)"), "optional_class", "number", key)
    if kind == "org_account":
        return _masked(kind, text, core, "20(3)", ("20(3)",), "direct", "number", None)
    ok = ("20(1)", "20(2)") if person and person["minor"] else ("20(1)",)
    return _masked(kind, text, core, "20(1)", ok, "direct", "number", key)


def home(text: str, core: int, person: dict) -> Piece:
    ok = ("20(1)", "20(2)") if person["minor"] else ("20(1)",)
    return _masked("home_address", text, core, "20(1)", ok, "direct", "address", person["key"])


def health(text: str, core: int, person: dict) -> Piece:
    ok = ("20(1)", "20(2)") if person["minor"] else ("20(1)",)
    return _masked("health", text, core, "20(1)", ok, "sensitive", "text", person["key"])


def birth(text: str, person: dict) -> Piece:
    if person["minor"]:
        return _masked("birth", text, 0, "20(2)", ("20(2)", "20(1)"), "sensitive", "date", person["key"])
    return optional("birth", text, "20(1)", person)


def school(text: str, person: dict) -> Piece:
    return _masked("school", text, 0, "20(2)", ("20(2)",), "sensitive", "text", person["key"])


def secret(text: str) -> Piece:
    return _masked("secret", text, 0, "20(4)", ("20(4)",), "sensitive", "text", None)


def inference(text: str, about: dict) -> Piece:
    """A chain that tells who someone is matters only where the name it starts from stays (Article 20(5))."""
    if decision(about)[0] == "keep":
        return _masked("inference", text, 0, "20(5)", ("20(5)",), "inference", "text", None)
    return optional("inference", text, "20(5)", None)


def optional(kind: str, text: str, article: str, person: dict | None) -> Piece:
    key = person["key"] if person else None
    return Piece(text, Label(kind, "optional", article, (article,), "optional", "text", key))


def keep(kind: str, text: str) -> Piece:
    return Piece(text, Label(kind))
