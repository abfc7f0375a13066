"""Canny edges against OpenCV: every pixel of every picture."""

import cv2
import numpy as np
import pytest
from conftest import pictures

#: Ordinary, swapped, equal, zero, fractional, negative, near and beyond the largest magnitudes (2040 and 1443 squared).
THRESHOLDS = [
    (50, 150), (150, 50), (100, 100), (0, 0), (0, 300), (10.5, 20.25), (-5, -1), (-3, 80), (0.5, 1),
    (700, 1500), (2039, 2040), (2040, 2041), (32766.5, 32768), (1e6, 1e9), (20, 1e6),
]


def compare(probe, plane, low, high, norm, name):
    expected = cv2.Canny(plane, low, high, apertureSize=3, L2gradient=norm == "l2")
    actual = probe.planes("canny", plane, low=low, high=high, norm=norm).reshape(plane.shape)
    assert np.count_nonzero(actual != expected) == 0, (name, plane.shape, low, high, norm)


@pytest.mark.parametrize("norm", ["l1", "l2"])
@pytest.mark.parametrize("low,high", THRESHOLDS)
def test_pictures(probe, low, high, norm):
    for name, picture in pictures():
        compare(probe, np.ascontiguousarray(picture[..., 1]), low, high, norm, name)


@pytest.mark.parametrize("norm", ["l1", "l2"])
def test_every_small_size(probe, norm):
    random = np.random.default_rng(11)
    for height in range(1, 18):
        for width in range(1, 18):
            for levels in (2, 4, 256):
                plane = (random.integers(0, levels, (height, width)) * (255 // (levels - 1))).astype(np.uint8)
                compare(probe, plane, 50, 150, norm, f"{levels} levels")


@pytest.mark.parametrize("norm", ["l1", "l2"])
def test_ties(probe, norm):
    """Few levels and smooth ramps make neighbouring magnitudes equal in every direction."""
    random = np.random.default_rng(12)
    for case in range(60):
        height, width = random.integers(3, 90, 2)
        coarse = random.integers(0, 5, (height, width)).astype(np.uint8) * 20
        # Bounds that magnitudes reach exactly.
        for low, high in [(20, 90), (80, 240), (100, 100)]:
            compare(probe, coarse, low, high, norm, f"coarse {case}")
        y, x = np.mgrid[0:height, 0:width]
        a, b = random.integers(-4, 5, 2)
        edge = ((a * (x - width // 2) + b * (y - height // 2)) > 0).astype(np.uint8) * 90
        compare(probe, cv2.blur(edge, (3, 3)), 10, 100, norm, f"edge {a},{b}")


@pytest.mark.parametrize("norm", ["l1", "l2"])
def test_long_weak_chains(probe, norm):
    """Faint noise with a low bound far below the high one: edges that are reached only through others."""
    random = np.random.default_rng(13)
    for case in range(10):
        noise = cv2.GaussianBlur(random.normal(128, 60, (201, 307)), (0, 0), 1 + case / 4)
        plane = np.clip(noise, 0, 255).astype(np.uint8)
        compare(probe, plane, 5, 60 + 10 * case, norm, f"noise {case}")
