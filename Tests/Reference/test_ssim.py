"""SSIM equals scikit-image's structural_similarity; MS-SSIM equals the paper's definition written with SciPy."""

import numpy as np
from scipy.signal import convolve2d
from skimage.metrics import structural_similarity

from conftest import photographs, synthetic

GAUSSIAN = dict(gaussian_weights=True, sigma=1.5, use_sample_covariance=False)


def pairs(smallest=1, longest=640):
    """(name, a, b): a picture's green channel and changed copies of it, or another channel."""
    random = np.random.default_rng(11)

    def changed(name, gray):
        noise = random.normal(0, 12, gray.shape)
        yield f"{name} noisy", gray, np.clip(gray + noise, 0, 255).astype(np.uint8)
        yield f"{name} darker", gray, (gray * 0.7 + 3).astype(np.uint8)
        yield f"{name} shifted", gray, np.roll(gray, 1, 1)
        yield f"{name} negative", gray, 255 - gray

    for name, pixels in synthetic():
        if min(pixels.shape[:2]) >= smallest:
            gray = np.ascontiguousarray(pixels[..., 1])
            yield from changed(name, gray)
            yield f"{name} other", gray, np.ascontiguousarray(pixels[..., 2])
    for name, pixels in photographs(longest):
        if min(pixels.shape[:2]) >= smallest:
            yield from changed(name, np.ascontiguousarray(pixels[..., 1]))


def one(probe, operation, a, b):
    values = probe.planes(operation, a, b, dtype="<f8")
    return float(values[0]) if len(values) else None


def test_mean_equals_skimage(probe):
    for name, a, b in pairs(smallest=7):
        assert abs(one(probe, "ssim", a, b) - structural_similarity(a, b)) < 1e-9, name


def test_map_equals_skimage(probe):
    for name, a, b in pairs(smallest=7, longest=320):
        expected = structural_similarity(a, b, full=True)[1]
        for operation in ["ssim_map", "ssim_float_map"]:
            actual = probe.planes(operation, a, b, dtype="<f4").reshape(expected.shape)
            assert np.abs(actual - expected).max() < 1e-6, (operation, name)


def test_gaussian_equals_skimage(probe):
    for name, a, b in pairs(smallest=11):
        expected = structural_similarity(a, b, **GAUSSIAN)
        assert abs(one(probe, "ssim_gaussian", a, b) - expected) < 1e-9, name


def test_gaussian_map_equals_skimage(probe):
    for name, a, b in pairs(smallest=11, longest=320):
        expected = structural_similarity(a, b, full=True, **GAUSSIAN)[1]
        actual = probe.planes("ssim_gaussian_map", a, b, dtype="<f4").reshape(expected.shape)
        assert np.abs(actual - expected).max() < 1e-6, name


def test_small_pictures(probe):
    for name, a, b in pairs():
        side = min(a.shape)
        if side < 7:
            assert one(probe, "ssim", a, b) is None, name
            assert len(probe.planes("ssim_map", a, b, dtype="<f4")) == 0, name
            window = side - 1 + side % 2
            if window > 1:
                expected = structural_similarity(a, b, win_size=window)
                assert abs(one(probe, "ssim_largest_window", a, b) - expected) < 1e-9, name
        if side < 11:
            assert one(probe, "ssim_gaussian", a, b) is None, name


def test_symmetric_and_one_of_itself(probe):
    for name, a, b in pairs(smallest=7, longest=256):
        for operation in ["ssim", "ssim_gaussian", "ssim_multi_scale"]:
            assert one(probe, operation, a, b) == one(probe, operation, b, a), (operation, name)
            assert one(probe, operation, a, a) in (1.0, None), (operation, name)


WEIGHTS = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]


def multi_scale(a, b):
    """Wang, Simoncelli and Bovik 2003, straight from the paper, with two-dimensional convolutions."""
    bell = np.exp(-np.arange(-5, 6) ** 2 / (2 * 1.5**2))
    window = np.outer(bell, bell) / bell.sum() ** 2
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    a, b = a.astype(float), b.astype(float)
    result = 1.0
    for scale, weight in enumerate(WEIGHTS):
        filtered = [convolve2d(x, window, mode="valid") for x in (a, b, a * a, b * b, a * b)]
        mean_a, mean_b, aa, bb, ab = filtered
        contrast = (2 * (ab - mean_a * mean_b) + c2) / (aa - mean_a**2 + bb - mean_b**2 + c2)
        luminance = (2 * mean_a * mean_b + c1) / (mean_a**2 + mean_b**2 + c1)
        value = (luminance * contrast if scale == len(WEIGHTS) - 1 else contrast).mean()
        result *= max(value, 0) ** weight
        a, b = (halve(x) for x in (a, b))
    return result


def halve(x):
    x = np.pad(x, ((0, x.shape[0] % 2), (0, x.shape[1] % 2)), mode="edge")
    return (x[::2, ::2] + x[1::2, ::2] + x[::2, 1::2] + x[1::2, 1::2]) / 4


def test_multi_scale_equals_the_paper(probe):
    random = np.random.default_rng(12)
    found = list(pairs(smallest=176, longest=300))
    y, x = np.mgrid[0:201, 0:187]
    waves = (127 + 60 * np.sin(x / 7) + 60 * np.cos(y / 11 + x / 31)).astype(np.uint8)
    found.append(("waves", waves, np.clip(waves + random.normal(0, 20, waves.shape), 0, 255).astype(np.uint8)))
    found.append(("waves shifted", waves, np.roll(waves, 3, 0)))
    found.append(("waves negative", waves, 255 - waves))
    noise = random.integers(0, 256, (2, 176, 333), dtype=np.uint8)
    found.append(("noise", noise[0], noise[1]))
    for name, a, b in found:
        assert abs(one(probe, "ssim_multi_scale", a, b) - multi_scale(a, b)) < 1e-9, name
    assert one(probe, "ssim_multi_scale", waves[:175], waves[:175]) is None
