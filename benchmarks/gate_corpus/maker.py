"""Makes every candidate of one source and the lines that describe them."""

import hashlib
import os
from dataclasses import dataclass

import numpy as np
from PIL import Image

from . import kinds
from .pixels import change, resized
from .scene import Scene, on_white

#: Candidates are written so well that the file adds no fault of its own.
QUALITY = 95
TWIN_QUALITY = 92
TWIN_SCALE = 0.9
#: One candidate in so many gets twins.
TWIN_SHARE = 3
#: Share of the near-duplicates and weak results that are made from an earlier variation, not from the source.
FROM_VARIATION = 0.45
MOST_PREVIOUS = 3
#: An edit that moves the pixels by less than so many grey levels on average is arguable: a "good" one is nearly the
#: source, and a "weak" one does hardly any harm.
LEAST_CHANGE = {"good": 5, "weak": 2.5, "dup": 0}


def generator(*names):
    """A random generator that depends on these names alone."""
    digest = hashlib.sha1(":".join(map(str, names)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def half(scene):
    """ "a" for one half of all scenes, "b" for the other."""
    return "ab"[int(hashlib.sha1(scene.encode()).hexdigest(), 16) % 2]


@dataclass(frozen=True)
class Maker:
    """Called with a picture's record, makes its candidates and returns its cases."""

    out: str
    names: list
    families: set
    records: list
    seed: int
    max_side: int
    twins: bool

    def __call__(self, record):
        return _Work(self, Scene.open(record, self.records, self.max_side)).cases()


class _Work:
    def __init__(self, maker, scene):
        self.maker = maker
        self.scene = scene
        self.record = scene.record
        chosen = [kind for kind in kinds.chosen(maker.families) if kind.name in maker.names]
        self.kinds = {label: [kind for kind in chosen if kind.label == label] for label in kinds.LABELS}
        self.variations = {}
        self.found = []

    def random(self, *names):
        return generator(self.maker.seed, self.record.id, *names)

    def cases(self):
        self.source_path = self.write("source", self.scene.source)
        for kind in self.kinds["good"]:
            picture = edited(kind, self.scene.source, self.random("good", kind.name), self.scene)
            if picture is not None:
                self.variations[kind.name] = (kind, self.write(f"good_{kind.name}", picture), picture)
        for name, (kind, path, picture) in self.variations.items():
            random = self.random("previous", name)
            self.add(kind, "", self.earlier(random, int(random.integers(0, MOST_PREVIOUS + 1)), kind), path, picture)
        for kind in self.kinds["dup"]:
            self.duplicate(kind)
        for kind in self.kinds["weak"]:
            self.weak(kind)
        return self.found

    def duplicate(self, kind):
        """Of an earlier variation, or of the source."""
        random = self.random("dup", kind.name)
        previous = self.earlier(random, int(random.integers(1, MOST_PREVIOUS + 1)))
        of_variation = bool(previous) and random.random() < FROM_VARIATION
        sub = str(random.choice(previous)) if of_variation else "source"
        base = self.variations[sub][2] if of_variation else self.scene.source
        picture = edited(kind, base, random, self.scene)
        if picture is not None:
            self.add(kind, sub, previous, self.write(f"dup_{kind.name}", picture), picture)

    def weak(self, kind):
        """Made from the source, or from a variation that keeps its lines."""
        random = self.random("weak", kind.name)
        bases = [name for name, (good, _, _) in self.variations.items() if good.alpha != "opaque" and not good.arguable]
        of_variation = bool(bases) and random.random() < FROM_VARIATION
        sub = str(random.choice(bases)) if of_variation else "source"
        base = self.variations[sub][2] if of_variation else self.scene.source
        previous = self.earlier(random, int(random.integers(0, MOST_PREVIOUS + 1)))
        picture = edited(kind, base, random, self.scene)
        if picture is not None:
            self.add(kind, sub, previous, self.write(f"weak_{kind.name}", picture), picture)

    def earlier(self, random, count, candidate=None):
        """Names of so many variations that a gate could have accepted before, no two of one group."""
        groups = {candidate.group} if candidate else set()
        names = []
        for name in random.permutation(sorted(self.variations)):
            kind = self.variations[name][0]
            if len(names) < count and kind.group not in groups and not kind.arguable:
                groups.add(kind.group)
                names.append(str(name))
        return names

    def add(self, kind, sub, previous, path, picture):
        case = dict(
            id=f"{self.record.id}/{kind.label}/{kind.name}/{sub}", sid=self.record.id, scene=self.record.scene,
            half=half(self.record.scene), kind=self.record.kind, label=kind.label, type=kind.name, sub=sub,
            family=kind.family, arguable=kind.arguable or self.hardly_changed(kind, sub, picture), source=self.source_path,
            previous=[self.variations[name][1] for name in previous], candidate=path)
        self.found.append(case)
        if self.maker.twins and not isinstance(picture, kinds.Encoded):
            self.add_twins(case, picture)

    def hardly_changed(self, kind, sub, picture):
        """Whether the edit did next to nothing to what it was made from."""
        base = self.variations[sub][2] if sub in self.variations else self.scene.source
        return getattr(picture, "shape", None) == base.shape and change(base, picture) < LEAST_CHANGE[kind.label]

    def add_twins(self, case, picture):
        digest = hashlib.sha1(f"{self.maker.seed}:twin:{case['id']}".encode()).digest()
        if digest[0] % TWIN_SHARE:
            return
        stem = os.path.splitext(os.path.basename(case["candidate"]))[0].split("__", 1)[1]
        if picture.shape[2] == 3:
            path = self.write(f"{stem}~jpeg", picture, TWIN_QUALITY)
            self.found.append({**case, "id": case["id"] + "~jpeg", "twin_of": case["id"], "candidate": path})
        small = resized(picture, picture.shape[1] * TWIN_SCALE, picture.shape[0] * TWIN_SCALE)
        path = self.write(f"{stem}~resized", small)
        self.found.append({**case, "id": case["id"] + "~resized", "twin_of": case["id"], "candidate": path})

    def write(self, name, picture, quality=QUALITY):
        """The path of the file: JPEG with full colour resolution, PNG where there is transparency."""
        base = os.path.join(self.maker.out, "img", f"{self.record.id}__{name}")
        if isinstance(picture, kinds.Encoded):
            path = base + picture.suffix
            with open(path, "wb") as file:
                file.write(picture.data)
        elif picture.shape[2] == 4:
            path = base + ".png"
            Image.fromarray(picture).save(path, compress_level=3)
        else:
            path = base + ".jpg"
            Image.fromarray(picture).save(path, quality=quality, subsampling="4:4:4" if quality == QUALITY else "4:2:0")
        return path


def edited(kind, picture, random, scene):
    """The picture after the kind's edit, transparency treated as the kind says."""
    picture.flags.writeable = False
    if kind.alpha == "warp":
        return kind.edit(picture, random, scene)
    if kind.alpha == "pixels" and picture.shape[2] == 4:
        changed = kind.edit(np.ascontiguousarray(picture[..., :3]), random, scene)
        return None if changed is None else np.dstack([changed, picture[..., 3]])
    return kind.edit(on_white(picture), random, scene)
