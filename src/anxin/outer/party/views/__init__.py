"""The pages of the parties' door, one module per use."""
