"""Small operations on 8-bit RGB pictures that the kinds are made of."""

import math

import cv2
import numpy as np

cv2.setNumThreads(1)

REFERENCE_SIDE = 768
LUMA = np.array([0.299, 0.587, 0.114], np.float32)


def to8(values):
    """Rounded and clipped to bytes."""
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def unit(picture):
    """As numbers from 0 to 1."""
    return picture.astype(np.float32) / 255


def from_unit(values):
    return to8(values * 255)


def luma(picture):
    """Luma from 0 to 255, as a float plane."""
    return picture[..., :3].astype(np.float32) @ LUMA


def either(rng, *choices):
    """One of the choices."""
    return choices[int(rng.integers(len(choices)))]


def sign(rng):
    return 1 if rng.random() < 0.5 else -1


def scale_of(picture):
    """How large the picture is, 1 at the usual 768 pixels: kernels grow with it."""
    return max(picture.shape[:2]) / REFERENCE_SIDE


def resized(picture, width, height, how=None):
    """Resampled by area where it shrinks and by a cubic where it grows."""
    width, height = max(1, int(round(width))), max(1, int(round(height)))
    if how is None:
        how = cv2.INTER_AREA if width * height < picture.shape[0] * picture.shape[1] else cv2.INTER_CUBIC
    return cv2.resize(picture, (width, height), interpolation=how)


def fitted(picture, side):
    """Reduced to a longest side; never enlarged."""
    height, width = picture.shape[:2]
    scale = side / max(height, width)
    return resized(picture, max(8, width * scale), max(8, height * scale), cv2.INTER_AREA) if scale < 1 else picture


def grid(picture):
    """(x, y) of each pixel, as floats."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return x, y


def blurred(picture, sigma):
    return cv2.GaussianBlur(picture, (0, 0), max(0.3, sigma))


def blend(below, above, mask):
    """`above` where the mask is 1, `below` where it is 0."""
    if mask.ndim == 2:
        mask = mask[..., None]
    return to8(below * (1 - mask) + above * mask)


def warped(picture, matrix, how=cv2.INTER_CUBIC, border=cv2.BORDER_REFLECT):
    """By a 2x3 or a 3x3 matrix, on the same canvas."""
    size = picture.shape[1], picture.shape[0]
    matrix = np.asarray(matrix, np.float32)
    warp = cv2.warpPerspective if matrix.shape == (3, 3) else cv2.warpAffine
    return warp(picture, matrix, size, flags=how, borderMode=border)


def remapped(picture, x, y):
    return cv2.remap(picture, x.astype(np.float32), y.astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)


def rotated(picture, degrees):
    """Rotated and enlarged so far that no corner is empty."""
    height, width = picture.shape[:2]
    angle = abs(math.radians(degrees))
    scale = math.cos(angle) + math.sin(angle) * max(width / height, height / width)
    return warped(picture, cv2.getRotationMatrix2D((width / 2, height / 2), degrees, scale))


def cropped(picture, share, rng):
    """A share of each side is cut off somewhere, the rest enlarged to the old size."""
    height, width = picture.shape[:2]
    inner_height, inner_width = int(height * (1 - share)), int(width * (1 - share))
    top = int(rng.integers(0, height - inner_height + 1))
    left = int(rng.integers(0, width - inner_width + 1))
    return resized(picture[top:top + inner_height, left:left + inner_width], width, height, cv2.INTER_CUBIC)


def tilted(picture, rng, least, most):
    """A projection that moves each corner inwards by a share of the sides."""
    height, width = picture.shape[:2]
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    inwards = np.float32([[1, 1], [-1, 1], [-1, -1], [1, -1]]) * [width, height]
    moved = corners + inwards * rng.uniform(least, most, (4, 2))
    return warped(picture, cv2.getPerspectiveTransform(moved.astype(np.float32), corners))


def jpeg(picture, quality, subsampled=True):
    """Through a JPEG of this quality."""
    return decoded(jpeg_bytes(picture, quality, subsampled))


def jpeg_bytes(picture, quality, subsampled=True):
    sampling = cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420 if subsampled else cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444
    options = [cv2.IMWRITE_JPEG_QUALITY, int(quality), cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling]
    return cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), options)[1].tobytes()


def decoded(data):
    return cv2.cvtColor(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def in_hsv(picture, change):
    """`change(hue 0…360, saturation 0…1, value 0…1)` returns the new three."""
    hue, saturation, value = cv2.split(cv2.cvtColor(unit(picture), cv2.COLOR_RGB2HSV))
    hue, saturation, value = change(hue, saturation, value)
    planes = [np.mod(hue, 360), np.clip(saturation, 0, 1), np.clip(value, 0, 1)]
    return from_unit(cv2.cvtColor(cv2.merge([plane.astype(np.float32) for plane in planes]), cv2.COLOR_HSV2RGB))


def saturation_of(picture):
    """Mean HSV saturation, 0 to 1."""
    return float(cv2.cvtColor(picture, cv2.COLOR_RGB2HSV)[..., 1].mean()) / 255


def contrasted(values, amount, centre=0.5):
    return (values - centre) * amount + centre


def cloud(picture, rng, cells):
    """Smooth noise from 0 to 1, with about so many bumps along a side."""
    small = rng.random((cells + 1, cells + 1)).astype(np.float32)
    plane = cv2.resize(small, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.clip((plane - plane.min()) / max(1e-6, float(np.ptp(plane))), 0, 1)


def radial(picture, x, y, radius):
    """1 at a point (in shares of the sides), falling smoothly to 0 about a radius (in shares of the longest side)."""
    across, down = grid(picture)
    height, width = picture.shape[:2]
    distance = np.hypot(across - x * width, down - y * height) / (radius * max(height, width))
    return np.exp(-distance ** 2)


def blob(picture, rng, share, x=None, y=None):
    """A soft-edged random patch that covers a share of the picture, as a mask."""
    height, width = picture.shape[:2]
    radius = math.sqrt(share * height * width / math.pi)
    centre_x = (rng.uniform(0.25, 0.75) if x is None else x) * width
    centre_y = (rng.uniform(0.25, 0.75) if y is None else y) * height
    angles = np.linspace(0, 2 * math.pi, 14, endpoint=False)
    radii = radius * rng.uniform(0.78, 1.22, len(angles))
    points = np.stack([centre_x + radii * np.cos(angles), centre_y + radii * np.sin(angles)], 1)
    mask = np.zeros((height, width), np.float32)
    cv2.fillPoly(mask, [points.astype(np.int32)], 1)
    return blurred(mask, 2 * scale_of(picture))


def change(before, after):
    """Mean distance of two pictures, in grey levels."""
    return float(np.abs(before.astype(np.float32) - after).mean())


def gradient(picture, top, bottom):
    """A vertical run from one colour to another, with a little noise against banding."""
    height, width = picture.shape[:2]
    run = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    return np.broadcast_to(np.asarray(top) * (1 - run) + np.asarray(bottom) * run, (height, width, 3))


def written(picture, text, x, y, size, colour, thickness=2):
    """Text with its left end of the base line at a point, in shares of the sides; `size` is 1 for large letters."""
    height, width = picture.shape[:2]
    scale = size * width / 900
    canvas = picture.copy()
    cv2.putText(canvas, text, (int(x * width), int(y * height)), cv2.FONT_HERSHEY_SIMPLEX, scale, colour,
                max(1, round(thickness * scale_of(picture))), cv2.LINE_AA)
    return canvas
