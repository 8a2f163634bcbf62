"""Values looked for in everything a file holds: all its text in one form, all its bytes in every encoding."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from functools import lru_cache

from anxin.proof import words
from anxin.proof.model import Extract, Finding, Value
from anxin.proof.normal import digits_only, folded, unescaped

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
SHORTEST_BYTES = 6      # shorter ones turn up by chance in fonts and pictures


def search(public: Extract, values: Iterable[Value], original: str = "") -> list[Finding]:
    """One finding for each kind of value and place. ``original`` is the visible text of the original."""
    before, after = folded(original), folded("¶".join(c.text for c in public.chunks))
    wanted = [(v, _Forms(v.text, words.left_as_word(folded(v.text), before, after))) for v in values]
    layers = [*_layers(public)]
    hits = {(value.kind, place) for place, layer in layers for value, forms in wanted if forms.in_text(layer)}
    for place, blob in public.blobs:
        hits |= {(value.kind, place) for value, forms in wanted if forms.in_bytes(blob)}
    return [Finding(kind, place, f"{place}中仍有{kind}。") for kind, place in sorted(hits)]


class Layer:
    """A text in the forms that values are compared in."""

    def __init__(self, text: str) -> None:
        self.folded = folded(unescaped(text))
        self.dotless = self.folded.replace(".", "")
        self.digits = digits_only(self.folded)


def _layers(public: Extract) -> Iterator[tuple[str, Layer]]:
    yield "正文", Layer("¶".join(c.text for c in public.chunks))
    yield "正文（跨行）", Layer("".join(c.text for c in public.chunks))
    for place, text in public.texts:
        yield place, Layer(text)


class _Forms:
    """A value as text and as bytes."""

    def __init__(self, text: str, allowed: int = 0) -> None:
        self.allowed = allowed      # times the visible text has it as an ordinary word
        self.text = folded(text)
        self.digits = digits_only(text) if _is_number(self.text) else ""
        self.bytes = list(_encoded(text))

    def in_text(self, layer: Layer) -> bool:
        plain = self.text.replace(".", "")
        if self.text in layer.folded or plain in layer.dotless:
            return max(layer.folded.count(self.text), layer.dotless.count(plain)) > self.allowed
        return bool(self.digits) and self.digits in layer.digits

    def in_bytes(self, blob: bytes) -> bool:
        return any(pattern in blob and blob.count(pattern) > self.allowed for pattern in self.bytes)


def _is_number(text: str) -> bool:
    return sum(c.isdigit() for c in text) * 2 > len(text) >= 5


@lru_cache(maxsize=4096)
def _encoded(text: str) -> tuple[bytes, ...]:
    """The value's bytes in every encoding, as they are, in hexadecimal and in base64."""
    out: set[bytes] = set()
    for encoding in ENCODINGS:
        raw = text.encode(encoding, "ignore")
        if len(raw) >= SHORTEST_BYTES:
            out.add(raw)
        out |= {raw.hex().encode(), raw.hex().upper().encode()}
        out |= {_inner_base64(raw, offset) for offset in range(3)}
    return tuple(b for b in out if len(b) >= SHORTEST_BYTES)


def _inner_base64(raw: bytes, offset: int) -> bytes:
    """The part of the base64 text that depends on these bytes alone when ``offset`` others come before."""
    text = base64.b64encode(b"\0" * offset + raw)
    first = (0, 2, 3)[offset]
    last = len(text) - (0, 3, 2)[(offset + len(raw)) % 3]
    return text[first:last]
