"""Connected components and their statistics against OpenCV."""

import cv2
import numpy as np
import pytest
from conftest import pictures


def masks():
    random = np.random.default_rng(21)
    for height in (1, 2, 3, 5, 8, 16, 17, 64, 121):
        for width in (1, 2, 3, 7, 16, 31, 65, 130):
            for share in (0.05, 0.35, 0.5, 0.6, 0.9):
                yield f"random {share}", (random.random((height, width)) < share).astype(np.uint8) * 255
            yield "full", np.full((height, width), 1, np.uint8)
            yield "empty", np.zeros((height, width), np.uint8)
            y, x = np.mgrid[0:height, 0:width]
            yield "board", ((x + y) % 2).astype(np.uint8)
            yield "comb", (((x % 2 == 0) | (y == height - 1)) * 255).astype(np.uint8)
    y, x = np.mgrid[0:99, 0:99]
    yield "rings", (np.maximum(abs(x - 49), abs(y - 49)) % 2 * 255).astype(np.uint8)
    spiral = np.zeros((63, 63), np.uint8)
    row, column, step = 0, 0, (0, 1)
    for length in [62] + [n for m in range(62, 0, -2) for n in (m, m)]:
        for _ in range(length):
            spiral[row % 63, column % 63] = 255
            row, column = row + step[0], column + step[1]
        step = (step[1], -step[0])
    yield "spiral", spiral
    for name, picture in pictures():
        yield name, cv2.Canny(np.ascontiguousarray(picture[..., 1]), 50, 150)
        yield name + " dark", (picture[..., 0] < 90).astype(np.uint8)


@pytest.mark.parametrize("connectivity", [4, 8])
def test_components(probe, connectivity):
    for name, mask in masks():
        count, labels, statistics, centroids = cv2.connectedComponentsWithStats(mask, connectivity=connectivity)
        ours = probe.planes("component_labels", mask, dtype=np.int32, connectivity=connectivity).reshape(mask.shape)
        table = probe.planes("component_statistics", mask, dtype=np.float64, connectivity=connectivity).reshape(-1, 7)
        assert len(table) == count, (name, mask.shape)

        # One label of ours for each of OpenCV's and the other way round.
        pairs = np.unique(np.stack([labels.ravel(), ours.ravel()]), axis=1)
        theirs_to_ours = dict(zip(*pairs))
        assert len(theirs_to_ours) == pairs.shape[1] == len(set(pairs[1])), (name, mask.shape)
        assert theirs_to_ours.get(0, 0) == 0
        # In the order of the first pixel in reading order.
        first_seen = list(dict.fromkeys(ours.ravel()[ours.ravel() > 0]))
        assert first_seen == list(range(1, count)), (name, mask.shape)

        for label, our_label in theirs_to_ours.items():
            expected = np.concatenate([statistics[label][[0, 1, 2, 3, 4]], centroids[label]])
            assert (table[our_label] == expected).all(), (name, mask.shape, label)
        if 0 not in theirs_to_ours:
            assert table[0, 4] == statistics[0, cv2.CC_STAT_AREA] == 0
