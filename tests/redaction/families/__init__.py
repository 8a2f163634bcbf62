"""A further family of labelled documents, written without reading the engine: c is open.

It shares the generator's mechanism (pieces, labels, noise, casting) and nothing of its words or layouts.
"""
