"""WSGI entry of the touch screen."""

import os

from django.core.wsgi import get_wsgi_application

from anxin.launch.child import tie_to_parent

tie_to_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anxin.config.kiosk")
application = get_wsgi_application()
