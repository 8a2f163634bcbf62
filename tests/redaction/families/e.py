"""Family e: kept aside until it was measured, last of all; open since."""

from .e_crimes import *  # noqa: F403
from .e_frames import *  # noqa: F403
from .e_plan import write as write
from .e_words import *  # noqa: F403
