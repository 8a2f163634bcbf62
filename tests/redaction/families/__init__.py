"""Further families of labelled documents, written without reading the engine.

They share the generator's mechanism (pieces, labels, noise, casting) and nothing of its words or layouts. All are open
now: each was measured unread and then learnt from, e, g and h last. The next judgment needs a new one.
"""
