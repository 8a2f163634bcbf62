"""The parties' door (Art 7-10): a process of the outer wing with a database account and addresses of its own."""

from anxin.config.outer import *  # noqa: F403
from anxin.config.outer import templates

DOOR = "party"
ROOT_URLCONF = "anxin.config.urls_party"
WSGI_APPLICATION = "anxin.config.wsgi_party.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "anxin.web.headers.SecurityHeaders",
    "anxin.web.static.StaticFiles",
    "django.middleware.common.CommonMiddleware",
    "anxin.outer.party.middleware.Walls",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = templates("anxin.outer.party.context.door")
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_COOKIE_NAME = "anxin_party_csrf"
CSRF_COOKIE_SAMESITE = "Strict"
# identity papers stay in memory: never a temporary file
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 42 * 1024 * 1024
