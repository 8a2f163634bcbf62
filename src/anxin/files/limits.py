"""What a file may cost. Sizes are bytes unless a name says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024

FILE = 50 * MB              # a file as it is handed in
TEXT = 3_000_000            # characters of one document; an indictment has 5,000
ENTRIES = 2_000             # parts of a DOCX
PART = 64 * MB              # one part, unpacked
PARTS = 200 * MB            # all parts, unpacked
XML = 40 * MB               # one XML part that is parsed
RATIO = 400                 # unpacked to packed, for parts over 1 MB; plain repetitive XML reaches about 100
PAGES = 500                 # of a PDF
PAPER_PAGES = 20            # of a PDF that is turned into pictures
PIXELS = 64_000_000         # of a picture, declared
SIDE = 3_000                # longest side of a re-encoded picture


@dataclass(frozen=True)
class Limits:
    """Of one subprocess. Where the system has no rlimits (Windows), only ``wall`` and ``output`` hold."""

    memory: int = 1024 * MB     # address space
    cpu: int = 20               # seconds
    wall: float = 60.0          # seconds; more than cpu because the machine may be busy
    output: int = 64 * MB
    files: int = 3              # open files: 3 means that the worker can't open anything, no socket either


WORD = Limits()
PDF = Limits(files=16)                                          # pypdf and Pillow load modules when they need them
PICTURES = Limits(memory=2048 * MB, output=128 * MB, files=64)  # pages that name a font of the system need it
