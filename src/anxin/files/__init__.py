"""Word and PDF in, Word and PDF out, nothing hidden left inside. No Django."""
