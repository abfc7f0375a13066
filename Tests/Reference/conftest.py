"""Shared fixtures: the probe, and the pictures that every kernel is compared on."""

import glob
import os

import numpy as np
import pytest
from PIL import Image, ImageOps

from probe import ROOT, Probe

#: Widths and heights that break kernels: one pixel, one row or column, odd, prime, around SIMD widths.
SIZES = [(1, 1), (1, 7), (9, 1), (2, 2), (3, 5), (7, 7), (8, 8), (9, 13), (17, 31), (33, 16), (64, 48), (101, 67)]


@pytest.fixture(scope="session")
def probe():
    running = Probe()
    yield running
    running.close()


def sample_paths():
    found = sorted(glob.glob(os.path.join(ROOT, "benchmarks", "samples", "*")))
    found += sorted(glob.glob(os.environ.get("VARIATE_MORE_SAMPLES", "") or "/nonexistent"))
    return [path for path in found if path.lower().endswith((".jpg", ".jpeg", ".png", ".webp"))]


def photographs(longest=640):
    """(name, RGBA array) of every sample picture, upright, at most `longest` pixels a side."""
    for path in sample_paths():
        picture = ImageOps.exif_transpose(Image.open(path)).convert("RGBA")
        picture.thumbnail((longest, longest), Image.Resampling.BOX)
        yield os.path.basename(path), np.asarray(picture)


def synthetic(seed=1):
    """(name, RGBA array) of random, flat, gradient and checkered pictures of awkward sizes."""
    random = np.random.default_rng(seed)
    for width, height in SIZES:
        yield f"random-{width}x{height}", random.integers(0, 256, (height, width, 4), dtype=np.uint8)
        yield f"flat-{width}x{height}", np.full((height, width, 4), 119, dtype=np.uint8)
        y, x = np.mgrid[0:height, 0:width]
        ramp = np.stack([x * 7 % 256, y * 5 % 256, (x + y) * 3 % 256, 255 - x % 256], -1).astype(np.uint8)
        yield f"ramp-{width}x{height}", ramp
        board = np.where(((x // 2 + y // 2) % 2)[..., None] == 0, [255, 255, 255, 255], [0, 0, 0, 255])
        yield f"board-{width}x{height}", board.astype(np.uint8)


def pictures():
    yield from synthetic()
    yield from photographs()
