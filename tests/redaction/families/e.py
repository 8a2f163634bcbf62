"""Family e: kept aside and measured once, at the end; whoever develops the engine does not open it."""

from .e_crimes import *  # noqa: F403
from .e_frames import *  # noqa: F403
from .e_plan import write as write
from .e_words import *  # noqa: F403
