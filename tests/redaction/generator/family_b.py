"""Family B: held out, only for judging. Do not develop on it."""

from .frames_b import *  # noqa: F403
from .words_b import *  # noqa: F403
