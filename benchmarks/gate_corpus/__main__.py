"""Makes labelled candidates for the quality gate from real pictures, deterministically by seed.

Writes OUT/img/* and OUT/cases.jsonl, one case a line: id, sid (the source), scene, half ("a" or "b", by the scene),
kind (of picture), label (good, dup or weak), type and sub (what was done, and to what), arguable, source, previous,
candidate. A third of the candidates also come encoded again and resized (`twin_of`), to see whether verdicts hold.

A file pictures.json beside the pictures may say more about them: a list of {"file", "kind"?, "scene"?}, where kind is
photo, painting, illustration, product, night, fog, portrait or alpha, and pictures of one scene share its name.
"""

import argparse
import json
import multiprocessing
import os
import sys

from . import kinds
from .maker import Maker
from .scene import Picture, stem

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")


def pictures_of(paths):
    """A record of each picture among files and folders, in order of name."""
    records = []
    for path in paths:
        folder = path if os.path.isdir(path) else os.path.dirname(path)
        names = sorted(os.listdir(path)) if os.path.isdir(path) else [os.path.basename(path)]
        about = notes(folder)
        for name in names:
            if not name.lower().endswith(SUFFIXES):
                continue
            note = about.get(name, {})
            records.append(Picture(stem(name), os.path.abspath(os.path.join(folder, name)), note.get("kind", "photo"),
                                   note.get("scene", stem(name))))
    ids = [record.id for record in records]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        sys.exit(f"gate-corpus: two pictures are called {name}: rename one")
    return records


def notes(folder):
    path = os.path.join(folder, "pictures.json")
    if not os.path.exists(path):
        return {}
    with open(path) as file:
        return {os.path.basename(note["file"]): note for note in json.load(file)}


def listing():
    for family in kinds.FAMILIES:
        for label in kinds.LABELS:
            print(f"\n{family}, {label}")
            for kind in kinds.chosen([family]):
                if kind.label == label:
                    print(f"  {kind.name:22} {kind.description}{' (arguable)' if kind.arguable else ''}")


def main():
    parser = argparse.ArgumentParser("gate-corpus", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pictures", nargs="*", metavar="PICTURE|DIR")
    parser.add_argument("--out", metavar="DIR", help="folder for the corpus")
    parser.add_argument("--kinds", choices=["standard", "own", "all"], default="all", help="which family of kinds")
    parser.add_argument("--only", metavar="NAME,…", help="these kinds alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--max-side", type=int, default=768, help="longest side of a source, in pixels")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--no-twins", action="store_true", help="leave out the twins")
    parser.add_argument("--list", action="store_true", help="print every kind and stop")
    options = parser.parse_args()
    if options.list:
        return listing()
    if not options.pictures or not options.out:
        parser.error("pictures and --out are needed")

    records = pictures_of(options.pictures)
    if len({record.scene for record in records}) < 2:
        sys.exit("gate-corpus: pictures of at least two scenes are needed: some kinds bring in another picture")
    chosen = kinds.chosen(kinds.FAMILIES if options.kinds == "all" else [options.kinds])
    if options.only:
        names = set(options.only.split(","))
        chosen = [kind for kind in chosen if kind.name in names]
        for name in sorted(names - {kind.name for kind in chosen}):
            sys.exit(f"gate-corpus: no kind is called {name}; --list names them")
    os.makedirs(os.path.join(options.out, "img"), exist_ok=True)
    maker = Maker(os.path.abspath(options.out), [kind.name for kind in chosen], {kind.family for kind in chosen}, records,
                  options.seed, options.max_side, not options.no_twins)

    counts = {}
    with multiprocessing.Pool(options.jobs) as pool, open(os.path.join(options.out, "cases.jsonl"), "w") as file:
        for number, cases in enumerate(pool.imap(maker, records), start=1):
            for case in cases:
                file.write(json.dumps(case) + "\n")
                name = "twin" if "twin_of" in case else case["label"]
                counts[name] = counts.get(name, 0) + 1
            print(f"\r{number} of {len(records)} pictures", end="", file=sys.stderr, flush=True)
    print(f"\n{options.out}: {', '.join(f'{count} {name}' for name, count in sorted(counts.items()))}", file=sys.stderr)


main()
