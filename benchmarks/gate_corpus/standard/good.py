"""Good variations that any gate meets: a person who asked for a variation would keep them."""

import math

import cv2
import numpy as np

from ..kinds import register
from ..pixels import (blend, blob, blurred, contrasted, cropped, either, fitted, from_unit, gradient, grid, in_hsv, luma,
                      remapped, resized, rotated, saturation_of, scale_of, sign, tilted, to8, unit)

kind = register("good", "standard")


@kind("colour", "pixels")
def warm(picture, rng, scene):
    """A clearly warmer white balance."""
    amount = rng.uniform(0.2, 0.32)
    return to8(picture * np.array([1 + amount, 1.02, 1 - amount]))


@kind("colour", "pixels")
def cool(picture, rng, scene):
    """A clearly cooler white balance."""
    amount = rng.uniform(0.2, 0.32)
    return to8(picture * np.array([1 - amount, 1, 1 + amount]))


@kind("colour", "pixels")
def split_tone(picture, rng, scene):
    """Teal shadows and orange lights."""
    light = luma(picture)[..., None] / 255
    tone = np.array([0.05, 0.4, 0.5]) * (1 - light) + np.array([1.0, 0.66, 0.28]) * light
    return from_unit(contrasted(0.6 * unit(picture) + 0.4 * tone * (0.4 + light), 1.15))


@kind("colour", "pixels")
def hue_turn(picture, rng, scene):
    """Every hue turned by 40 to 120 degrees."""
    if saturation_of(picture) < 0.15:
        return None
    turn = sign(rng) * rng.uniform(40, 120)
    return in_hsv(picture, lambda hue, saturation, value: (hue + turn, saturation, value))


@kind("colour", "pixels")
def monochrome(picture, rng, scene):
    """Black and white, sometimes with a sepia tone."""
    if saturation_of(picture) < 0.1:
        return None
    light = np.clip(contrasted(luma(picture)[..., None] / 255, rng.uniform(1.05, 1.3)), 0, 1)
    return from_unit(light * (1 + rng.uniform(0, 0.3) * np.array([0.25, -0.05, -0.5])))


@kind("light", "pixels")
def relit(picture, rng, scene):
    """Light from one side."""
    x, y = grid(picture)
    angle = rng.uniform(0, 2 * math.pi)
    height, width = picture.shape[:2]
    ramp = np.clip(0.5 + (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle), 0, 1)[..., None]
    return from_unit(unit(picture) ** 0.95 * (0.4 + 1.1 * ramp) * np.array([1.08, 1, 0.93]))


@kind("light", "pixels")
def night(picture, rng, scene):
    """The same scene by night: darker and bluer."""
    return from_unit(unit(picture) ** rng.uniform(1.4, 1.75) * np.array([0.68, 0.82, 1.0]))


@kind("light", "pixels")
def high_key(picture, rng, scene):
    """Bright and airy, without burning out."""
    return from_unit(unit(picture) ** rng.uniform(0.56, 0.68) * np.array([1.0, 0.99, 0.97]))


@kind("haze", "pixels")
def haze(picture, rng, scene):
    """Morning haze."""
    amount = rng.uniform(0.55, 0.7)
    return to8(picture * amount + rng.uniform(195, 230) * np.array([0.96, 0.98, 1.0]) * (1 - amount))


@kind("frame", "warp")
def crop(picture, rng, scene):
    """Ten to 25 % of each side cut off."""
    return cropped(picture, rng.uniform(0.1, 0.25), rng)


@kind("mirror", "warp")
def flip(picture, rng, scene):
    """Mirrored left to right."""
    return np.ascontiguousarray(picture[:, ::-1])


@kind("view", "warp")
def perspective(picture, rng, scene):
    """Seen from another side."""
    return tilted(picture, rng, 0.03, 0.14)


@kind("turn", "warp")
def rotation(picture, rng, scene):
    """Rotated by five to nine degrees."""
    return rotated(picture, sign(rng) * rng.uniform(5, 9))


@kind("squeeze")
def squeezed_sides(picture, rng, scene):
    """The sides squeezed and the middle kept, as by liquid scaling."""
    x, y = grid(picture)
    width = picture.shape[1]
    across = x / width - 0.5
    bent = across * (1 - rng.uniform(0.22, 0.35) * (1 - 4 * across ** 2))
    return remapped(picture, (bent + 0.5) * width, y)


@kind("paint")
def stylised(picture, rng, scene):
    """OpenCV's stylisation."""
    return cv2.stylization(picture, sigma_s=rng.uniform(45, 90), sigma_r=rng.uniform(0.4, 0.55))


@kind("paint")
def edge_preserving(picture, rng, scene):
    """Smooth surfaces with sharp edges, in more contrast."""
    smooth = cv2.edgePreservingFilter(picture, flags=1, sigma_s=rng.uniform(60, 90), sigma_r=rng.uniform(0.45, 0.6))
    return from_unit(contrasted(unit(smooth), 1.2))


@kind("brush")
def oil(picture, rng, scene):
    """Oil paint."""
    return cv2.xphoto.oilPainting(picture, int(rng.integers(4, 7)), 1)


@kind("drawing")
def pencil_colour(picture, rng, scene):
    """A coloured pencil drawing."""
    return cv2.pencilSketch(picture, sigma_s=60, sigma_r=rng.uniform(0.07, 0.1), shade_factor=0.05)[1]


