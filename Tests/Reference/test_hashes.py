"""Perceptual hashes equal ImageHash's text, bit for bit."""

import imagehash
import numpy as np
import pytest
from PIL import Image

from conftest import photographs, pictures

REFERENCE = {"ahash": imagehash.average_hash, "dhash": imagehash.dhash, "phash": imagehash.phash}


def same(probe, algorithm, side, name, pixels, picture=None):
    expected = str(REFERENCE[algorithm](picture or Image.fromarray(pixels), hash_size=side))
    height, width = pixels.shape[:2]
    actual = probe.call("hash", pixels.tobytes(), width=width, height=height, algorithm=algorithm, side=side).decode()
    assert actual == expected, (algorithm, side, name)


@pytest.mark.parametrize("algorithm", REFERENCE)
@pytest.mark.parametrize("side", [8, 16])
def test_every_picture(probe, algorithm, side):
    for name, pixels in pictures():
        same(probe, algorithm, side, name, np.ascontiguousarray(pixels))


@pytest.mark.parametrize("algorithm", REFERENCE)
@pytest.mark.parametrize("side", [8, 16])
def test_every_flat_picture(probe, algorithm, side):
    for value in range(256):
        same(probe, algorithm, side, f"flat {value}", np.full((5, 9, 4), value, dtype=np.uint8))


def undecided():
    """Pictures most of whose frequencies are zero but for rounding: symmetric, striped, flat along an axis, sparse."""
    random = np.random.default_rng(21)
    y, x = np.mgrid[0:64, 0:64]
    yield "horizontal ramp", x * 4
    yield "vertical ramp", y * 4
    yield "diagonal ramp", (x + y) * 2
    yield "cone", np.hypot(x - 31.5, y - 31.5) * 5
    yield "disc", np.where(np.hypot(x - 31.5, y - 31.5) < 20, 255, 0)
    yield "cross", np.where((abs(x - 31.5) < 5) | (abs(y - 31.5) < 5), 200, 40)
    yield "quadrants", np.where((x < 32) ^ (y < 32), 220, 30)
    yield "one pixel", np.where((x == 10) & (y == 17), 255, 0)
    yield "line", np.where(y == 20, 255, 17)
    for period in [2, 3, 4, 8, 16, 32]:
        yield f"columns {period}", np.where(x // period % 2 == 0, 255, 0)
        yield f"rows {period}", np.where(y // period % 2 == 0, 190, 60)
        yield f"board {period}", np.where((x // period + y // period) % 2 == 0, 255, 0)
    for index in range(60):
        line = random.integers(0, 256, 64)
        yield f"random columns {index}", np.broadcast_to(line[None, :], (64, 64))
        yield f"random rows {index}", np.broadcast_to(line[:, None], (64, 64))
        half = random.integers(0, 256, (64, 32))
        yield f"mirrored {index}", np.concatenate([half, half[:, ::-1]], 1)
        quarter = random.integers(0, 256, (32, 32))
        top = np.concatenate([quarter, quarter[:, ::-1]], 1)
        yield f"twice mirrored {index}", np.concatenate([top, top[::-1]], 0)
        yield f"transposed {index}", np.minimum(half @ half.T // 4000, 255)


@pytest.mark.parametrize("algorithm", REFERENCE)
@pytest.mark.parametrize("side", [8, 16])
def test_undecided_pictures(probe, algorithm, side):
    for name, gray in undecided():
        for size in [64, 32, 96]:
            picture = Image.fromarray(gray.astype(np.uint8)).resize((size, size), Image.Resampling.NEAREST)
            same(probe, algorithm, side, f"{name} at {size}", np.asarray(picture.convert("RGBA")))


@pytest.mark.parametrize("algorithm", REFERENCE)
def test_gray_and_opaque_pictures(probe, algorithm):
    for name, pixels in photographs(256):
        for mode in ["L", "RGB"]:
            picture = Image.fromarray(pixels).convert(mode)
            same(probe, algorithm, 8, f"{name} as {mode}", np.asarray(picture.convert("RGBA")), picture)
