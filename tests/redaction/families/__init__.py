"""Further families of labelled documents, written without reading the engine.

They share the generator's mechanism (pieces, labels, noise, casting) and nothing of its words or layouts. c, d and f are
open: the engine may be developed on them. e is kept aside: it judges and is not read.
"""
