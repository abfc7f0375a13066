"""Colour spaces against scikit-image (Lab) and OpenCV (HSV)."""

import warnings

import cv2
import numpy as np
import pytest
from conftest import pictures
from skimage.color import lab2rgb, rgb2lab


def rgba_of_every_corner_and_a_lattice():
    """All combinations of 32 levels, with the ends and the transfer function's break among them."""
    levels = np.unique(np.concatenate([np.linspace(0, 255, 24).round(), [1, 2, 9, 10, 11, 12, 127, 128, 254]]))
    lattice = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), -1).reshape(1, -1, 3)
    return np.concatenate([lattice, np.full(lattice.shape[:2] + (1,), 255)], -1).astype(np.uint8)


def every_picture():
    yield "lattice", rgba_of_every_corner_and_a_lattice()
    yield from pictures()


def test_rgb_to_lab(probe):
    for name, picture in every_picture():
        expected = rgb2lab(picture[..., :3])
        actual = probe.rgba("lab", picture, dtype=np.float64).reshape(expected.shape)
        assert np.abs(actual - expected).max() < 1e-9, name
        planes = probe.rgba("lab_planes", picture, dtype=np.float32).reshape((3,) + expected.shape[:2])
        assert np.abs(np.moveaxis(planes, 0, -1) - expected).max() < 1e-5, name


def test_lab_to_rgb(probe):
    random = np.random.default_rng(31)
    codes = random.integers(0, 256, (60, 70, 4), dtype=np.uint8)
    lab = codes[..., :3] / [2.55, 1, 1] - [0, 128, 128]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # about the colours that it clamps, as we do
        expected = lab2rgb(lab)
    actual = probe.rgba("lab_to_rgb", codes, dtype=np.float64).reshape(expected.shape)
    assert np.abs(actual - expected).max() < 1e-9


@pytest.mark.parametrize("operation", ["lab_round_trip", "linear_round_trip"])
def test_round_trips_keep_every_level(probe, operation):
    for name, picture in every_picture():
        assert (probe.rgba(operation, picture) == picture.ravel()).all(), name


def test_rgb_to_hsv(probe):
    for name, picture in every_picture():
        rgb = picture[..., :3].astype(np.float32) / np.float32(255)
        expected = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV)
        actual = probe.rgba("hsv", picture, dtype=np.float32).reshape(expected.shape)
        assert np.abs(actual - expected).max() <= 1e-4, name


def test_hsv_to_rgb(probe):
    random = np.random.default_rng(32)
    codes = random.integers(0, 256, (60, 70, 4), dtype=np.uint8)
    hsv = (codes[..., :3] * np.array([360 / 256, 1 / 255, 1 / 255])).astype(np.float32)
    expected = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    actual = probe.rgba("hsv_to_rgb", codes, dtype=np.float32).reshape(expected.shape)
    assert np.abs(actual - expected).max() <= 1e-5


def test_linear_light(probe):
    levels = np.arange(256) / 255
    expected = np.where(levels > 0.04045, ((levels + 0.055) / 1.055) ** 2.4, levels / 12.92)
    picture = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 4, axis=2)
    actual = probe.rgba("linear", picture, dtype=np.float32).reshape(3, 256)
    assert np.abs(actual - expected).max() < 6e-8

    light = np.linspace(-0.1, 1.1, 300_001, dtype=np.float32)
    clamped = np.clip(light.astype(np.float64), 0, 1)
    encoded = np.where(clamped > 0.0031308, 1.055 * clamped ** (1 / 2.4) - 0.055, clamped * 12.92) * 255
    level = np.frombuffer(probe.call("level_of_light", light.tobytes()), dtype=np.uint8)
    # Only light that encodes to a half, within single precision, may go either way.
    assert (np.abs(level - encoded) < 0.5 + 1e-4).all()
