"""Forms of the parties' door."""
