"""Full-text search over what is public. ``index()`` is the back end; ``catch_up`` and ``rebuild`` keep it current."""