@kind("drawing")
def pencil_grey(picture, rng, scene):
    """A grey pencil drawing."""
    return cv2.cvtColor(cv2.pencilSketch(picture, sigma_s=60, sigma_r=0.07, shade_factor=0.05)[0], cv2.COLOR_GRAY2RGB)


@kind("flat")
def flat_art(picture, rng, scene):
    """Flat areas of a dozen colours with clean edges."""
    small = fitted(picture, 384)
    for _ in range(2):
        small = cv2.bilateralFilter(small, 9, 55, 9)
    cv2.setRNGSeed(1)
    colours = int(rng.integers(12, 20))
    samples = small.reshape(-1, 3).astype(np.float32)
    _, labels, centres = cv2.kmeans(samples, colours, None, (3, 12, 1.0), 1, cv2.KMEANS_PP_CENTERS)
    flat = to8(centres[labels.ravel()].reshape(small.shape))
    flat = cv2.medianBlur(in_hsv(flat, lambda h, s, v: (h, s * 1.25, v)), 5)
    flat = cv2.medianBlur(resized(flat, picture.shape[1], picture.shape[0], cv2.INTER_CUBIC), 5)
    return to8(2.0 * flat - blurred(flat, 1))


@kind("grain", "pixels")
def film_grain(picture, rng, scene):
    """A faded film with visible grain."""
    noise = blurred(rng.normal(0, 1, picture.shape[:2]).astype(np.float32), 0.6)
    noise *= rng.uniform(6, 10) / noise.std()
    return to8(255 * (0.07 + 0.88 * unit(picture) * np.array([1.07, 1.0, 0.9])) + noise[..., None])


@kind("depth")
def portrait_blur(picture, rng, scene):
    """The background out of focus."""
    if not scene.has_subject:
        return None
    return blend(blurred(picture, rng.uniform(5, 9) * scale_of(picture)), picture, scene.mask_for(picture))


@kind("place")
def new_background(picture, rng, scene):
    """The subject in front of another picture, out of focus."""
    if not scene.has_subject:
        return None
    behind = resized(scene.other(rng), picture.shape[1], picture.shape[0])
    return blend(blurred(behind, rng.uniform(4, 9) * scale_of(picture)), picture, scene.mask_for(picture))


@kind("place")
def studio_background(picture, rng, scene):
    """The subject in front of a studio's backdrop."""
    if not scene.has_subject:
        return None
    shade = either(rng, [244, 244, 242], [205, 210, 215], [52, 52, 56], rng.uniform(60, 225, 3))
    backdrop = gradient(picture, shade, np.asarray(shade) * rng.uniform(0.75, 0.92))
    return blend(backdrop + rng.normal(0, 1.2, picture.shape[:2] + (1,)), picture, scene.mask_for(picture))


@kind("fill", arguable=True)
def inpainting(picture, rng, scene):
    """A tenth of the picture filled in from around it, with texture. May smear the subject."""
    small = fitted(picture, 320)
    mask = blob(small, rng, rng.uniform(0.08, 0.14))
    filled = cv2.inpaint(small, (mask > 0.5).astype(np.uint8), 5, cv2.INPAINT_TELEA)
    filled = resized(filled, picture.shape[1], picture.shape[0], cv2.INTER_CUBIC)
    grain = blurred(rng.normal(0, 1, picture.shape[:2]).astype(np.float32), 1.2)[..., None] * 14
    return blend(picture, filled + grain, cv2.resize(mask, (picture.shape[1], picture.shape[0])))


@kind("thing")
def added_object(picture, rng, scene):
    """An object of another picture laid into this one."""
    cut_out = scene.cut_out(rng)
    if cut_out is None:
        return None
    thing, mask = cut_out
    height, width = picture.shape[:2]
    scale = math.sqrt(rng.uniform(0.12, 0.2) * height * width / mask.size)
    scale = min(scale, 0.8 * height / thing.shape[0], 0.8 * width / thing.shape[1])
    thing = resized(thing, thing.shape[1] * scale, thing.shape[0] * scale)
    mask = np.clip(resized(mask, thing.shape[1], thing.shape[0]), 0, 1)
    top, left = int(rng.integers(0, height - thing.shape[0] + 1)), int(rng.integers(0, width - thing.shape[1] + 1))
    window = np.s_[top:top + thing.shape[0], left:left + thing.shape[1]]
    result = picture.copy()
    result[window] = blend(result[window], thing, mask)
    return result


@kind("mixed")
def crop_relit(picture, rng, scene):
    """Cropped and lit from a side."""
    return relit(crop(picture, rng, scene), rng, scene)


@kind("mixed")
def perspective_graded(picture, rng, scene):
    """Seen from another side, in other colours."""
    return either(rng, warm, cool, split_tone)(perspective(picture, rng, scene), rng, scene)


@kind("mixed art")
def crop_painted(picture, rng, scene):
    """Cropped and painted."""
    return either(rng, stylised, oil)(crop(picture, rng, scene), rng, scene)


@kind("mixed place")
def background_graded(picture, rng, scene):
    """Another background and another light."""
    moved = new_background(picture, rng, scene)
    return None if moved is None else either(rng, night, warm, high_key)(moved, rng, scene)
