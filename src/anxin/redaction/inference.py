"""What lets a reader infer a name that is masked (Article 20(5)): who somebody is to a person whose name stays."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CHAIN = re.compile(
    "(?:被害人|受害人|举报人|报案人|控告人|证人|线索提供人|知情人)"
    "(?:[\u4e00-\u9fff]{2,4}?)?(?:系|是|为|即)([^，。；\\n]{2,40})(?=[。；，\\n]|$)"
)
_TIE = re.compile("之|的|唯一|所在")


def find(text: str, kept: Iterable[str]) -> list[tuple[int, int]]:
    """Clauses that tie a masked person to one of the ``kept`` names by kinship or a unique post."""
    names = [name for name in kept if name]
    return [
        m.span() for m in _CHAIN.finditer(text) if _TIE.search(m.group(1)) and any(name in m.group(1) for name in names)
    ]
