"""The outer wing 互联网: what the public and the parties may see."""

import os
from urllib.parse import unquote, urlsplit

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
    "anxin.outer.figures",
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
ORDERS = VAR / "outer" / "orders"
# names under which other sites link to the portal (Art 3)
PORTAL_HOSTS = os.environ.get("ANXIN_PORTAL_HOSTS", ",".join(ALLOWED_HOSTS)).split(",")
# where the two doors find each other, as people see them (empty: no link)
PORTAL_ADDRESS = os.environ.get("ANXIN_PORTAL_ADDRESS", "").rstrip("/")
PARTY_ADDRESS = os.environ.get("ANXIN_PARTY_ADDRESS", "").rstrip("/")
# notices: a mail server as smtp://user:password@host:port (smtps:// for TLS from the first byte), else files
EMAIL = urlsplit(os.environ.get("ANXIN_SMTP", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL.hostname else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = VAR / "outer" / "mail"
EMAIL_HOST, EMAIL_PORT = EMAIL.hostname or "", EMAIL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(EMAIL.username or ""), unquote(EMAIL.password or "")
EMAIL_USE_SSL = EMAIL.scheme == "smtps"
EMAIL_USE_TLS = bool(EMAIL.username) and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = os.environ.get("ANXIN_MAIL_FROM", "noreply@localhost")
SMS_PROVIDER = os.environ.get("ANXIN_SMS_PROVIDER", "anxin.outer.party.sms.FileProvider")
SMS_FILES = VAR / "outer" / "sms"
