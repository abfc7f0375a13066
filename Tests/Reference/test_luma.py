"""Luma equals Pillow's convert("L")."""

import numpy as np
import pytest
from PIL import Image

from conftest import pictures


def test_every_picture(probe):
    for name, pixels in pictures():
        expected = np.asarray(Image.fromarray(pixels).convert("L"))
        actual = probe.rgba("luma", pixels).reshape(expected.shape)
        assert np.array_equal(actual, expected), name


def test_alpha_is_ignored(probe):
    pixels = np.random.default_rng(2).integers(0, 256, (40, 30, 4), dtype=np.uint8)
    expected = np.asarray(Image.fromarray(pixels[..., :3]).convert("L"))
    assert np.array_equal(probe.rgba("luma", pixels).reshape(expected.shape), expected)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "PA"])
def test_other_modes_through_their_colours(probe, mode):
    """What Pillow makes of a mode directly equals our luma of the colours that the mode stands for."""
    random = np.random.default_rng(3)
    indices = Image.fromarray(random.integers(0, 256, (64, 64), dtype=np.uint8))
    if mode == "L":
        picture = indices
    elif mode == "LA":
        picture = Image.merge("LA", (indices, indices.transpose(Image.Transpose.ROTATE_90)))
    else:
        picture = Image.frombytes("P", indices.size, indices.tobytes())
        picture.putpalette(random.integers(0, 256, 768, dtype=np.uint8).tobytes())
        if mode == "P":
            picture.info["transparency"] = bytes(range(256))
        else:
            picture = picture.convert("PA")
            picture.putalpha(indices)
    expected = np.asarray(picture.convert("L"))
    actual = probe.rgba("luma", np.asarray(picture.convert("RGBA"))).reshape(expected.shape)
    assert np.array_equal(actual, expected)
