"""Gets real pictures for a corpus from Debian packages and from the reference environment, with their licences.

Writes OUT/*.jpg and *.png, reduced to at most 1024 pixels a side, and OUT/pictures.json: file, package, licence, kind,
scene and original size of each. Needs apt-get and dpkg-deb; downloads about 370 MB, which are deleted afterwards.
"""

import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

from .packages import DEBIAN, PICTURE_KINDS, WHEELS
from .pixels import fitted
from .scene import on_white, read

MAX_SIDE = 1024
QUALITY = 94
#: White around a product that was cut out, as a share of its longer side.
MARGIN = 0.08


def unpacked(package, cache):
    """The folder that a Debian package's files lie in, downloaded unless it is there."""
    root = os.path.join(cache, package.name)
    if not os.path.isdir(root):
        subprocess.run(["apt-get", "download", "-qq", package.name], cwd=cache, check=True)
        archive = next(name for name in os.listdir(cache) if name.startswith(package.name + "_"))
        subprocess.run(["dpkg-deb", "-x", archive, root], cwd=cache, check=True)
        os.remove(os.path.join(cache, archive))
    return os.path.join(root, package.folder)


def installed(package):
    top, rest = package.folder.split("/", 1)
    return os.path.join(importlib.util.find_spec(top).submodule_search_locations[0], rest)


def prepared(path, kind):
    """The picture as the corpus wants it: reduced, and a product on white."""
    picture = fitted(read(path), MAX_SIDE)
    if kind == "alpha":
        return picture
    if kind != "product" or picture.shape[2] == 3:
        return on_white(picture)
    margin = int(MARGIN * max(picture.shape[:2]))
    return np.pad(on_white(picture), ((margin, margin), (margin, margin), (0, 0)), constant_values=255)


def collect(package, folder, out):
    """Copies the package's pictures and returns their notes."""
    notes = []
    for path, kind, *scene in package.pictures:
        if kind not in PICTURE_KINDS:
            sys.exit(f"gate-pictures: {path}: no kind is called {kind}")
        stem = re.sub(r"[^a-z0-9]+", "_", os.path.splitext(os.path.basename(path))[0].lower()).strip("_")
        stem = f"{package.name.split('-')[0]}_{stem}"
        picture = prepared(os.path.join(folder, path), kind)
        name = stem + (".png" if picture.shape[2] == 4 else ".jpg")
        Image.fromarray(picture).save(os.path.join(out, name), quality=QUALITY, subsampling="4:4:4")
        notes.append(dict(file=name, kind=kind, scene=scene[0] if scene else stem, package=package.name,
                          licence=package.licence, original=path, size=[picture.shape[1], picture.shape[0]]))
    return notes


def main():
    parser = argparse.ArgumentParser("gate-pictures", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, metavar="DIR", help="folder for the pictures")
    parser.add_argument("--keep", metavar="DIR", help="keep the unpacked packages here, and use those that are there")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    notes = []
    with tempfile.TemporaryDirectory() as scratch:
        cache = options.keep or scratch
        os.makedirs(cache, exist_ok=True)
        for package in DEBIAN:
            print(f"gate-pictures: {package.name}", file=sys.stderr)
            notes += collect(package, unpacked(package, cache), options.out)
    for package in WHEELS:
        notes += collect(package, installed(package), options.out)
    with open(os.path.join(options.out, "pictures.json"), "w") as file:
        json.dump(notes, file, indent=1)
    print(f"{options.out}: {len(notes)} pictures", file=sys.stderr)


if __name__ == "__main__":
    main()
