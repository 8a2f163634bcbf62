"""Identifiers that are derived from a case and can't be reckoned back without the installation's key."""

from __future__ import annotations

import hashlib
import hmac

from anxin.config.base import secret
from anxin.inner.cases.models import Case


def keyed(purpose: str, case: Case) -> str:
    """64 hexadecimal digits that are the same for one case and purpose and tell nothing else."""
    return hmac.new(secret("inner_hmac_key").encode(), f"{purpose}:{case.pk}".encode(), hashlib.sha256).hexdigest()
