"""Near-duplicates that any gate meets: nobody would pay for them as a variation."""

import cv2
import numpy as np

from ..kinds import KINDS, register
from ..pixels import blurred, cropped, either, in_hsv, jpeg, resized, rotated, sign, to8, unit, warped, written

kind = register("dup", "standard")


@kind()
def jpeg_again(picture, rng, scene):
    """Encoded again as JPEG, quality 50 to 95."""
    return jpeg(picture, rng.integers(50, 96))


@kind(alpha="warp")
def rescaled(picture, rng, scene):
    """Made smaller or larger, and back."""
    height, width = picture.shape[:2]
    scale = rng.uniform(0.5, 0.9) if rng.random() < 0.6 else rng.uniform(1.2, 2)
    return resized(resized(picture, width * scale, height * scale), width, height, cv2.INTER_CUBIC)


@kind(alpha="warp")
def shifted(picture, rng, scene):
    """Moved by up to eight pixels."""
    x, y = (sign(rng) * rng.uniform(1, 8) for _ in range(2))
    return warped(picture, [[1, 0, x], [0, 1, y]], cv2.INTER_LINEAR)


@kind(alpha="warp")
def turned(picture, rng, scene):
    """Rotated by less than a degree."""
    return rotated(picture, sign(rng) * rng.uniform(0.4, 0.95))


@kind(alpha="warp")
def cropped_little(picture, rng, scene):
    """One to four percent cut off."""
    return cropped(picture, rng.uniform(0.01, 0.04), rng)


@kind(alpha="pixels")
def tone(picture, rng, scene):
    """A little brighter, darker, flatter or steeper."""
    amount = sign(rng) * rng.uniform(0.04, 0.1)
    return either(
        rng,
        lambda: to8(picture + 110.0 * amount),
        lambda: to8((picture - 128.0) * (1 + amount) + 128),
        lambda: to8(255 * unit(picture) ** (1 + amount)),
    )()


@kind(alpha="pixels")
def saturation(picture, rng, scene):
    """Four to 12 % more or less saturated."""
    amount = 1 + sign(rng) * rng.uniform(0.04, 0.12)
    return in_hsv(picture, lambda hue, saturation, value: (hue, saturation * amount, value))


@kind(alpha="pixels")
def softened(picture, rng, scene):
    """A blur of half a pixel to one pixel."""
    return blurred(picture, rng.uniform(0.5, 1.0))


@kind(alpha="pixels")
def sharpened(picture, rng, scene):
    """Sharpened a little."""
    return to8(picture + rng.uniform(0.3, 0.7) * (picture.astype(np.float32) - blurred(picture, 1.2)))


@kind()
def watermark(picture, rng, scene):
    """A line of text near a corner."""
    text = f"(C) sample {rng.integers(1000, 9999)}"
    stamped = written(picture, text, either(rng, 0.03, 0.6), 0.96, 1.0, (255, 255, 255))
    opacity = rng.uniform(0.5, 0.9)
    return to8(stamped * opacity + picture * (1 - opacity))


@kind(alpha="pixels")
def faint_noise(picture, rng, scene):
    """Noise that is barely seen."""
    return to8(picture + rng.normal(0, rng.uniform(2.5, 5), picture.shape))


@kind()
def two_small_edits(picture, rng, scene):
    """Two of the others, then JPEG."""
    names = ["cropped_little", "tone", "saturation", "shifted", "faint_noise", "softened"]
    for name in rng.permutation(names)[:2]:
        picture = KINDS["dup", str(name)].edit(picture, rng, scene)
    return jpeg(picture, rng.integers(70, 96))
