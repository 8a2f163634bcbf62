"""Further families of labelled documents, written without reading the engine.

They share the generator's mechanism (pieces, labels, noise, casting) and nothing of its words or layouts. All are open
now: c, d and f were measured unread and then learnt from, e was kept aside to the last. The next judgment needs a new one.
"""
