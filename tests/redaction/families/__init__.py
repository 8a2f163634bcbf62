"""Further families of labelled documents, written without reading the engine.

They share the generator's mechanism (pieces, labels, noise, casting) and nothing of its words or layouts. c is open:
the engine may be developed on it; d and f judge it.
"""
