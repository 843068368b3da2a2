"""A survey as a living database: YAML records in, a checked and linked `Survey`, tables, exports and a website out."""

__version__ = "0.1.0"
