"""Decoded pixels against Pillow's, file by file."""

import io

import numpy as np
import pytest
from PIL import Image, ImageOps

from conftest import photographs, sample_paths, synthetic


class Decoded:
    """A reply of `codec.decode`: eight facts, then RGBA."""

    def __init__(self, reply):
        facts = np.frombuffer(reply[:32], dtype="<u4")
        self.width, self.height, self.orientation = (int(value) for value in facts[:3])
        self.has_alpha, self.is_paletted, self.converted, self.ignored, self.damaged = (bool(v) for v in facts[3:8])
        self.pixels = np.frombuffer(reply[32:], dtype=np.uint8).reshape(self.height, self.width, 4)


def decode(probe, data, **arguments):
    return Decoded(probe.call("codec.decode", data, **arguments))


def upright(data):
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data)))


def rgba(data):
    return np.asarray(upright(data).convert("RGBA"))


def saved(picture, kind, **options):
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def difference(a, b):
    assert a.shape == b.shape
    return int(np.abs(a.astype(int) - b.astype(int)).max())


def photo(width=131, height=97, seed=3):
    """A picture with edges, gradients and noise."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    base = np.stack([x * 255 // width, y * 255 // height, (x * 3 + y * 2) % 256], -1)
    base[height // 4:height // 2, width // 4:width // 2] = [220, 40, 30]
    return Image.fromarray((base + random.integers(-9, 10, base.shape)).clip(0, 255).astype(np.uint8))


def test_samples_equal_pillow(probe):
    for path in sample_paths():
        with open(path, "rb") as file:
            data = file.read()
        limit = 1 if data[:2] == b"\xff\xd8" else 0
        assert difference(decode(probe, data).pixels, rgba(data)) <= limit, path


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_png_modes_equal_pillow(probe, mode):
    for name, pixels in synthetic():
        source = Image.fromarray(pixels)
        picture = source.convert("RGB").convert(mode) if mode == "P" else source.convert(mode)
        data = saved(picture, "png")
        assert difference(decode(probe, data).pixels, rgba(data)) == 0, name


@pytest.mark.parametrize("quality", [10, 75, 95, 100])
@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_equals_pillow(probe, quality, subsampling, progressive):
    for size in [(131, 97), (16, 16), (1, 1), (7, 33)]:
        data = saved(photo(*size), "jpeg", quality=quality, subsampling=subsampling, progressive=progressive)
        assert difference(decode(probe, data).pixels, rgba(data)) <= 1
