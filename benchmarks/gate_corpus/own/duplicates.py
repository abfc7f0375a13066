"""Near-duplicates beyond the usual ones: what tools, web sites and models do to a picture that stays the same picture."""

import io

import cv2
import numpy as np
from PIL import Image

from ..kinds import Encoded, register
from ..pixels import (blend, blurred, cloud, either, from_unit, grid, jpeg, luma, radial, remapped, resized,
                      scale_of, sign, tilted, to8, unit, warped, written)

kind = register("dup", "own")

#: Ordered dithering after Bayer, 8x8.
BAYER = np.array([[0, 2], [3, 1]])
for _ in range(2):
    BAYER = np.block([[4 * BAYER, 4 * BAYER + 2], [4 * BAYER + 3, 4 * BAYER + 1]])


@kind()
def webp(picture, rng, scene):
    """A WebP of quality 60 to 90."""
    data = io.BytesIO()
    Image.fromarray(picture).save(data, "WEBP", quality=int(rng.integers(60, 91)))
    return Encoded(data.getvalue(), ".webp")


@kind()
def palette(picture, rng, scene):
    """A PNG with a palette of 256 colours, with or without dithering."""
    dither = either(rng, Image.Dither.FLOYDSTEINBERG, Image.Dither.NONE)
    data = io.BytesIO()
    Image.fromarray(picture).quantize(256, Image.Quantize.MEDIANCUT, dither=dither).save(data, "PNG")
    return Encoded(data.getvalue(), ".png")


@kind(alpha="pixels")
def gamma(picture, rng, scene):
    """A slightly wrong gamma."""
    return from_unit(unit(picture) ** (1 + sign(rng) * rng.uniform(0.04, 0.1)))


@kind()
def thin_border(picture, rng, scene):
    """An even border of one to two percent around it."""
    height, width = picture.shape[:2]
    border = max(2, round(rng.uniform(0.01, 0.02) * max(height, width)))
    shade = either(rng, (0,) * 3, (255,) * 3, (128,) * 3)
    return resized(cv2.copyMakeBorder(picture, *(border,) * 4, cv2.BORDER_CONSTANT, value=shade), width, height)


@kind()
def edge_line(picture, rng, scene):
    """A line of a few pixels along one edge, left by a careless crop."""
    result = picture.copy()
    depth = int(rng.integers(2, 6))
    result[either(rng, np.s_[:depth], np.s_[-depth:], np.s_[:, :depth], np.s_[:, -depth:])] = either(rng, 0, 255)
    return result


@kind(alpha="warp")
def slight_perspective(picture, rng, scene):
    """Tilted by less than a percent."""
    return tilted(picture, rng, 0, 0.009)


@kind(alpha="pixels")
def slight_vignette(picture, rng, scene):
    """The corners a tenth darker."""
    corners = 1 - rng.uniform(0.08, 0.12) * (1 - radial(picture, 0.5, 0.5, 0.6))
    return to8(picture * corners[..., None])


@kind()
def chromatic_shift(picture, rng, scene):
    """Red and blue apart by a pixel or two."""
    reach = rng.uniform(0.7, 1.6) * scale_of(picture)
    result = picture.copy()
    for plane, side in ((0, 1), (2, -1)):
        move = [[1, 0, side * reach], [0, 1, side * reach * 0.4]]
        result[..., plane] = warped(np.ascontiguousarray(picture[..., plane]), move, cv2.INTER_LINEAR)
    return result


@kind()
def date_stamp(picture, rng, scene):
    """A camera's date in a corner."""
    text = f"{rng.integers(2003, 2024)} {rng.integers(1, 13):02d} {rng.integers(1, 29):02d}"
    return written(picture, text, 0.72, 0.95, 0.9, (255, 150, 40))


@kind()
def small_logo(picture, rng, scene):
    """A small badge in a corner, as some models stamp it."""
    height, width = picture.shape[:2]
    size = 0.035 * max(height, width)
    result = picture.copy()
    centre = int(width - 1.9 * size), int(height - 1.9 * size)
    spikes = [(centre[0] + int(r * np.cos(a)), centre[1] + int(r * np.sin(a)))
              for a, r in zip(np.arange(8) * np.pi / 4, [size, size * 0.3] * 4)]
    cv2.fillPoly(result, [np.int32(spikes)], (255, 255, 255), cv2.LINE_AA)
    return to8(0.75 * result + 0.25 * picture)


@kind()
def jpeg_twice(picture, rng, scene):
    """Two JPEGs in a row, at two sizes."""
    height, width = picture.shape[:2]
    scale = rng.uniform(0.7, 0.9)
    first = jpeg(resized(picture, width * scale, height * scale), rng.integers(70, 88))
    return jpeg(resized(first, width, height), rng.integers(70, 90))


@kind()
def denoised(picture, rng, scene):
    """Mildly denoised."""
    return cv2.bilateralFilter(picture, 5, rng.uniform(8, 14), 3)


