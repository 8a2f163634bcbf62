"""The inner wing 工作网: cases, originals, masking, approvals, audit."""

import os

from anxin.config.base import *  # noqa: F403
from anxin.config.base import VAR, database, secret, templates

WING = "inner"
SECRET_KEY = secret("inner_secret_key")
DATABASES = {"default": database(os.environ["ANXIN_INNER_URL"])}
AUTH_USER_MODEL = "organs.Staff"
ROOT_URLCONF = "anxin.config.urls_inner"
WSGI_APPLICATION = "anxin.config.wsgi_inner.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "anxin.web",
    "anxin.inner.ledger",
    "anxin.inner.organs",
    "anxin.inner.cases",
    "anxin.inner.approvals",
    "anxin.inner.documents",
    "anxin.inner.announcements",
    "anxin.inner.inquiry",
    "anxin.inner.kiosk",
    "anxin.inner.post",
    "anxin.inner.statistics",
    "anxin.inner.supervision",
    "anxin.inner.workbench",
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
    "anxin.inner.workbench.middleware.SignedInOnly",
]
TEMPLATES = templates("anxin.inner.workbench.context.workbench")
SESSION_COOKIE_NAME = "anxin_inner"
CSRF_COOKIE_NAME = "anxin_inner_csrf"
LOGIN_URL = "/sign-in/"
FILE_STORE = VAR / "inner" / "files"
SPOOL = VAR / "spool"
ORDERS = VAR / "inner" / "orders"
INTAKE = VAR / "intake"
# where the public finds the portal, for the link that organs put on their own sites (Art 3)
PORTAL_ADDRESS = os.environ.get("ANXIN_PORTAL_ADDRESS", "https://案件信息公开系统网址").rstrip("/")
