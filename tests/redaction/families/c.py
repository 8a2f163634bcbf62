"""Family c: open, the engine's author may look at it and learn from its errors."""

from .c_crimes import *  # noqa: F403
from .c_frames import *  # noqa: F403
from .c_words import *  # noqa: F403
from .skeleton import write as write
