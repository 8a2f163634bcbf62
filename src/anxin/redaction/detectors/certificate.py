"""Numbers of title certificates: house, land, real estate, forest."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item

_TITLE = re.compile(
    r"(?:不动产权|房屋所有权|房地产权|房产证|房权证|产权证|土地使用权|土地使用证|国用|集用|林权)[^，。；\n第]{0,10}第?([0-9A-Z][0-9A-Z\-]{3,24})(?=号|[，。；）)\n])"
)


def find(text: str) -> list[Item]:
    return [Item(m.start(1), m.end(1), "title_certificate") for m in _TITLE.finditer(text)]
