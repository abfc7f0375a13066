"""Weak results beyond the usual ones: broken files, broken pipelines, and pictures of the wrong thing."""

import io

import cv2
import numpy as np
from PIL import Image, ImageFile

from ..kinds import register
from ..pixels import (blurred, cloud, either, fitted, gradient, grid, jpeg, jpeg_bytes, luma, resized, scale_of, to8,
                      written)

kind = register("weak", "own")

WORDS = ("error request image model failed retry content policy cannot generate this picture please try another prompt "
         "status internal service unavailable output blocked reason unknown contact support quota limit reached").split()


@kind()
def interlaced(picture, rng, scene):
    """Two fields of a moving camera: every other row is elsewhere."""
    result = picture.copy()
    reach = max(4, int(rng.uniform(0.015, 0.03) * picture.shape[1]))
    rows = max(1, round(scale_of(picture)))
    odd = (np.arange(picture.shape[0]) // rows) % 2 == 1
    result[odd] = np.roll(picture, reach, 1)[odd]
    return result


@kind()
def tape_noise(picture, rng, scene):
    """A worn video tape: torn lines, colour bleeding, bands of snow."""
    height, width = picture.shape[:2]
    ycc = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    ycc[..., 1:] = np.roll(cv2.blur(ycc[..., 1:], (31, 3)), 12, 1)
    result = cv2.cvtColor(ycc, cv2.COLOR_YCrCb2RGB)
    offsets = np.cumsum(rng.normal(0, 0.0035 * width, height)).astype(int) % 9
    for row in range(height):
        result[row] = np.roll(result[row], int(offsets[row]), 0)
    for _ in range(int(rng.integers(3, 6))):
        top, tall = int(rng.integers(0, height - 10)), max(6, int(rng.uniform(0.02, 0.05) * height))
        band = result[top:top + tall]
        snow = rng.random(band.shape[:2] + (1,)) > 0.6
        band[:] = np.where(snow, rng.integers(140, 256, band.shape[:2] + (1,)), np.roll(band, width // 6, 1))
    return to8(result + rng.normal(0, 12, picture.shape[:2] + (1,)))


@kind()
def dead_rows(picture, rng, scene):
    """Rows or columns of the sensor are dead."""
    result = picture.copy()
    axis = int(rng.integers(2))
    lines = rng.choice(picture.shape[axis], int(picture.shape[axis] * rng.uniform(0.06, 0.12)), replace=False)
    for line in lines:
        result[(slice(None),) * axis + (slice(line, line + 2),)] = rng.integers(0, 256, 3)
    return result


@kind()
def damaged_jpeg(picture, rng, scene):
    """A JPEG whose stream was damaged: from one block on, colours and places are wrong."""
    data = bytearray(jpeg_bytes(picture, 85))
    begin = data.index(b"\xff\xda") + 14
    for position in rng.integers(begin + (len(data) - begin) // 8, begin + (len(data) - begin) // 3, 6):
        data[int(position)] = int(rng.integers(1, 255))
    try:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        broken = np.asarray(Image.open(io.BytesIO(bytes(data))).convert("RGB"))
    except (OSError, SyntaxError):
        return None
    harm = np.abs(broken.astype(np.float32) - picture).mean(2)
    return broken if (blurred(harm, 8) > 40).mean() > 0.25 else None


@kind()
def salvaged_jpeg(picture, rng, scene):
    """A JPEG that was cut short, decoded as far as it goes: the rest is grey."""
    data = jpeg_bytes(picture, 88)
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    return np.asarray(Image.open(io.BytesIO(data[:int(len(data) * rng.uniform(0.3, 0.65))])).convert("RGB"))


@kind()
def jpeg_twice_blocks(picture, rng, scene):
    """JPEG of quality three, resized, and JPEG of quality five: blocks off the grid."""
    height, width = picture.shape[:2]
    scale = rng.uniform(0.6, 0.9)
    first = jpeg(resized(picture, width * scale, height * scale), 3)
    return jpeg(resized(first, width, height, cv2.INTER_LINEAR), 5)


@kind()
def checkerboard_fill(picture, rng, scene):
    """A large part of the picture replaced by the chequered sign of transparency, in other greys."""
    height, width = picture.shape[:2]
    cell = int(rng.integers(6, 30))
    rows, columns = np.indices((height, width)) // cell
    light, dark = either(rng, (255, 191), (238, 204), (128, 90), (60, 40))
    board = np.where((rows + columns) % 2 == 0, light, dark)[..., None].repeat(3, 2)
    hole = scene.mask_for(picture)[..., None] > 0.5
    return np.where(hole if rng.random() < 0.5 else ~hole, board, picture).astype(np.uint8)


@kind()
def text_page(picture, rng, scene):
    """A page of text instead of a picture."""
    page = np.full_like(picture, either(rng, 255, 250, 24))
    ink = (20,) * 3 if page[0, 0, 0] > 128 else (220,) * 3
    page = written(page, "Error 500: image not available", 0.06, 0.12, 1.1, ink)
    for line in range(14):
        text = " ".join(WORDS[int(index)] for index in rng.integers(0, len(WORDS), 8))
        page = written(page, text[:52], 0.06, 0.22 + 0.055 * line, 0.75, ink, 1)
    return page


@kind()
def code_pattern(picture, rng, scene):
    """A field of black and white cells, like a square bar code."""
    height, width = picture.shape[:2]
    cells = rng.integers(0, 2, (33, 33)).astype(np.uint8) * 255
    for top, left in ((0, 0), (0, 26), (26, 0)):
        cells[top:top + 7, left:left + 7] = 0
        cells[top + 1:top + 6, left + 1:left + 6] = 255
        cells[top + 2:top + 5, left + 2:left + 5] = 0
    side = int(min(height, width) * 0.8)
    result = np.full_like(picture, 255)
    code = cv2.resize(cells, (side, side), interpolation=cv2.INTER_NEAREST)[..., None]
    result[(height - side) // 2:(height + side) // 2, (width - side) // 2:(width + side) // 2] = code
    return result


@kind()
def colour_run(picture, rng, scene):
    """Nothing but a run of colours."""
    result = gradient(picture, *rng.uniform(0, 255, (2, 3)))
    if rng.random() < 0.5:
        result = result + 60 * (cloud(picture, rng, 2)[..., None] - 0.5)
    return to8(result)


@kind()
def wrong_stride(picture, rng, scene):
    """Rows read with the wrong length: the picture runs off diagonally."""
    height, width = picture.shape[:2]
    extra = int(rng.integers(2, 9)) * 3 + int(rng.integers(0, 3))
    stream = picture.tobytes()
    stream = stream + stream[:height * extra + width]
    rows = np.lib.stride_tricks.as_strided(
        np.frombuffer(stream, np.uint8), (height, width * 3), (width * 3 + extra, 1))[:, :width * 3]
    return rows.reshape(height, width, 3).copy()


@kind()
def planes_apart(picture, rng, scene):
    """The three channels side by side in grey, as planar data read as pixels."""
    height, width = picture.shape[:2]
    planes = [resized(np.ascontiguousarray(picture[..., plane]), width // 3, height) for plane in range(3)]
    grey = cv2.copyMakeBorder(np.hstack(planes), 0, 0, 0, width - 3 * (width // 3), cv2.BORDER_REPLICATE)
    return grey[..., None].repeat(3, 2)


@kind()
def raw_mosaic(picture, rng, scene):
    """The sensor's raw grid of red, green and blue, never put together."""
    raw = np.zeros_like(picture)
    for plane, rows, columns in ((0, 0, 0), (1, 0, 1), (1, 1, 0), (2, 1, 1)):
        raw[rows::2, columns::2, plane] = picture[rows::2, columns::2, plane]
    return raw


@kind("size", alpha="warp")
def tiny(picture, rng, scene):
    """A thumbnail of 32 to 72 pixels."""
    return fitted(picture, int(rng.integers(32, 73)))


@kind("size")
def transparent(picture, rng, scene):
    """A file with nothing visible in it: every pixel is transparent."""
    return np.dstack([picture, np.zeros(picture.shape[:2], np.uint8)])


@kind()
def loading(picture, rng, scene):
    """A progressive picture that stopped early: a coarse copy below a sharp strip."""
    height, width = picture.shape[:2]
    coarse = jpeg(resized(resized(picture, width / 24, height / 24), width, height, cv2.INTER_NEAREST), 60)
    cut = int(height * rng.uniform(0.2, 0.45))
    return np.concatenate([picture[:cut], coarse[cut:]])


@kind()
def error_banner(picture, rng, scene):
    """A blurred preview under a message."""
    soft = blurred(picture, 14 * scale_of(picture))
    dim = to8(soft * 0.55)
    return written(dim, "Sensitive content. Tap to view", 0.14, 0.5, 1.2, (255,) * 3)
