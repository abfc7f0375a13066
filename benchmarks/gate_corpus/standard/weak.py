"""Weak results that any gate meets: a person would throw them away."""

import math

import cv2
import numpy as np

from ..kinds import register
from ..pixels import blurred, either, fitted, from_unit, gradient, jpeg, luma, resized, scale_of, sign, to8, unit

kind = register("weak", "standard")


@kind()
def blur(picture, rng, scene):
    """Blurred all over."""
    return blurred(picture, either(rng, 2.5, 4, 7) * scale_of(picture))


@kind()
def motion(picture, rng, scene):
    """Moved in a straight line."""
    length = int(rng.uniform(0.03, 0.055) * max(picture.shape[:2])) | 1
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5,) * 2, rng.uniform(0, 180), 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REFLECT)


@kind()
def noise(picture, rng, scene):
    """Strong noise, in colour or in grey."""
    shape = picture.shape if rng.random() < 0.6 else picture.shape[:2] + (1,)
    return to8(picture + rng.normal(0, either(rng, 30, 45, 70), shape))


@kind()
def salt_and_pepper(picture, rng, scene):
    """Three to ten percent of the pixels black or white."""
    share = rng.uniform(0.03, 0.1)
    chance = rng.random(picture.shape[:2])
    result = picture.copy()
    result[chance < share / 2] = 0
    result[chance > 1 - share / 2] = 255
    return result


@kind()
def jpeg_blocks(picture, rng, scene):
    """JPEG of quality one to six."""
    return jpeg(picture, rng.integers(1, 7))


@kind()
def upscaled(picture, rng, scene):
    """Enlarged from 64 pixels."""
    how = either(rng, cv2.INTER_NEAREST, cv2.INTER_LINEAR, cv2.INTER_CUBIC)
    return resized(fitted(picture, 64), picture.shape[1], picture.shape[0], how)


@kind()
def blank(picture, rng, scene):
    """Nothing but one colour, or two that run into each other."""
    colours = either(rng, ([0] * 3,) * 2, ([255] * 3,) * 2, (picture.mean((0, 1)),) * 2, rng.uniform(0, 255, (2, 3)))
    return to8(gradient(picture, *colours) + rng.normal(0, rng.uniform(0, 2), picture.shape[:2] + (1,)))


@kind()
def truncated(picture, rng, scene):
    """The lower part is missing."""
    result = picture.copy()
    result[int(picture.shape[0] * rng.uniform(0.35, 0.7)):] = either(rng, 128, 128, 0)
    return result


@kind()
def posterised(picture, rng, scene):
    """Two to four levels a channel."""
    levels = int(rng.integers(2, 5)) - 1
    return from_unit(np.rint(unit(picture) * levels) / levels)


@kind()
def overexposed(picture, rng, scene):
    """Most of the picture burnt to white."""
    dark = max(12.0, float(np.percentile(luma(picture), rng.uniform(10, 28))))
    return to8((picture + 4.0) * 255 / dark)


@kind()
def underexposed(picture, rng, scene):
    """So dark that little is left."""
    return to8(255 * unit(picture) ** 1.3 * rng.uniform(0.06, 0.15))


@kind()
def washed_out(picture, rng, scene):
    """Hardly any contrast."""
    return to8((picture - 128.0) * rng.uniform(0.1, 0.22) + rng.uniform(110, 190))


@kind()
def tiled(picture, rng, scene):
    """The picture repeated, two or three times each way."""
    times = int(rng.integers(2, 4))
    height, width = picture.shape[:2]
    small = resized(picture, max(2, width // times), max(2, height // times))
    return resized(np.tile(small, (times, times, 1)), width, height)


@kind()
def glitch(picture, rng, scene):
    """Strips moved aside and blocks of wrong pixels."""
    result = picture.copy()
    height, width = picture.shape[:2]
    for _ in range(int(rng.integers(5, 10))):
        top, thick = int(rng.integers(0, int(height * 0.9))), int(rng.uniform(0.03, 0.09) * height)
        result[top:top + thick] = np.roll(result[top:top + thick], int(sign(rng) * rng.uniform(0.12, 0.4) * width), 1)
    for _ in range(int(rng.integers(12, 28))):
        tall, wide = int(rng.uniform(0.05, 0.11) * height), int(rng.uniform(0.05, 0.14) * width)
        top, left = int(rng.integers(0, height - tall)), int(rng.integers(0, width - wide))
        window = result[top:top + tall, left:left + wide]
        window[:] = either(rng, rng.integers(0, 256, 3), window[:, :, [2, 0, 1]] ^ 0x60, picture[:tall, :wide])
    return result


@kind()
def unrelated(picture, rng, scene):
    """Another picture altogether."""
    return scene.other(rng)


@kind()
def letterbox(picture, rng, scene):
    """Bars on two sides."""
    height, width = picture.shape[:2]
    share = rng.uniform(0.11, 0.2)
    result = np.full_like(picture, either(rng, 0, 0, 255, 128))
    if rng.random() < 0.6:
        bar = int(height * share)
        result[bar:height - bar] = resized(picture, width, height - 2 * bar)
    else:
        bar = int(width * share)
        result[:, bar:width - bar] = resized(picture, width - 2 * bar, height)
    return result


@kind()
def checkerboard(picture, rng, scene):
    """The chequered sign of transparency painted behind the subject."""
    cell = int(rng.integers(8, 25))
    height, width = picture.shape[:2]
    rows, columns = np.indices((height, width)) // cell
    light, dark = either(rng, (255, 204), (255, 230), (153, 102))
    board = np.where((rows + columns) % 2 == 0, light, dark)[..., None].repeat(3, 2)
    return np.where(scene.mask_for(picture)[..., None] > 0.5, picture, board).astype(np.uint8)
