"""The built-in encoder's files, and the recipe that made them (README.md)."""
