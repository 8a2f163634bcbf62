"""WSGI entry of the parties' door."""

import os

from django.core.wsgi import get_wsgi_application

from anxin.launch.child import tie_to_parent

tie_to_parent()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "anxin.config.party")
application = get_wsgi_application()
