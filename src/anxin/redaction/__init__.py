"""The masking engine: find, name, apply, prove (Articles 19, 20, 22). No Django."""
