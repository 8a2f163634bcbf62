"""The corridor between the wings: package format, signing, kinds of items, spool folder. Pure; see docs/exchange.md."""
