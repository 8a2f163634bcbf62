"""The outer wing 互联网: what the public and the parties may see."""

import os

from anxin.config.base import *  # noqa: F403
from anxin.config.base import ALLOWED_HOSTS, VAR, database, secret, templates

WING = "outer"
SECRET_KEY = secret("outer_secret_key")
DATABASES = {"default": database(os.environ["ANXIN_OUTER_URL"])}
if "ANXIN_OUTER_INTAKE_URL" in os.environ:  # the doors that take something in have a second login that can only add
    DATABASES["intake"] = database(os.environ["ANXIN_OUTER_INTAKE_URL"]) | {"ATOMIC_REQUESTS": False}
AUTH_USER_MODEL = "party.Account"
ROOT_URLCONF = "anxin.config.urls_outer"
WSGI_APPLICATION = "anxin.config.wsgi_outer.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "anxin.web",
    "anxin.outer.publications",
    "anxin.outer.party",
    "anxin.outer.submissions",
    "anxin.outer.post",
    "anxin.outer.watch",
    "anxin.outer.complaints",
    "anxin.outer.portal",
    "anxin.outer.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "anxin.web.headers.SecurityHeaders",
    "anxin.web.static.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = templates()
SESSION_COOKIE_NAME = "anxin_outer"
CSRF_COOKIE_NAME = "anxin_outer_csrf"
FILE_STORE = VAR / "outer" / "files"
SEARCH_INDEX = VAR / "outer" / "search.sqlite"
SPOOL = VAR / "spool"
# names under which other sites link to the portal (Art 3)
PORTAL_HOSTS = os.environ.get("ANXIN_PORTAL_HOSTS", ",".join(ALLOWED_HOSTS)).split(",")
