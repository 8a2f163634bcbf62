"""The law as data and pure functions over it. No Django, no I/O but its own data files."""
