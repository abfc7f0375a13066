"""Resizing equals Pillow's resize and OpenCV's INTER_LINEAR and INTER_AREA."""

import cv2
import numpy as np
import pytest
from PIL import Image

from conftest import photographs, synthetic

FILTERS = {
    "nearest": Image.Resampling.NEAREST,
    "box": Image.Resampling.BOX,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos3": Image.Resampling.LANCZOS,
}


def targets(width, height):
    """Both axes up, down and unchanged, in every combination that differs in kind."""
    yield (width, height)
    yield (1, 1)
    yield (max(1, width // 2), max(1, height // 2))
    yield (max(1, width * 2 // 3), max(1, height // 3))
    yield (width * 2, height * 2)
    yield (width * 5 // 3 + 1, height * 7 // 4 + 1)
    yield (width, height + 3)
    yield (width + 2, height)
    yield (max(1, width // 3), height * 2)
    yield (width * 2, max(1, height // 3))
    yield (32, 32)
    yield (9, 8)


def cases():
    for name, pixels in synthetic():
        for target in targets(pixels.shape[1], pixels.shape[0]):
            yield f"{name} to {target}", pixels, target
    for name, pixels in photographs(400):
        height, width = pixels.shape[:2]
        for target in [(32, 32), (9, 8), (width // 2, height // 2), (width * 3 // 4, height * 5 // 7), (300, 200), (450, 431)]:
            yield f"{name} to {target}", pixels, target


def narrow():
    """Much higher than wide: shrunk, the columns are resampled first."""
    random = np.random.default_rng(5)
    for size, target in [((101 * 2 + 1, 2), (1, 50)), ((301, 3), (5, 300)), ((250, 2), (4, 400)), ((300, 3), (7, 100))]:
        yield f"narrow {size} to {target}", random.integers(0, 256, size + (4,), dtype=np.uint8), target


def all_cases():
    yield from cases()
    yield from narrow()


@pytest.mark.parametrize("kind", FILTERS)
def test_gray_equals_pillow(probe, kind):
    for name, pixels, target in all_cases():
        gray = np.ascontiguousarray(pixels[..., 0])
        expected = np.asarray(Image.fromarray(gray).resize(target, FILTERS[kind]))
        actual = probe.planes("resize_gray", gray, filter=kind, to_width=target[0], to_height=target[1])
        assert np.array_equal(actual.reshape(expected.shape), expected), name


@pytest.mark.parametrize("kind", FILTERS)
def test_rgba_equals_pillow(probe, kind):
    for name, pixels, target in all_cases():
        expected = np.asarray(Image.fromarray(pixels).resize(target, FILTERS[kind]))
        actual = probe.rgba("resize_rgba", pixels, filter=kind, to_width=target[0], to_height=target[1])
        assert np.array_equal(actual.reshape(expected.shape), expected), name


@pytest.mark.parametrize("kind", FILTERS)
def test_rgb_equals_pillow(probe, kind):
    for name, pixels, target in all_cases():
        opaque = pixels.copy()
        opaque[..., 3] = 255
        expected = np.asarray(Image.fromarray(opaque[..., :3]).resize(target, FILTERS[kind]))
        actual = probe.rgba("resize_rgba", opaque, filter=kind, to_width=target[0], to_height=target[1])
        actual = actual.reshape(expected.shape[:2] + (4,))
        assert np.array_equal(actual[..., :3], expected), name
        assert (actual[..., 3] == 255).all(), name


@pytest.mark.parametrize("kind", ["box", "bilinear", "bicubic", "lanczos3"])
def test_order_of_the_passes(probe, kind):
    """Sizes on either side of where Pillow turns the passes round; the order shows in the rounding."""
    random = np.random.default_rng(9)
    for _ in range(150):
        width, height, to_width = (int(n) for n in np.exp(random.uniform(2, 6, 3)))
        to_height = max(1, height - 2 * (width - to_width) + int(random.integers(-2, 3)))
        if to_height > 2 * height:
            continue
        gray = random.integers(0, 256, (height, width), dtype=np.uint8)
        expected = np.asarray(Image.fromarray(gray).resize((to_width, to_height), FILTERS[kind]))
        actual = probe.planes("resize_gray", gray, filter=kind, to_width=to_width, to_height=to_height)
        assert np.array_equal(actual.reshape(expected.shape), expected), (width, height, to_width, to_height)


def test_bilinear_equals_opencv(probe):
    for name, pixels, target in all_cases():
        gray = np.ascontiguousarray(pixels[..., 1])
        expected = cv2.resize(gray, target, interpolation=cv2.INTER_LINEAR)
        actual = probe.planes("resize_bilinear", gray, to_width=target[0], to_height=target[1])
        assert np.array_equal(actual.reshape(expected.shape), expected), name


def test_bilinear_equals_opencv_on_many_sizes(probe):
    random = np.random.default_rng(7)
    for _ in range(400):
        width, height, to_width, to_height = (int(n) for n in np.exp(random.uniform(0, 5.5, 4)))
        gray = random.integers(0, 256, (height, width), dtype=np.uint8)
        expected = cv2.resize(gray, (to_width, to_height), interpolation=cv2.INTER_LINEAR)
        actual = probe.planes("resize_bilinear", gray, to_width=to_width, to_height=to_height)
        assert np.array_equal(actual.reshape(expected.shape), expected), (width, height, to_width, to_height)


def same_area(probe, gray, target, name):
    """To the bit, but where both axes shrink by a whole number: OpenCV sums those in another order."""
    height, width = gray.shape
    expected = cv2.resize(gray.astype(np.float32), target, interpolation=cv2.INTER_AREA)
    actual = probe.planes("resize_area", gray, dtype="<f4", to_width=target[0], to_height=target[1])
    whole = width % target[0] == 0 and height % target[1] == 0
    assert np.abs(actual.reshape(expected.shape) - expected).max() <= (1e-3 if whole else 0), name


def test_area_equals_opencv(probe):
    for name, pixels, target in all_cases():
        same_area(probe, np.ascontiguousarray(pixels[..., 2]), target, name)


def test_area_equals_opencv_on_many_sizes(probe):
    random = np.random.default_rng(8)
    for index in range(800):
        width, height, to_width, to_height = (int(n) for n in np.exp(random.uniform(0, 5.5, 4)))
        if index % 2:
            to_width, to_height = min(width, to_width), min(height, to_height)
        gray = random.integers(0, 256, (height, width), dtype=np.uint8)
        same_area(probe, gray, (to_width, to_height), (width, height, to_width, to_height))
