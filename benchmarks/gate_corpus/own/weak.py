"""Weak results beyond the usual ones: faults of optics, exposure, rendering and models."""

import math

import cv2
import numpy as np

from ..kinds import register
from ..pixels import (blend, blurred, change, cloud, contrasted, either, fitted, from_unit, gradient, grid, in_hsv, jpeg,
                      luma, radial, remapped, resized, scale_of, sign, to8, unit, warped, written)
from ..scene import ISOLATED

kind = register("weak", "own")


def convolved(picture, kernel):
    return cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REFLECT)


@kind()
def disc_blur(picture, rng, scene):
    """Out of focus: a disc instead of each point."""
    radius = max(4, round(rng.uniform(5, 10) * scale_of(picture)))
    kernel = np.zeros((2 * radius + 1,) * 2, np.float32)
    cv2.circle(kernel, (radius, radius), radius, 1, -1)
    return convolved(picture, kernel)


@kind()
def camera_shake(picture, rng, scene):
    """The camera moved on a curve."""
    size = max(15, int(rng.uniform(30, 44) * scale_of(picture))) | 1
    steps = np.cumsum(rng.normal(0, 1, (24, 2)).cumsum(0), 0)
    path = (steps - steps.min(0)) / max(1e-6, float(np.ptp(steps, axis=0).max())) * (size - 3) + 1
    kernel = np.zeros((size, size), np.float32)
    cv2.polylines(kernel, [path.astype(np.int32)], False, 1, max(1, size // 14), cv2.LINE_AA)
    return convolved(picture, kernel)


@kind()
def zoom_blur(picture, rng, scene):
    """The lens was turned while the shutter was open."""
    height, width = picture.shape[:2]
    reach = rng.uniform(0.1, 0.18)
    centre = width * rng.uniform(0.4, 0.6), height * rng.uniform(0.4, 0.6)
    total = np.zeros(picture.shape, np.float32)
    for zoom in np.linspace(1, 1 + reach, 24):
        total += warped(picture, cv2.getRotationMatrix2D(centre, 0, float(zoom)), cv2.INTER_LINEAR)
    return to8(total / 24)


@kind()
def ghosting(picture, rng, scene):
    """Seen twice, three to six percent apart."""
    reach = rng.uniform(0.03, 0.06) * max(picture.shape[:2])
    angle = rng.uniform(0, 2 * math.pi)
    second = warped(picture, [[1, 0, reach * math.cos(angle)], [0, 1, reach * math.sin(angle)]])
    share = rng.uniform(0.4, 0.5)
    return to8(picture * (1 - share) + second * share)


@kind()
def banding(picture, rng, scene):
    """Four to six levels of light on smoothed surfaces, with or without dithering."""
    levels = int(rng.integers(3, 6))
    smooth = cv2.bilateralFilter(picture, 9, 30, 7)
    values = unit(smooth) * levels
    if rng.random() < 0.4:
        values = values + rng.uniform(-0.5, 0.5, picture.shape[:2] + (1,))
    result = from_unit(np.rint(values) / levels)
    return result if change(picture, result) > 9 else None


@kind()
def missing_channel(picture, rng, scene):
    """One colour channel is gone."""
    result = picture.copy()
    result[..., int(rng.integers(3))] = 0
    return result if change(picture, result) > 22 else None


@kind()
def colour_blocks(picture, rng, scene):
    """Blocks with their channels exchanged."""
    result = picture.copy()
    height, width = picture.shape[:2]
    for _ in range(int(rng.integers(7, 14))):
        tall, wide = int(rng.uniform(0.1, 0.25) * height), int(rng.uniform(0.1, 0.3) * width)
        top, left = int(rng.integers(0, height - tall)), int(rng.integers(0, width - wide))
        window = result[top:top + tall, left:left + wide]
        window[:] = either(rng, 255 - window, window[..., ::-1] ^ 0x40, (window >> 1) + np.uint8([90, 0, 110]))
    return result


@kind()
def grey_green_wash(picture, rng, scene):
    """Everything behind a dull green veil."""
    light = luma(picture)[..., None]
    veil = np.array([112, 128, 104]) + (light - 128) * rng.uniform(0.14, 0.24)
    return to8(0.88 * veil + 0.12 * picture * 0.7)


@kind()
def halos(picture, rng, scene):
    """Sharpened until every edge glows."""
    wide = blurred(picture, 4 * scale_of(picture)).astype(np.float32)
    narrow = blurred(picture, 1.2).astype(np.float32)
    result = to8(picture + rng.uniform(3, 4.5) * (picture - wide) + 3.5 * (picture - narrow))
    return result if change(picture, result) > 14 else None


@kind()
def half_missing(picture, rng, scene):
    """One half is blank, grey or noise."""
    result = picture.copy()
    height, width = picture.shape[:2]
    half = either(rng, np.s_[:, :width // 2], np.s_[:, width // 2:], np.s_[:height // 2], np.s_[height // 2:])
    result[half] = either(rng, 255, 0, 127, rng.integers(0, 256, result[half].shape))
    return result


@kind(arguable=True)
def melted(picture, rng, scene):
    """The subject twisted. A strange style, some would say."""
    x, y = grid(picture)
    height, width = picture.shape[:2]
    across, down = x - 0.5 * width, y - 0.5 * height
    near = np.exp(-(np.hypot(across, down) / (0.3 * max(height, width))) ** 2)
    angle = sign(rng) * rng.uniform(2.2, 3.6) * near
    turned = across * np.cos(angle) - down * np.sin(angle), across * np.sin(angle) + down * np.cos(angle)
    return remapped(picture, turned[0] + 0.5 * width, turned[1] + 0.5 * height)


@kind()
def mosaic(picture, rng, scene):
    """Cells of two to four percent of the side."""
    cell = rng.uniform(0.02, 0.04) * max(picture.shape[:2])
    height, width = picture.shape[:2]
    small = resized(picture, width / cell, height / cell, cv2.INTER_AREA)
    return resized(small, width, height, cv2.INTER_NEAREST)


@kind()
def moire(picture, rng, scene):
    """A photograph of a screen: wavy stripes in colour."""
    x, y = grid(picture)
    angle, pitch = rng.uniform(0, math.pi), rng.uniform(9, 16) * scale_of(picture)
    bent = x * math.cos(angle) + y * math.sin(angle) + 26 * scale_of(picture) * cloud(picture, rng, 3)
    waves = [np.sin(2 * math.pi * (bent / pitch + phase)) for phase in (0, 0.33, 0.66)]
    return to8(picture * 0.85 + 42 * np.stack(waves, 2))


@kind()
def burnt_highlights(picture, rng, scene):
    """A curve that burns everything above the dark tones."""
    light = luma(picture)
    cut = max(30.0, float(np.percentile(light, rng.uniform(18, 32))))
    values = picture.astype(np.float32) / cut
    return from_unit(np.where(values < 0.8, values, 0.8 + (values - 0.8) * 3))


@kind()
def crushed_blacks(picture, rng, scene):
    """Everything but the lights pressed to black."""
    cut = float(np.percentile(luma(picture), rng.uniform(82, 90)))
    result = to8((picture - cut) * 255 / max(25.0, 255 - cut))
    return result if change(picture, result) > 12 else None


@kind()
def black_vignette(picture, rng, scene):
    """Only a spot in the middle is left in the dark."""
    spot = radial(picture, rng.uniform(0.35, 0.65), rng.uniform(0.35, 0.65), rng.uniform(0.13, 0.18))
    return to8(picture * np.clip(1.15 * spot, 0, 1)[..., None])


@kind()
def thick_fog(picture, rng, scene):
    """Fog that leaves nothing to see."""
    amount = rng.uniform(0.05, 0.1)
    fog = rng.uniform(175, 225) + 6 * cloud(picture, rng, 4)[..., None]
    return to8(picture * amount + fog * (1 - amount))


@kind()
def collage(picture, rng, scene):
    """Four cells: the same picture in other colours and mirrored, between white lines."""
    height, width = picture.shape[:2]
    gap = max(2, int(0.012 * width))
    small = resized(picture, (width - gap) // 2, (height - gap) // 2)
    result = np.full_like(picture, 255)
    for index, down, across in ((0, 0, 0), (1, 0, 1), (2, 1, 0), (3, 1, 1)):
        cell = to8(small * np.roll([1.15, 1.0, 0.85], index)) if index % 2 else small
        cell = cell[:, ::-1] if index > 1 else cell
        top, left = down * (height - small.shape[0]), across * (width - small.shape[1])
        result[top:top + small.shape[0], left:left + small.shape[1]] = cell
    return result


@kind()
def upside_down_block(picture, rng, scene):
    """A large block pasted upside down."""
    if scene.record.kind == "texture":
        return None
    result = picture.copy()
    height, width = picture.shape[:2]
    tall, wide = int(rng.uniform(0.35, 0.5) * height), int(rng.uniform(0.35, 0.5) * width)
    top, left = int(rng.uniform(0.1, 0.9) * (height - tall)), int(rng.uniform(0.1, 0.9) * (width - wide))
    block = picture[top:top + tall, left:left + wide]
    result[top:top + tall, left:left + wide] = block[::-1, ::-1]
    return result if change(picture, result) > 4 else None


@kind()
def stock_watermark(picture, rng, scene):
    """A stock agency's watermark all over."""
    layer = np.zeros_like(picture)
    edge = np.zeros_like(picture)
    for row in range(-1, 9):
        for column in range(-1, 4):
            place = 0.36 * column + 0.1 * (row % 2), 0.14 * row
            layer = written(layer, "STOCK PREVIEW", *place, 0.9, (255,) * 3, 3)
            edge = written(edge, "STOCK PREVIEW", *place, 0.9, (255,) * 3, 7)
    height, width = picture.shape[:2]
    slant = cv2.getRotationMatrix2D((width / 2, height / 2), 28, 1.25)
    white, dark = (unit(warped(plane, slant, cv2.INTER_LINEAR)) for plane in (layer, edge))
    shaded = blend(picture, np.full_like(picture, 60), 0.35 * dark)
    return blend(shaded, np.full_like(picture, 255), 0.6 * white)


@kind()
def stretched(picture, rng, scene):
    """More than twice as wide, or as tall, as it should be."""
    height, width = picture.shape[:2]
    factor = rng.uniform(2.1, 2.7)
    return resized(picture, width, height / factor) if rng.random() < 0.6 else resized(picture, width / factor, height)


@kind()
def corner(picture, rng, scene):
    """A small corner of the picture, enlarged."""
    height, width = picture.shape[:2]
    tall, wide = int(0.13 * height), int(0.13 * width)
    top, left = either(rng, 0, height - tall), either(rng, 0, width - wide)
    return resized(picture[top:top + tall, left:left + wide], width, height, cv2.INTER_CUBIC)


@kind()
def unrelated_graded(picture, rng, scene):
    """Another picture altogether, in the colours of this one."""
    other = resized(scene.other(rng), picture.shape[1], picture.shape[0]).astype(np.float32)
    mean, spread = picture.mean((0, 1)), picture.std((0, 1))
    return to8((other - other.mean((0, 1))) / np.maximum(other.std((0, 1)), 8) * np.clip(spread, 25, 70) + mean)


@kind()
def latent_noise(picture, rng, scene):
    """A diffusion that stopped too early: coloured speckle with the picture behind it."""
    height, width = picture.shape[:2]
    cell = max(2.0, 3 * scale_of(picture))
    small = rng.normal(0, 1, (int(height / cell) + 1, int(width / cell) + 1, 3)).astype(np.float32)
    speckle = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    return to8(0.55 * blurred(picture, 2 * scale_of(picture)) + 0.45 * 128 + rng.uniform(38, 55) * speckle)


@kind()
def deep_fried(picture, rng, scene):
    """Oversharpened, oversaturated and compressed, again and again."""
    for _ in range(2):
        sharp = to8(picture + 2.5 * (picture.astype(np.float32) - blurred(picture, 2)))
        loud = in_hsv(sharp, lambda hue, saturation, value: (hue, saturation * 2.2, contrasted(value, 1.3)))
        picture = jpeg(loud, rng.integers(5, 10))
    return picture


@kind(arguable=True)
def negative(picture, rng, scene):
    """A negative. A style to some."""
    return 255 - picture


@kind()
def overflow(picture, rng, scene):
    """Bright values wrapped round to black."""
    return ((picture.astype(np.float32) * rng.uniform(1.7, 2.3) + 20).astype(np.int32) & 255).astype(np.uint8)


@kind()
def censored(picture, rng, scene):
    """The middle of the picture hidden by large cells or a bar."""
    result = picture.copy()
    height, width = picture.shape[:2]
    top, left = int(height * rng.uniform(0.2, 0.3)), int(width * rng.uniform(0.2, 0.3))
    window = result[top:top + int(height * 0.45), left:left + int(width * 0.45)]
    if rng.random() < 0.6:
        window[:] = resized(resized(window, 6, 6), window.shape[1], window.shape[0], cv2.INTER_NEAREST)
    else:
        window[:] = 0
    return result


@kind()
def wrapped_around(picture, rng, scene):
    """Rolled sideways, so that a hard seam runs through it."""
    step = np.abs(picture[:, 0].astype(np.float32) - picture[:, -1]).mean(1)
    if scene.record.kind == "texture" or (step > 12).mean() < 0.4:
        return None
    return np.roll(picture, int(picture.shape[1] * rng.uniform(0.3, 0.7)), 1)


@kind()
def smeared(picture, rng, scene):
    """Every detail wiped away by a too strong denoiser."""
    if scene.record.kind in ISOLATED:
        return None
    small = fitted(picture, 320)
    for _ in range(4):
        small = cv2.medianBlur(small, 11)
    return resized(small, picture.shape[1], picture.shape[0], cv2.INTER_CUBIC)


@kind()
def torn_mesh(picture, rng, scene):
    """Pieces slid against each other along hard diagonal cracks."""
    if scene.record.kind == "texture":
        return None
    x, y = grid(picture)
    height, width = picture.shape[:2]
    move_x, move_y = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
    for _ in range(7):
        angle, offset = rng.uniform(0, math.pi), rng.uniform(-0.35, 0.35)
        side = (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle) > offset
        reach = rng.uniform(0.04, 0.08) * max(height, width)
        move_x += np.where(side, reach * math.cos(angle + 1.57), 0)
        move_y += np.where(side, reach * math.sin(angle + 1.57), 0)
    return remapped(picture, x + move_x - move_x.mean(), y + move_y - move_y.mean())
