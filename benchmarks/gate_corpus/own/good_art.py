"""Good variations that turn a picture into another craft: print, paint, paper, glass and games."""

import math

import cv2
import numpy as np

from ..kinds import register
from ..pixels import (blend, blurred, cloud, contrasted, either, fitted, from_unit, grid, in_hsv, luma,
                      resized, scale_of, to8, unit)

kind = register("good", "own")


def clustered(picture, colours, side):
    """The picture in a few colours of its own, at a reduced size."""
    small = fitted(picture, side)
    samples = small.reshape(-1, 3).astype(np.float32)
    cv2.setRNGSeed(1)
    _, labels, centres = cv2.kmeans(samples, colours, None, (3, 15, 1.0), 1, cv2.KMEANS_PP_CENTERS)
    return to8(centres[labels.ravel()].reshape(small.shape))


@kind("cells", arguable=True)
def pixel_art(picture, rng, scene):
    """Pixel art: 128 cells a side in 24 colours. Looks much like a mosaic fault."""
    small = clustered(fitted(picture, 128), 24, 128)
    vivid = in_hsv(small, lambda hue, saturation, value: (hue, saturation * 1.3, value * 1.05))
    return resized(vivid, picture.shape[1], picture.shape[0], cv2.INTER_NEAREST)


@kind("facets")
def low_poly(picture, rng, scene):
    """A mesh of flat triangles, small where the picture is rich."""
    height, width = picture.shape[:2]
    edges = np.abs(cv2.Laplacian(blurred(luma(picture), 2), cv2.CV_32F)) + 0.6
    chance = edges.ravel().astype(np.float64)
    chosen = rng.choice(height * width, 1500, replace=False, p=chance / chance.sum())
    points = np.stack([chosen % width, chosen // width], 1).astype(np.float32)
    border = [(x, y) for x in (0, width / 2, width - 1) for y in (0, height / 2, height - 1)]
    mesh = cv2.Subdiv2D((0, 0, width, height))
    for x, y in [*points.tolist(), *border]:
        mesh.insert((float(x), float(y)))
    result = picture.copy()
    soft = blurred(picture, 2)
    for triangle in mesh.getTriangleList().reshape(-1, 3, 2):
        centre = triangle.mean(0)
        if (triangle < 0).any() or (triangle >= [width, height]).any():
            continue
        colour = soft[int(centre[1]), int(centre[0])].tolist()
        cv2.fillConvexPoly(result, np.rint(triangle).astype(np.int32), colour)
    return result


@kind("print dots")
def halftone(picture, rng, scene):
    """A comic's dots over flat colours."""
    flat = cv2.bilateralFilter(cv2.bilateralFilter(picture, 9, 40, 7), 9, 40, 7)
    x, y = grid(picture)
    pitch = max(4.0, 6.5 * scale_of(picture))
    turned = (x + y) / math.sqrt(2), (x - y) / math.sqrt(2)
    dots = 0.5 + 0.25 * (np.cos(2 * math.pi * turned[0] / pitch) + np.cos(2 * math.pi * turned[1] / pitch))
    dark = 1 - luma(flat) / 255
    ink = np.clip((dark - dots) * 6 + 0.5, 0, 1)
    vivid = in_hsv(flat, lambda hue, saturation, value: (hue, saturation * 1.4, 0.25 + 0.75 * value))
    return blend(vivid, vivid * 0.35, 0.8 * ink)


@kind("print dots")
def comic_ink(picture, rng, scene):
    """Flat colours with black outlines."""
    flat = clustered(cv2.bilateralFilter(picture, 9, 60, 9), 14, 384)
    flat = cv2.medianBlur(resized(flat, picture.shape[1], picture.shape[0], cv2.INTER_LINEAR), 7)
    light = blurred(luma(picture), 1.4 * scale_of(picture))
    lines = np.clip((blurred(light, 2.4 * scale_of(picture)) - light - 2.5) / 6, 0, 1)
    return blend(flat, np.full_like(flat, 16), 0.9 * lines)


@kind("paint own")
def kuwahara(picture, rng, scene):
    """Broad brush marks: each pixel takes the mean of its calmest neighbourhood."""
    radius = max(4, round(7 * scale_of(picture)))
    values = picture.astype(np.float32)
    size = radius + 1
    mean = cv2.blur(values, (size, size))
    light = luma(picture)
    spread = cv2.blur(light * light, (size, size)) - cv2.blur(light, (size, size)) ** 2
    best, result = None, None
    for down in (-radius // 2, radius // 2):
        for across in (-radius // 2, radius // 2):
            move = np.float32([[1, 0, -across], [0, 1, -down]])
            there, here = (cv2.warpAffine(plane, move, (picture.shape[1], picture.shape[0]), borderMode=cv2.BORDER_REFLECT)
                           for plane in (spread, mean))
            if best is None:
                best, result = there, here
            else:
                nearer = there < best
                best = np.where(nearer, there, best)
                result = np.where(nearer[..., None], here, result)
    return in_hsv(to8(result), lambda hue, saturation, value: (hue, saturation * 1.25, value))


@kind("paint own")
def watercolour(picture, rng, scene):
    """Watercolour on rough paper, the edges left white."""
    wash = cv2.edgePreservingFilter(picture, flags=1, sigma_s=50, sigma_r=0.5)
    light = luma(wash) / 255
    rim = np.clip(np.abs(cv2.Laplacian(blurred(light, 1.5), cv2.CV_32F)) * 9, 0, 0.25)[..., None]
    paper = 0.94 + 0.06 * (cloud(picture, rng, 110) + cloud(picture, rng, 45))[..., None] / 2
    pale = (0.22 + 0.78 * unit(wash)) * paper - rim * 0.6
    x, y = grid(picture)
    height, width = picture.shape[:2]
    edge = np.minimum(np.minimum(x, width - 1 - x) / width, np.minimum(y, height - 1 - y) / height)
    painted = np.clip((edge - 0.05 * cloud(picture, rng, 9)) / 0.03, 0, 1)[..., None]
    return from_unit(pale * painted + 0.97 * paper * (1 - painted))


@kind("line")
def colour_lines(picture, rng, scene):
    """Line art in the picture's own colours on cream paper."""
    light = luma(picture)
    fine = blurred(light, 0.8 * scale_of(picture)) - blurred(light, 2.2 * scale_of(picture))
    lines = np.clip((-fine - 0.8) / 4.5, 0, 1)
    vivid = in_hsv(blurred(picture, 2), lambda hue, saturation, value: (hue, saturation * 1.7, value * 0.6))
    return blend(np.full_like(picture, (250, 246, 236)), vivid, lines)


@kind("line")
def chalk(picture, rng, scene):
    """Chalk on a blackboard."""
    light = blurred(luma(picture), 0.8)
    edges = np.hypot(cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)) / 4
    strokes = np.clip(edges / max(6.0, float(np.percentile(edges, 97))), 0, 1) ** 0.7
    rough = 0.6 + 0.4 * cloud(picture, rng, 150)
    board = np.array([38, 48, 44]) + 7 * cloud(picture, rng, 6)[..., None]
    tint = 0.75 * 240 + 0.25 * picture
    return blend(to8(board), tint, strokes * rough)


@kind("poster", arguable=True)
def screen_print(picture, rng, scene):
    """A poster of four inks with smooth edges. Few levels, as in a posterised fault."""
    light = cv2.bilateralFilter(to8(luma(picture)), 9, 50, 9)
    light = blurred(cv2.medianBlur(light, 7), 1.4 * scale_of(picture)).astype(np.float32)
    cuts = np.percentile(light, (25, 52, 78))
    inks = either(rng, [[24, 32, 64], [190, 60, 60], [240, 160, 80], [250, 236, 205]],
                  [[20, 45, 50], [30, 110, 115], [235, 150, 90], [248, 235, 210]],
                  [[45, 20, 60], [130, 50, 120], [240, 120, 120], [255, 225, 190]])
    result = np.broadcast_to(np.float32(inks[0]), picture.shape)
    for cut, ink in zip(cuts, inks[1:]):
        step = np.clip((light - cut) / 2.5 + 0.5, 0, 1)[..., None]
        result = result * (1 - step) + np.float32(ink) * step
    return to8(result)


@kind("glass")
def stained_glass(picture, rng, scene):
    """Pieces of coloured glass between lead lines."""
    height, width = picture.shape[:2]
    cell = max(10, int(24 * scale_of(picture)))
    segments = cv2.ximgproc.createSuperpixelSLIC(cv2.cvtColor(picture, cv2.COLOR_RGB2Lab), cv2.ximgproc.SLICO, cell)
    segments.iterate(8)
    labels = segments.getLabels()
    count = np.maximum(1, np.bincount(labels.ravel()))
    means = [np.bincount(labels.ravel(), picture[..., plane].ravel()) / count for plane in range(3)]
    glass = to8(np.stack(means, 1)[labels])
    vivid = in_hsv(glass, lambda hue, saturation, value: (hue, saturation * 1.5, value * 1.1))
    lead = blurred(cv2.dilate((segments.getLabelContourMask() > 0).astype(np.float32), np.ones((2, 2))), 0.7)
    lit = vivid * (0.9 + 0.2 * cloud(picture, rng, 60)[..., None])
    return blend(to8(lit), np.full_like(picture, 22), np.clip(lead, 0, 1))


@kind("paper")
def paper_cut(picture, rng, scene):
    """Layers of coloured paper, each with its shadow."""
    light = blurred(luma(picture), 5 * scale_of(picture))
    cuts = np.percentile(light, (18, 36, 55, 75, 90))
    base = either(rng, ([20, 40, 80], [235, 245, 250]), ([70, 25, 40], [255, 230, 205]), ([20, 60, 50], [240, 245, 215]))
    result = np.broadcast_to(np.float32(base[0]), picture.shape)
    for index, cut in enumerate(cuts, start=1):
        layer = np.clip((light - cut) / 1.2 + 0.5, 0, 1)
        shadow = blurred(np.roll(layer, (3, 3), (0, 1)), 4 * scale_of(picture))[..., None]
        share = index / len(cuts)
        paper = (np.float32(base[0]) * (1 - share) + np.float32(base[1]) * share) * 0.99
        paper = paper + 5 * (cloud(picture, rng, 120)[..., None] - 0.5)
        result = result * (1 - 0.45 * shadow)
        result = result * (1 - layer[..., None]) + paper * layer[..., None]
    return to8(result)


@kind("print plain")
def etching(picture, rng, scene):
    """An engraving: lines that swell with the darkness."""
    x, y = grid(picture)
    light = luma(picture) / 255
    light = np.clip(contrasted(light, 1.2), 0, 1)
    pitch = max(3.5, 5 * scale_of(picture))
    bend = blurred(light, 5 * scale_of(picture)) * pitch * 2.2
    lines = 0.5 + 0.5 * np.sin(2 * math.pi * (y + 0.35 * x + bend) / pitch)
    ink = np.clip(((1 - light) * 1.1 - lines) * 3.5 + 0.5, 0, 1)
    return blend(np.full_like(picture, (246, 240, 226)), np.full_like(picture, (40, 34, 30)), 0.92 * ink)
