"""The edits that every gate is tried on."""

from . import duplicates, good, weak  # noqa: F401
