"""Documents as JSON values: how they leave the sandbox and how they are stored.

A dataclass becomes an object of the fields that differ from their defaults, a tuple becomes a list.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from anxin.files.model import Block, Cell, Document, Hidden, Mark, Page, Paragraph, Run, Section, Table

Json = dict[str, Any]
T = TypeVar("T")


def to_json(document: Document) -> Json:
    """The document as a JSON value."""
    value: Json = _encode(document)
    return value


def from_json(data: Mapping[str, Any]) -> Document:
    """The document of a JSON value; unknown fields are left out. Raises ValueError when it is not whole."""
    try:
        document = _object(Document, data)
        _check(document)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a document: {error}") from None
    return document


def _encode(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if not dataclasses.is_dataclass(value):
        return value
    data = {}
    for name, default in _ALL[type(value)]:
        item = getattr(value, name)
        if item != default:
            data[name] = _encode(item)
    return data


def _listed(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, Page() if f.default_factory is Page else f.default) for f in dataclasses.fields(cls))


_ALL: dict[type[Any], tuple[tuple[str, Any], ...]] = {
    cls: _listed(cls) for cls in (Cell, Document, Hidden, Mark, Page, Paragraph, Run, Section, Table)}


def _object(cls: type[T], data: Mapping[str, Any]) -> T:
    return cls(**{name: _NESTED[name](data[name]) if name in _NESTED else data[name]
                  for name, _ in _ALL[cls] if name in data})


def _objects(cls: type[T], items: list[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple([_object(cls, item) for item in items])


def _blocks(items: list[Mapping[str, Any]]) -> tuple[Block, ...]:
    return tuple([_object(Table, item) if "rows" in item else _object(Paragraph, item) for item in items])


def _rows(rows: list[list[Mapping[str, Any]]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple([_objects(Cell, row) for row in rows])


_NESTED: dict[str, Callable[[Any], Any]] = {
    "blocks": _blocks,
    "rows": _rows,
    "widths": tuple,
    "runs": partial(_objects, Run),
    "sections": partial(_objects, Section),
    "hidden": partial(_objects, Hidden),
    "marks": partial(_objects, Mark),
    "page": partial(_object, Page),
}


def _check(document: Document) -> None:
    """Paragraphs must follow each other inside the text, and their runs must cover them."""
    end = -1
    for paragraph in document.paragraphs():
        if not end < paragraph.start <= paragraph.end <= len(document.text):
            raise ValueError(f"paragraph out of place: {paragraph.start}-{paragraph.end}")
        at = paragraph.start
        for run in paragraph.runs:
            if run.start != at or run.end < at:
                raise ValueError(f"run out of place: {run.start}-{run.end}")
            at = run.end
        if paragraph.runs and at != paragraph.end:
            raise ValueError(f"paragraph not covered: {paragraph.start}-{paragraph.end}")
        end = paragraph.end
    if document.text and end != len(document.text):
        raise ValueError("text outside the paragraphs")
