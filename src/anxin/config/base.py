"""What both wings' settings share: paths, database addresses, middleware order, security headers.

Everything that differs between machines comes from the environment; the launcher sets it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

VAR = Path(os.environ.get("ANXIN_VAR", Path(__file__).resolve().parents[3] / "var"))
DEMO = os.environ.get("ANXIN_DEMO") == "1"


def database(url: str) -> dict[str, Any]:
    """A Django database entry from ``postgresql://user:password@host:port/name?option=value``.

    The host may be a socket's directory: ``postgresql://user:password@/name?host=/directory``.
    """
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {"application_name": "anxin"}
    host = query.pop("host", None) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options | query,
    }


def secret(name: str) -> str:
    """A secret of this installation: from the environment, else from ``var/secrets/NAME``."""
    value = os.environ.get(f"ANXIN_{name.upper()}")
    if value:
        return value
    path = VAR / "secrets" / name
    if not path.exists():
        raise RuntimeError(f"缺少密钥 {name}：请先运行 ./anxin demo，或设置环境变量 ANXIN_{name.upper()}。")
    return path.read_text().strip()


USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ANXIN_HOSTS", "127.0.0.1,localhost").split(",")
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "anxin.web.errors.csrf_failure"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
STATIC_URL = "/static/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
RULES = os.environ.get("ANXIN_RULES", "2014-trial")


def templates(*processors: str) -> list[dict[str, Any]]:
    """The template engine with the wing's context processors."""
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                    "anxin.web.context.site",
                    *processors,
                ]
            },
        }
    ]
