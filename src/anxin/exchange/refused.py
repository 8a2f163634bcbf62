"""Why a package is not accepted."""


class Refused(Exception):
    """A package or item that must not be applied. The message is a sentence for the duty officer."""
