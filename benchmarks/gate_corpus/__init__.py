"""Labelled candidates for the quality gate, made from any folder of real pictures by seeded edits."""
