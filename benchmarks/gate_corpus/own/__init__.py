"""Edits beyond the usual ones: what image models, tools and broken pipelines also produce."""

from . import duplicates, good, good_art, weak, weak_files  # noqa: F401
