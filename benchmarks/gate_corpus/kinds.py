"""The register of kinds: each is one function that edits a picture, under a label, in one of two families.

A kind's function takes (picture, rng, scene) and returns the edited picture, `Encoded` bytes of a file, or None where
the kind does not suit the picture. `picture` is 8-bit RGB (or RGBA, see `alpha`), `rng` a numpy generator of its own,
`scene` the `scene.Scene` that the picture belongs to. The first line of the function's comment describes the kind.
"""

from dataclasses import dataclass
from typing import Callable

LABELS = ("good", "dup", "weak")
FAMILIES = ("standard", "own")


@dataclass(frozen=True)
class Encoded:
    """A candidate that is a file of a given form, written as it is."""

    data: bytes
    suffix: str


@dataclass(frozen=True)
class Kind:
    """One kind of candidate.

    label     what a person would say of it: good, dup (near-duplicate) or weak
    family    "standard" for the edits that every gate is tried on, "own" for the rest
    group     kinds of one group resemble each other, so they are never earlier variations of one another
    alpha     what becomes of transparency: "opaque" (flattened on white), "pixels" (colours are edited, the mask stays)
              or "warp" (the function gets and returns RGBA)
    arguable  True where a reasonable person could give another label
    """

    name: str
    label: str
    family: str
    group: str
    alpha: str
    arguable: bool
    edit: Callable

    @property
    def description(self):
        return self.edit.__doc__.strip().split("\n")[0]


KINDS = {}


def register(label, family):
    """A decorator `@kind(group=…, alpha=…, arguable=…)` for the kinds of one module."""

    def kind(group=None, alpha="opaque", arguable=False):
        def add(function):
            name = function.__name__
            if (label, name) in KINDS:
                raise ValueError(f"two kinds are called {label} {name}")
            KINDS[label, name] = Kind(name, label, family, group or name, alpha, arguable, function)
            return function

        return add

    return kind


def chosen(families):
    """Every registered kind of these families, by label and name."""
    from . import standard, own  # noqa: F401  (importing registers them)

    return [KINDS[key] for key in sorted(KINDS) if KINDS[key].family in families]
