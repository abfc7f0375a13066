"""The literal aesthetic measures and object integrity, against the Python that defines them."""

import cv2
import numpy as np
import pytest
from conftest import pictures
from PIL import Image, ImageStat


def aesthetic_quality(image):
    stat = ImageStat.Stat(image)
    metrics = {}
    color_variance = np.var([stat.var[i] for i in range(min(3, len(stat.var)))])
    metrics["color_variance"] = min(color_variance / 10000, 1.0)
    img_array = np.array(image.convert("L"))
    contrast = np.std(img_array) / 255.0
    metrics["contrast"] = min(contrast * 2, 1.0)
    brightness = np.mean(img_array) / 255.0
    metrics["brightness_balance"] = 1.0 - abs(brightness - 0.5) * 2
    laplacian_var = cv2.Laplacian(img_array, cv2.CV_64F).var()
    metrics["sharpness"] = min(laplacian_var / 1000, 1.0)
    weights = {"color_variance": 0.25, "contrast": 0.25, "brightness_balance": 0.25, "sharpness": 0.25}
    return metrics, sum(metrics[key] * weights[key] for key in weights)


def object_integrity(image):
    img_array = np.array(image.convert("L"))
    edges = cv2.Canny(img_array, 50, 150)
    num_labels, labels, stats, centroids = cv2.connectedComponentsWithStats(edges)
    if num_labels > 1:
        areas = stats[1:, cv2.CC_STAT_AREA]
        total_area = image.size[0] * image.size[1]
        large_areas = areas[areas > total_area * 0.01]
        integrity = min(len(large_areas) / 10, 1.0)
    else:
        integrity = 0.1
    return integrity, np.count_nonzero(edges), num_labels - 1


def cases():
    for name, picture in pictures():
        yield name, Image.fromarray(picture)
        yield name + " opaque", Image.fromarray(picture[..., :3])
        yield name + " grey", Image.fromarray(np.ascontiguousarray(picture[..., 1]))
    # Many large edges: integrity above 0.1 and its cap.
    for count in (1, 5, 9, 10, 14):
        canvas = np.full((60, 20 * count, 3), 30, np.uint8)
        for i in range(count):
            canvas[10:50, 20 * i + 5 : 20 * i + 15] = [230, 200, 10 * i]
        yield f"{count} boxes", Image.fromarray(canvas)
    # One edge of exactly, and one just above, a hundredth of the pixels.
    for side in (9, 10, 11):
        canvas = np.zeros((60, 60), np.uint8)
        canvas[20 : 20 + side, 20 : 20 + side] = 255
        yield f"square {side}", Image.fromarray(canvas)


def with_luma(image):
    """The picture's red, green and blue, and its luma in the place of alpha."""
    rgb = np.array(image.convert("RGB"))
    return np.dstack([rgb, np.array(image.convert("L"))])


def test_aesthetic(probe):
    for name, image in cases():
        metrics, score = aesthetic_quality(image)
        actual = probe.rgba("aesthetic", with_luma(image), dtype=np.float64)
        assert actual == pytest.approx(list(metrics.values()) + [score], rel=1e-9, abs=1e-9), name


def test_object_integrity(probe):
    seen = set()
    for name, image in cases():
        expected = object_integrity(image)
        seen.add(expected[0])
        actual = probe.planes("object_integrity", np.array(image.convert("L")), dtype=np.float64)
        assert tuple(actual) == expected, name
    assert {0.0, 0.1, 1.0} < seen


def test_band_statistics(probe):
    for name, picture in pictures():
        stat = ImageStat.Stat(Image.fromarray(picture))
        extrema = np.array(stat.extrema)
        expected = np.stack([stat.mean, stat.var, stat.stddev, stat.median, extrema[:, 0], extrema[:, 1]], -1)
        actual = probe.rgba("band_statistics", picture, dtype=np.float64).reshape(4, 6)
        # Pillow's variance subtracts large floats, which leaves 1e-11 or so; its root is the square root of that.
        assert np.abs(actual - expected)[:, [0, 1, 3, 4, 5]].max() < 1e-9, name
        assert np.abs(actual - expected)[:, 2].max() < 1e-5, name
