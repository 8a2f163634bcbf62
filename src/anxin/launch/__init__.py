"""Starting and stopping what the product runs on: PostgreSQL, keys, processes. No Django in this package."""
