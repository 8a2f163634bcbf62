"""Pieces that the test runs share; no tests."""
