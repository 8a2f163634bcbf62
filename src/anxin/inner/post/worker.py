"""Sending and receiving, one pass each; the loop calls them, and so do tests and the command line."""

from __future__ import annotations

from anxin.inner.post.wing import WING
from anxin.work import receipts, receiving, sending


def send_pending() -> int:
    """Seal what waits into packages and write them to the spool; the number of packages sealed."""
    receipts.read_receipt(WING)
    return sending.send_pending(WING)


def receive_pending() -> int:
    """Apply what is in the spool and write the receipt; the number of packages applied."""
    applied = receiving.receive_pending(WING)
    receipts.write_receipt(WING)
    return applied
