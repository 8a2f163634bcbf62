"""The independent proof of a public file: nothing protected is left in it, and it equals the original elsewhere.

Shares no module with ``files`` and ``redaction``: its own readers, its own patterns, its own comparison. What must be
hidden by name comes from the law alone (``regulation``), never from the masking that is being checked.
"""
