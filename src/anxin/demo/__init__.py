"""Demonstration data: fictional people, cases and documents, handed over as the case-handling system would."""
