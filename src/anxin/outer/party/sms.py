"""Text messages through an interface: an operator names the class of the provider in ``ANXIN_SMS_PROVIDER``."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils import timezone


class Provider(Protocol):
    def send(self, phone: str, text: str) -> None:
        """Send one message; raises when it was not taken."""


class FileProvider:
    """The default: every message is one file below ``var/outer/sms``, for an operator without a provider."""

    def send(self, phone: str, text: str) -> None:
        place = Path(settings.SMS_FILES)
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = place / f"{timezone.now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.txt"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{phone}\n{text}\n")
