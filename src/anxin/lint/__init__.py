"""No facts and no evidence about pending cases (Art 11, last paragraph), clause by clause."""

from anxin.lint.engine import lint
from anxin.lint.model import Finding
from anxin.lint.vocabulary import Rules, standard

__all__ = ["Finding", "Rules", "lint", "standard"]
