"""The corridor between the wings: package format, signing, spool. No Django models."""
