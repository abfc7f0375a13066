"""Decoded pixels against Pillow's, file by file.

Pillow's wheel brings its own libjpeg-turbo, libwebp and Little CMS, newer than the distribution's: hence one level for
JPEG and for colour management. PNG has no such freedom.
"""

import glob
import io
import os

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageOps

import codec_files
from codec_files import PNG_KINDS, inks, photo, png, png_samples, saved, translucent, transparency
from conftest import sample_paths, synthetic
from probe import ROOT


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


def managed(data):
    """Pillow's RGB by the embedded profile: relative colorimetric, black-point compensation."""
    picture = upright(data)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
    return np.asarray(ImageCms.profileToProfile(
        picture, profile, ImageCms.createProfile("sRGB"), renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB", flags=ImageCms.Flags.BLACKPOINTCOMPENSATION))


def difference(a, b):
    assert a.shape == b.shape
    return int(np.abs(a.astype(int) - b.astype(int)).max())


def test_samples_equal_pillow(probe):
    for path in sample_paths():
        with open(path, "rb") as file:
            data = file.read()
        decoded = decode(probe, data)
        if decoded.converted:
            assert difference(decoded.pixels[..., :3], managed(data)) <= 1, path
        else:
            assert difference(decoded.pixels, rgba(data)) <= (1 if data[:2] == b"\xff\xd8" else 0), path


def test_the_committed_files_are_the_described_kinds(probe):
    """Other versions of the encoders give other bytes, so kinds are compared, not bytes."""
    committed = {os.path.basename(path) for path in glob.glob(os.path.join(ROOT, "Tests", "Fixtures", "codecs", "*.*"))}
    assert committed == {name for name, _ in codec_files.fixtures()}
    for name in committed:
        with open(os.path.join(ROOT, "Tests", "Fixtures", "codecs", name), "rb") as file:
            assert not decode(probe, file.read()).damaged


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_png_modes_equal_pillow(probe, mode):
    for name, pixels in synthetic():
        source = Image.fromarray(pixels)
        picture = source.convert("RGB").convert(mode) if mode == "P" else source.convert(mode)
        data = saved(picture, "png")
        decoded = decode(probe, data)
        assert difference(decoded.pixels, rgba(data)) == 0, name
        assert decoded.is_paletted == (mode == "P")


@pytest.mark.parametrize("color_type,depth", PNG_KINDS)
@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("transparent", [False, True])
def test_png_kinds_equal_pillow(probe, color_type, depth, interlaced, transparent):
    """Where Pillow departs from the PNG specification, the samples themselves are the reference: it clips 16-bit grey,
    and it compares the transparent grey of 2 and 4 bits with samples that it has already scaled to 8."""
    if transparent and color_type in (4, 6):
        pytest.skip("has an alpha channel already")
    for width, height in [(13, 11), (1, 1), (8, 8), (3, 17), (33, 2)]:
        samples, extra = png_samples(color_type, depth, width, height)
        if transparent:
            extra = extra + [transparency(color_type, samples)]
        data = png(samples, color_type, depth, interlaced, extra)
        decoded = decode(probe, data)
        assert decoded.has_alpha == (transparent or color_type in (4, 6))
        if depth == 16 or (color_type == 0 and transparent):
            high = (samples >> 8 if depth == 16 else samples * 255 // ((1 << depth) - 1)).astype(np.uint8)
            color = high[..., :3] if color_type in (2, 6) else np.repeat(high[..., :1], 3, axis=2)
            alpha = high[..., -1:] if color_type in (4, 6) else np.full((height, width, 1), 255, np.uint8)
            if transparent:
                alpha = np.where((samples == samples[0, 0]).all(axis=2, keepdims=True), 0, alpha).astype(np.uint8)
            expected = np.concatenate([color, alpha], axis=2)
        else:
            expected = rgba(data)
        assert difference(decoded.pixels, expected) == 0


@pytest.mark.parametrize("quality", [10, 75, 95, 100])
@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_equals_pillow(probe, quality, subsampling, progressive):
    for size in [(131, 97), (16, 16), (1, 1), (7, 33)]:
        data = saved(photo(*size), "jpeg", quality=quality, subsampling=subsampling, progressive=progressive)
        assert difference(decode(probe, data).pixels, rgba(data)) <= 1


@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_colour_spaces_equal_pillow(probe, progressive):
    cmyk = inks(quality=90, progressive=progressive)
    files = {
        "grey": saved(photo().convert("L"), "jpeg", progressive=progressive),
        "rgb": saved(photo(), "jpeg", keep_rgb=True, progressive=progressive),
        "cmyk": cmyk,
        "ycck": codec_files.as_ycck(cmyk),
        "cmyk without the Adobe marker": codec_files.without_adobe(cmyk),
    }
    for name, data in files.items():
        decoded = decode(probe, data)
        assert difference(decoded.pixels, rgba(data)) <= 1, name
        assert not decoded.has_alpha


@pytest.mark.parametrize("options", [
    {"quality": 30}, {"quality": 90}, {"quality": 100, "method": 6}, {"lossless": True},
    {"lossless": True, "exact": True}, {"quality": 80, "alpha_quality": 30},
])
def test_webp_equals_pillow(probe, options):
    for picture in (photo(), photo(131, 97), translucent(), translucent(1, 1), translucent(7, 33)):
        data = saved(picture, "webp", **options)
        decoded = decode(probe, data)
        assert difference(decoded.pixels, rgba(data)) == 0
        assert decoded.has_alpha == (Image.open(io.BytesIO(data)).mode == "RGBA")


def test_an_animation_gives_its_first_frame(probe):
    frames = [translucent(), photo().convert("RGBA"), photo(seed=9).convert("RGBA")]
    data = saved(frames[0], "webp", save_all=True, append_images=frames[1:], lossless=True, exact=True, duration=50)
    assert difference(decode(probe, data).pixels, rgba(data)) == 0


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("big_endian", [False, True])
def test_orientations_equal_pillow(probe, orientation, big_endian):
    block = codec_files.exif(orientation, big_endian)
    files = [
        saved(photo(), "jpeg", exif=b"Exif\0\0" + block),
        saved(photo(), "webp", lossless=True, exif=b"Exif\0\0" + block),
        saved(photo(), "webp", lossless=True, exif=block),
        png(np.asarray(photo()), 2, 8, extra=[(b"eXIf", block)]),
    ]
    for data in files:
        decoded = decode(probe, data)
        assert decoded.orientation == orientation
        assert difference(decoded.pixels, rgba(data)) <= 1


@pytest.mark.parametrize("profile", [codec_files.DISPLAY_P3, codec_files.ADOBE_RGB], ids=["p3", "adobe"])
def test_colour_profiles_equal_little_cms(probe, profile):
    for data in (
        saved(photo(), "png", icc_profile=profile), saved(photo(), "jpeg", icc_profile=profile),
        saved(photo(), "webp", icc_profile=profile),
    ):
        decoded = decode(probe, data)
        assert decoded.converted and not decoded.ignored
        assert difference(decoded.pixels[..., :3], managed(data)) <= 1
        assert difference(decoded.pixels, rgba(data)) > 10
    kept = decode(probe, saved(translucent(), "png", icc_profile=profile))
    assert kept.converted
    assert difference(kept.pixels[..., 3], np.asarray(translucent())[..., 3]) == 0


def test_grey_and_ink_profiles_equal_little_cms(probe):
    gray = photo().convert("L")
    for kind in ("png", "jpeg"):
        data = saved(gray, kind, icc_profile=codec_files.GRAY_18)
        decoded = decode(probe, data)
        assert decoded.converted
        assert difference(decoded.pixels[..., :3], managed(data)) <= 1
    data = inks(quality=90, icc_profile=codec_files.cmyk_profile())
    decoded = decode(probe, data)
    assert decoded.converted
    assert difference(decoded.pixels[..., :3], managed(data)) <= 1
    assert (decoded.pixels[..., 3] == 255).all()


def test_a_profile_that_is_srgb_changes_nothing(probe):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("png", "webp", "jpeg"):
        data = saved(photo(), kind, icc_profile=profile, **({"lossless": True} if kind == "webp" else {}))
        decoded = decode(probe, data)
        assert not decoded.converted and not decoded.ignored
        assert difference(decoded.pixels, rgba(data)) <= (1 if kind == "jpeg" else 0)


@pytest.mark.parametrize("profile", [
    b"nonsense", codec_files.DISPLAY_P3[:200], bytes(4000), codec_files.GRAY_18, codec_files.cmyk_profile()])
def test_an_unusable_profile_is_ignored_and_recorded(probe, profile):
    for kind in ("png", "jpeg", "webp"):
        data = saved(photo(), kind, icc_profile=profile, **({"lossless": True} if kind == "webp" else {}))
        decoded = decode(probe, data)
        assert decoded.ignored and not decoded.converted
        assert difference(decoded.pixels, rgba(data)) <= (1 if kind == "jpeg" else 0)


def test_pillow_reads_what_is_encoded(probe):
    for name, pixels in synthetic():
        height, width, _ = pixels.shape
        for kind in ("png", "webp-lossless"):
            data = probe.rgba("codec.encode", pixels, **{"as": kind, "quality": 6}).tobytes()
            assert difference(rgba(data), pixels) == 0, name
            opaque = (pixels[..., 3] == 255).all()
            assert Image.open(io.BytesIO(data)).mode == ("RGB" if opaque else "RGBA")
        data = probe.rgba("codec.encode", pixels, **{"as": "jpeg", "quality": 100, "chroma": "full"}).tobytes()
        picture = Image.open(io.BytesIO(data))
        assert picture.size == (width, height)
        color, alpha = pixels[..., :3].astype(float), pixels[..., 3:] / 255
        assert np.abs(np.asarray(picture) - (color * alpha + 255 * (1 - alpha))).mean() < 3, name


def test_jpeg_quality_and_chroma_are_libjpegs(probe):
    pixels = np.asarray(photo().convert("RGBA"))
    for quality in (10, 50, 92):
        for chroma, subsampling in (("full", 0), ("half", 2)):
            ours = probe.rgba("codec.encode", pixels, **{"as": "jpeg", "quality": quality, "chroma": chroma}).tobytes()
            theirs = saved(photo(), "jpeg", quality=quality, subsampling=subsampling, optimize=True)
            assert Image.open(io.BytesIO(ours)).quantization == Image.open(io.BytesIO(theirs)).quantization
            assert difference(rgba(ours), rgba(theirs)) == 0
