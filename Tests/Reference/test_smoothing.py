"""Smoothing and derivatives on float planes against OpenCV."""

import cv2
import numpy as np
import pytest
from conftest import pictures


@pytest.mark.parametrize("sigma", [0.3, 0.5, 0.7, 1.0, 1.5, 2.5, 4.0, 11.0])
def test_gaussian_blur(probe, sigma):
    for name, picture in pictures():
        plane = picture[..., 1]
        expected = cv2.GaussianBlur(plane.astype(np.float32), (0, 0), sigma).ravel()
        actual = probe.planes("gaussian_blur", plane, dtype=np.float32, sigma=sigma)
        assert np.abs(actual - expected).max() < 2e-4, name


@pytest.mark.parametrize("radius", [1, 2, 3, 8, 30])
def test_box_blur(probe, radius):
    side = 2 * radius + 1
    for name, picture in pictures():
        plane = picture[..., 1]
        expected = cv2.blur(plane.astype(np.float32), (side, side)).ravel()
        actual = probe.planes("box_blur", plane, dtype=np.float32, radius=radius)
        assert np.abs(actual - expected).max() < 1e-4, name


def test_median(probe):
    for name, picture in pictures():
        plane = picture[..., 1]
        expected = cv2.medianBlur(plane, 3).ravel()
        assert (probe.planes("median", plane) == expected).all(), name
        assert (probe.planes("median_float", plane, dtype=np.float32) == expected).all(), name


def test_sobel(probe):
    for name, picture in pictures():
        plane = picture[..., 1]
        horizontal = cv2.Sobel(plane, cv2.CV_32F, 1, 0, ksize=3).ravel()
        vertical = cv2.Sobel(plane, cv2.CV_32F, 0, 1, ksize=3).ravel()
        actual = probe.planes("sobel", plane, dtype=np.float32)
        assert (actual == np.concatenate([horizontal, vertical])).all(), name
