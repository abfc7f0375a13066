"""The Laplacian and its variance against OpenCV."""

import cv2
import numpy as np
import pytest
from conftest import pictures
from PIL import Image


def planes():
    for name, picture in pictures():
        yield name, np.array(Image.fromarray(picture[..., :3]).convert("L"))
        yield name + " green", np.ascontiguousarray(picture[..., 1])


def test_every_pixel(probe):
    for name, plane in planes():
        expected = cv2.Laplacian(plane, cv2.CV_16S).ravel()
        assert (probe.planes("laplacian", plane, dtype=np.int16) == expected).all(), name


def test_variance(probe):
    for name, plane in planes():
        expected = cv2.Laplacian(plane, cv2.CV_64F).var()
        actual = probe.planes("laplacian_variance", plane, dtype=np.float64)[0]
        assert actual == pytest.approx(expected, rel=1e-12, abs=1e-12), name


def test_rows_longer_than_one_exact_run(probe):
    random = np.random.default_rng(5)
    for width in (2047, 2048, 2049, 5000):
        plane = (random.integers(0, 2, (5, width)) * 255).astype(np.uint8)
        expected = cv2.Laplacian(plane, cv2.CV_64F).var()
        actual = probe.planes("laplacian_variance", plane, dtype=np.float64)[0]
        assert actual == pytest.approx(expected, rel=1e-12), width


def test_nearly_constant_laplacian(probe):
    # A variance far below the squared mean: a naive mean of squares less the squared mean would lose it.
    x = np.arange(40)
    plane = np.tile((x * x // 8 + 3).astype(np.uint8), (40, 1))
    plane[20, 20] += 1
    expected = cv2.Laplacian(plane, cv2.CV_64F).var()
    actual = probe.planes("laplacian_variance", plane, dtype=np.float64)[0]
    assert actual == pytest.approx(expected, rel=1e-12)
