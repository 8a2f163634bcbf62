"""WSGI entry of the inner wing."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anxin.config.inner")
application = get_wsgi_application()
