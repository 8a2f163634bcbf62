"""Reading a file that somebody handed in. This is the only door: everything behind it runs in the sandbox."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from anxin.files import limits, sandbox
from anxin.files.codec import from_json
from anxin.files.finds import SENTENCES
from anxin.files.limits import MB, Limits
from anxin.files.model import Document, Hidden
from anxin.files.refused import Refused, refused
from anxin.files.sniff import sniff


def read(data: bytes, filename: str = "") -> Document:
    """The document in the file, with everything hidden in it. The name is not used: the content decides.

    Raises Refused, with a sentence for the clerk, for everything that can't be read whole and safely.
    """
    if len(data) > limits.FILE:
        raise refused("too_large", limit=limits.FILE // MB)
    kind = sniff(data)
    if kind == "ole":
        from anxin.files.legacy import to_docx
        document = _read(to_docx(data), "zip")
        note = Hidden("converted", "", "", SENTENCES["converted"])
        return replace(document, format="doc", hidden=(note, *document.hidden))
    return _read(data, kind)


def _read(data: bytes, kind: str) -> Document:
    try:
        return from_json(answer(f"read-{kind}", data, limits.PDF if kind == "pdf" else limits.WORD)["document"])
    except (KeyError, ValueError):
        raise refused("crashed") from None


def answer(job: str, data: bytes, limit: Limits) -> dict[str, Any]:
    """The sandbox's answer to a job. Raises the refusal when that is the answer."""
    try:
        value = json.loads(sandbox.run(job, data, limit))
        if "refused" in value:
            sentence, code = value["refused"]
            raise Refused(str(sentence), str(code))
    except (ValueError, TypeError):
        raise refused("crashed") from None
    return dict(value)
