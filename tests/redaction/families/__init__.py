"""Further families of labelled documents, written without reading the engine.

They share the generator's mechanism (pieces, labels, noise, casting) and nothing of its words or layouts. c to f are
open: c, d and f were measured unread and then learnt from, e was kept aside to the last. g is the one that is kept aside
now: nobody who works on the engine reads it before it has judged.
"""
