"""The touch screen in the lobby (Art 17): a process of its own with one table and no secret of the installation."""

import os
import secrets

from anxin.config.base import *  # noqa: F403
from anxin.config.base import database

WING = "kiosk"
SECRET_KEY = secrets.token_hex(32)  # nothing is signed: no session, no form
KIOSK_ORGAN = os.environ.get("ANXIN_KIOSK_ORGAN", "")
DATABASES = {"default": database(os.environ["ANXIN_INNER_URL"])}
DATABASES["default"]["OPTIONS"]["options"] = "-c default_transaction_read_only=on"
ROOT_URLCONF = "anxin.config.urls_kiosk"
WSGI_APPLICATION = "anxin.config.wsgi_kiosk.application"
INSTALLED_APPS = ["anxin.web", "anxin.inner.kiosk"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "anxin.web.headers.SecurityHeaders",
    "anxin.web.static.StaticFiles",
    "django.middleware.common.CommonMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["anxin.web.context.site"]},
    }
]
