"""Family A: the one to develop the engine on."""

from .frames_a import *  # noqa: F403
from .words_a import *  # noqa: F403