@kind(alpha="pixels")
def local_contrast(picture, rng, scene):
    """A mild local contrast, as phones add it."""
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2Lab)
    equal = cv2.createCLAHE(clipLimit=1.2, tileGridSize=(6, 6)).apply(lab[..., 0])
    lab[..., 0] = to8(0.75 * lab[..., 0] + 0.25 * equal)
    return cv2.cvtColor(lab, cv2.COLOR_Lab2RGB)


@kind(alpha="pixels")
def colour_temperature(picture, rng, scene):
    """Three percent warmer or cooler."""
    amount = sign(rng) * rng.uniform(0.02, 0.035)
    return to8(picture * np.array([1 + amount, 1, 1 - amount]))


@kind(alpha="warp")
def squeezed(picture, rng, scene):
    """One to two percent narrower or wider."""
    height, width = picture.shape[:2]
    return resized(picture, width * (1 + sign(rng) * rng.uniform(0.008, 0.019)), height)


@kind()
def dithered(picture, rng, scene):
    """Five or six bits a channel, dithered."""
    step = either(rng, 8, 4)
    height, width = picture.shape[:2]
    pattern = np.tile(BAYER, (height // 8 + 1, width // 8 + 1))[:height, :width, None] / 64
    return to8(np.floor(picture / step + pattern) * step)


@kind(alpha="pixels")
def linear_round_trip(picture, rng, scene):
    """To linear light in 8 bits and back: the shadows lose steps."""
    linear = to8(255 * unit(picture) ** 2.2)
    return from_unit(unit(linear) ** (1 / 2.2))


@kind()
def chroma_subsampled(picture, rng, scene):
    """Colour at a quarter of the resolution."""
    ycc = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    height, width = picture.shape[:2]
    colour = resized(resized(ycc[..., 1:], width / 4, height / 4), width, height, cv2.INTER_LINEAR)
    return cv2.cvtColor(np.dstack([ycc[..., :1], colour]), cv2.COLOR_YCrCb2RGB)


@kind(alpha="warp")
def lens_distortion(picture, rng, scene):
    """A barrel or a cushion of less than a percent."""
    x, y = grid(picture)
    height, width = picture.shape[:2]
    across, down = x / width - 0.5, y / height - 0.5
    bend = 1 + sign(rng) * rng.uniform(0.008, 0.02) * (across ** 2 + down ** 2)
    return remapped(picture, (across * bend + 0.5) * width, (down * bend + 0.5) * height)


@kind()
def model_round_trip(picture, rng, scene):
    """What a model's encoder gives back when it changes nothing: softened detail, a trace of drift and tint."""
    x, y = grid(picture)
    reach = 0.0015 * max(picture.shape[:2])
    moved = remapped(picture, x + reach * (2 * cloud(picture, rng, 4) - 1), y + reach * (2 * cloud(picture, rng, 4) - 1))
    smooth = cv2.bilateralFilter(moved, 5, 14, 3)
    crisp = smooth + 0.35 * (smooth.astype(np.float32) - blurred(smooth, 1))
    return to8(crisp * (1 + rng.uniform(-0.02, 0.02, 3)))


@kind()
def retouched(picture, rng, scene):
    """One spot of two percent of the side removed."""
    height, width = picture.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    centre = int(rng.uniform(0.2, 0.8) * width), int(rng.uniform(0.2, 0.8) * height)
    cv2.circle(mask, centre, max(2, int(0.012 * max(height, width))), 255, -1)
    return cv2.inpaint(picture, mask, 3, cv2.INPAINT_TELEA)


@kind()
def rounded_corners(picture, rng, scene):
    """Corners rounded on white, as a web page shows it."""
    height, width = picture.shape[:2]
    radius = int(rng.uniform(0.025, 0.04) * max(height, width))
    x, y = grid(picture)
    across = np.maximum(np.maximum(radius - x, x - (width - 1 - radius)), 0)
    down = np.maximum(np.maximum(radius - y, y - (height - 1 - radius)), 0)
    return blend(np.full_like(picture, 255), picture, np.clip(radius + 0.5 - np.hypot(across, down), 0, 1))


@kind(alpha="pixels")
def auto_levels(picture, rng, scene):
    """The darkest and the lightest percent clipped, half-way."""
    low, high = np.percentile(luma(picture), (0.7, 99.3))
    if high - low < 225:
        return None
    return to8((picture - 0.5 * low) * 255 / (255 - 0.5 * low - 0.5 * (255 - high)))


@kind()
def dust(picture, rng, scene):
    """A scan with a few dust specks and a hair."""
    result = picture.copy()
    height, width = picture.shape[:2]
    for x, y in rng.uniform(0.02, 0.98, (12, 2)):
        cv2.circle(result, (int(x * width), int(y * height)), 1, either(rng, (235,) * 3, (30,) * 3), -1, cv2.LINE_AA)
    start = rng.uniform(0.2, 0.7, 2)
    hair = np.cumsum(np.vstack([start, rng.uniform(-0.006, 0.014, (9, 2))]), 0) * (width, height)
    cv2.polylines(result, [hair.astype(np.int32)], False, (225,) * 3, 1, cv2.LINE_AA)
    return result
