"""Good variations in light, colour, weather, framing and content that a usual test set lacks."""

import math

import cv2
import numpy as np

from ..kinds import register
from ..pixels import (blend, blurred, change, cloud, contrasted, either, fitted, from_unit, gradient, grid, in_hsv, luma,
                      radial, remapped, resized, scale_of, sign, to8, unit, warped)
from ..scene import ISOLATED

kind = register("good", "own")


def screened(picture, light):
    """Light added as by a second exposure: never past white."""
    return from_unit(1 - (1 - unit(picture)) * (1 - np.clip(light, 0, 1)))


@kind("toning", "pixels")
def duotone(picture, rng, scene):
    """Two inks: one for the shadows, one for the lights."""
    inks = either(rng, ([30, 20, 90], [255, 205, 160]), ([10, 60, 70], [255, 235, 190]), ([70, 10, 60], [170, 240, 225]),
                  ([20, 25, 45], [250, 190, 80]))
    light = np.clip(contrasted(luma(picture)[..., None] / 255, 1.15), 0, 1)
    return to8(np.asarray(inks[0]) * (1 - light) + np.asarray(inks[1]) * light)


@kind("toning", "pixels")
def cross_process(picture, rng, scene):
    """Film developed in the wrong bath: steep reds, lifted blues, green shadows."""
    red, green, blue = np.moveaxis(unit(picture), 2, 0)
    curved = 0.5 - 0.5 * np.cos(math.pi * red), 0.5 * green + 0.5 * (0.5 - 0.5 * np.cos(math.pi * green)), 0.18 + 0.64 * blue
    return from_unit(np.stack(curved, 2))


@kind("toning", "pixels")
def noir(picture, rng, scene):
    """Black and white in high contrast, the corners dark."""
    light = luma(picture) / 255
    low, high = np.percentile(light, (3, 97))
    steep = np.clip((light - low) / max(0.1, high - low), 0, 1)
    steep = 0.4 * steep + 0.6 * (0.5 - 0.5 * np.cos(math.pi * steep))
    corners = 0.45 + 0.55 * np.clip(1.25 * radial(picture, 0.5, 0.5, 0.75), 0, 1)
    return from_unit((0.02 + 0.96 * steep * corners)[..., None].repeat(3, 2))


@kind("toning", "pixels")
def infrared(picture, rng, scene):
    """Infrared film: pale leaves under a dark sky."""
    red, green, blue = np.moveaxis(unit(picture), 2, 0)
    if float((green > np.maximum(red, blue) + 0.03).mean()) < 0.08:
        return None
    light = np.clip(1.5 * green + 0.35 * red - 0.8 * blue, 0, 1)
    glow = 0.75 * light + 0.25 * blurred(light, 6 * scale_of(picture))
    return from_unit(np.stack([glow, glow * 0.98, glow * 0.96 + 0.04], 2))


@kind("recolour", "pixels")
def local_recolour(picture, rng, scene):
    """The leading colour of the picture replaced, the rest left."""
    hsv = cv2.cvtColor(unit(picture), cv2.COLOR_RGB2HSV)
    weight = hsv[..., 1] * hsv[..., 2] * (hsv[..., 1] > 0.25)
    if float((weight > 0.15).mean()) < 0.06:
        return None
    histogram = np.bincount((hsv[..., 0].ravel() / 15).astype(int) % 24, weight.ravel(), 24)
    leading = 15 * (int(histogram.argmax()) + 0.5)
    turn = sign(rng) * rng.uniform(60, 150)

    def recoloured(hue, saturation, value):
        distance = np.abs((hue - leading + 180) % 360 - 180)
        chosen = np.clip((45 - distance) / 15, 0, 1) * np.clip((saturation - 0.08) / 0.1, 0, 1)
        return hue + turn * (chosen > 0.5), saturation * (1 - 0.3 * (chosen < 0.5)), value

    return in_hsv(picture, recoloured)


@kind("season", "pixels")
def autumn(picture, rng, scene):
    """The greens turned to autumn."""
    if green_share(picture) < 0.1:
        return None

    def turned(hue, saturation, value):
        leaf = blurred(leaves(hue, saturation), 1.5 * scale_of(picture))
        return hue - leaf * (hue - 32) * 0.85, saturation * (1 + 0.25 * leaf), value * (1 + 0.08 * leaf)

    return in_hsv(picture, turned)


@kind("season", "pixels")
def winter(picture, rng, scene):
    """The greens frosted, the light cold."""
    if green_share(picture) < 0.1:
        return None

    def frosted(hue, saturation, value):
        leaf = blurred(leaves(hue, saturation), 1.5 * scale_of(picture))
        return hue, saturation * (1 - 0.8 * leaf), value + leaf * (1 - value) * 0.45

    return to8(in_hsv(picture, frosted) * np.array([0.94, 1.0, 1.06]))


def leaves(hue, saturation):
    return np.clip((45 - np.abs(hue - 100)) / 15, 0, 1) * np.clip((saturation - 0.1) / 0.1, 0, 1)


def green_share(picture):
    hue, saturation, _ = cv2.split(cv2.cvtColor(unit(picture), cv2.COLOR_RGB2HSV))
    return float((leaves(hue, saturation) > 0.5).mean())


@kind("sky")
def new_sky(picture, rng, scene):
    """Another sky: an evening, a storm or a clear noon."""
    if scene.record.kind in ISOLATED:
        return None
    height, width = picture.shape[:2]
    small = fitted(picture, 256)
    light = luma(small)
    calm = blurred(np.abs(cv2.Laplacian(light, cv2.CV_32F)), 2) < 5
    bright = light > max(70.0, float(np.percentile(light, 45)))
    _, labels = cv2.connectedComponents((calm & bright).astype(np.uint8))
    at_top = np.unique(labels[:max(2, small.shape[0] // 40)])
    sky = np.isin(labels, at_top[at_top > 0])
    if not 0.12 < sky.mean() < 0.75 or sky[int(small.shape[0] * 0.8):].any():
        return None
    grown = cv2.dilate(sky.astype(np.uint8), np.ones((9, 9))) * (light > np.median(light[sky]) - 50)
    soft = np.clip(blurred(grown.astype(np.float32), 1.0), 0, 1)
    mask = np.clip(resized(soft, width, height, cv2.INTER_LINEAR), 0, 1)
    colours, tint = either(rng, (([70, 60, 120], [250, 160, 90]), [1.08, 0.96, 0.88]),
                           (([70, 80, 95], [150, 155, 160]), [0.82, 0.86, 0.9]),
                           (([40, 100, 190], [185, 215, 240]), [1.0, 1.0, 1.02]))
    clouds = (cloud(picture, rng, 3) * 0.6 + cloud(picture, rng, 9) * 0.4)[..., None]
    above = gradient(picture, *colours) + 70 * np.clip(clouds - 0.45, 0, 1)
    result = blend(to8(picture * np.asarray(tint)), above, mask)
    return result if change(picture, result) > 14 else None


@kind("light own", "pixels")
def lamp_light(picture, rng, scene):
    """A warm lamp in a dim room."""
    lamp = radial(picture, rng.uniform(0.25, 0.75), rng.uniform(0.2, 0.6), rng.uniform(0.45, 0.6))[..., None]
    dim = unit(picture) ** 1.15 * np.array([0.5, 0.42, 0.4])
    return from_unit(dim + unit(picture) ** 0.95 * lamp * np.array([0.75, 0.5, 0.22]))


@kind("light own", "pixels")
def golden_hour(picture, rng, scene):
    """Low warm sun from one side, the shadows cool."""
    x, _ = grid(picture)
    side = x / picture.shape[1]
    side = (side if rng.random() < 0.5 else 1 - side)[..., None]
    warm = unit(picture) ** 0.9 * np.array([1.22, 1.0, 0.68]) + 0.1 * side * np.array([1, 0.7, 0.3])
    cool = unit(picture) ** 1.1 * np.array([0.8, 0.84, 1.0])
    return from_unit(warm * side + cool * (1 - side))


@kind("light own", "pixels")
def spotlight(picture, rng, scene):
    """The subject in a pool of light, the rest in half-dark."""
    pool = np.clip(1.3 * radial(picture, rng.uniform(0.4, 0.6), rng.uniform(0.4, 0.6), rng.uniform(0.3, 0.4)), 0, 1)
    return from_unit(unit(picture) * (0.28 + 0.85 * pool[..., None]) * np.array([1.02, 1.0, 0.95]))


@kind("light own", "pixels")
def orton_glow(picture, rng, scene):
    """A dreamy glow over a sharp picture."""
    soft = blurred(picture, 9 * scale_of(picture))
    glowing = 1 - (1 - unit(picture)) * (1 - 0.75 * unit(soft))
    return from_unit(glowing ** 1.25 * np.array([1.03, 1.0, 0.94]))


@kind("film", "pixels")
def faded_film(picture, rng, scene):
    """An old print: lifted blacks, a colour cast, dark corners, fine grain."""
    corners = 0.55 + 0.45 * np.clip(1.3 * radial(picture, 0.5, 0.5, 0.7), 0, 1)
    cast = either(rng, [1.05, 0.98, 0.82], [0.92, 1.0, 0.95], [1.05, 0.94, 1.0])
    grain = blurred(rng.normal(0, 1, picture.shape[:2]).astype(np.float32), 0.7)[..., None] * 7
    return to8(255 * (0.11 + 0.8 * unit(picture) * np.asarray(cast) * corners[..., None]) + grain)


@kind("overlay", "pixels")
def bokeh_lights(picture, rng, scene):
    """Out-of-focus lights before the picture."""
    height, width = picture.shape[:2]
    side = max(height, width)
    light = np.zeros_like(unit(picture))
    for _ in range(int(rng.integers(14, 26))):
        disc = np.zeros((height, width), np.float32)
        centre = int(rng.uniform(0, width)), int(rng.uniform(0, height))
        radius = int(rng.uniform(0.018, 0.05) * side)
        cv2.circle(disc, centre, radius, 1, -1, cv2.LINE_AA)
        cv2.circle(disc, centre, radius, 1.4, max(1, radius // 10), cv2.LINE_AA)
        colour = either(rng, [1.0, 0.8, 0.45], [1.0, 0.55, 0.35], [0.5, 0.7, 1.0], [1.0, 0.9, 0.75])
        light += blurred(disc, 0.0016 * side)[..., None] * np.asarray(colour) * rng.uniform(0.2, 0.5)
    return screened(to8(picture * 0.8), light)


@kind("overlay", "pixels")
def sun_rays(picture, rng, scene):
    """Rays of light from a corner, with their haze."""
    x, y = grid(picture)
    height, width = picture.shape[:2]
    sun_x, sun_y = either(rng, 0.05, 0.95) * width, -0.05 * height
    angle = np.arctan2(y - sun_y, x - sun_x)
    rays = 0.5 + 0.5 * np.sin(angle * rng.uniform(30, 45) + 2 * np.sin(angle * 11 + rng.uniform(0, 6)))
    fall = np.exp(-np.hypot(x - sun_x, y - sun_y) / (0.75 * max(height, width)))
    light = (fall * (0.45 + 0.5 * blurred(rays, 2)))[..., None] * np.array([1.0, 0.88, 0.6])
    return screened(picture, 0.9 * light)


@kind("overlay", "pixels")
def lens_flare(picture, rng, scene):
    """The sun in the lens: a bright star and a row of ghosts."""
    height, width = picture.shape[:2]
    x, y = rng.uniform(0.1, 0.35), rng.uniform(0.08, 0.3)
    if rng.random() < 0.5:
        x = 1 - x
    light = radial(picture, x, y, 0.07)[..., None] * np.array([1.2, 1.1, 0.9])
    light = light + radial(picture, x, y, 0.35)[..., None] * np.array([0.45, 0.34, 0.2])
    for step in (0.5, 0.9, 1.3, 1.6):
        ghost = np.zeros((height, width), np.float32)
        centre = int((x + (0.5 - x) * step) * width), int((y + (0.5 - y) * step) * height)
        cv2.circle(ghost, centre, int(0.03 * step * max(height, width)), 0.28, -1, cv2.LINE_AA)
        light += blurred(ghost, 2 * scale_of(picture))[..., None] * np.asarray(either(rng, [0.4, 0.9, 0.6], [0.9, 0.5, 0.3]))
    return screened(picture, light)


@kind("weather")
def rain(picture, rng, scene):
    """A rainy day: dull light and streaks."""
    drops = (rng.random(picture.shape[:2]) > 0.9965).astype(np.float32)
    length = max(7, int(26 * scale_of(picture))) | 1
    kernel = np.zeros((length, length), np.float32)
    lean = int(rng.uniform(0.1, 0.3) * length)
    cv2.line(kernel, (length // 2 - lean, 0), (length // 2 + lean, length - 1), 1, 1, cv2.LINE_AA)
    streaks = np.clip(cv2.filter2D(drops, -1, kernel) * 0.3, 0, 0.55)
    dull = in_hsv(picture, lambda hue, saturation, value: (hue, saturation * 0.6, value * 0.78))
    return screened(to8(dull * np.array([0.95, 1.0, 1.05])), blurred(streaks, 0.6)[..., None])


@kind("weather")
def snow(picture, rng, scene):
    """Falling snow, near and far."""
    height, width = picture.shape[:2]
    flakes = np.zeros((height, width), np.float32)
    for radius, count, strength in ((1.2, 420, 0.75), (2.4, 130, 0.8), (5.0, 26, 0.55)):
        layer = np.zeros((height, width), np.float32)
        for x, y in rng.uniform(0, 1, (count, 2)):
            cv2.circle(layer, (int(x * width), int(y * height)), max(1, round(radius * scale_of(picture))), strength, -1)
        flakes = np.maximum(flakes, blurred(layer, 0.45 * radius * scale_of(picture)))
    pale = in_hsv(picture, lambda hue, saturation, value: (hue, saturation * 0.65, 0.14 + 0.86 * value))
    return screened(to8(pale * np.array([0.94, 0.98, 1.02])), flakes[..., None])


@kind("weather")
def ground_mist(picture, rng, scene):
    """Mist that rises from below."""
    _, y = grid(picture)
    height = picture.shape[0]
    depth = np.clip((y / height - 0.25) / 0.6, 0, 1) * (0.55 + 0.45 * cloud(picture, rng, 4))
    mist = np.array([218, 222, 228]) + 8 * cloud(picture, rng, 6)[..., None]
    return blend(to8(picture * np.array([0.94, 0.97, 1.0])), mist, 0.72 * depth)


@kind("exposure", arguable=True)
def double_exposure(picture, rng, scene):
    """Another picture shows through the dark parts. To some, a ghost."""
    second = resized(scene.other(rng), picture.shape[1], picture.shape[0])
    second = luma(second)[..., None] / 255 * np.asarray(either(rng, [1.0, 0.85, 0.7], [0.7, 0.85, 1.0], [1, 1, 1]))
    return screened(picture, 0.65 * second * (1.1 - unit(blurred(picture, 3))))


@kind("depth own")
def tilt_shift(picture, rng, scene):
    """Only a band is sharp, as in a photograph of a model railway."""
    _, y = grid(picture)
    height = picture.shape[0]
    away = np.clip((np.abs(y / height - rng.uniform(0.5, 0.65)) - 0.13) / 0.25, 0, 1)
    soft, softer = blurred(picture, 3 * scale_of(picture)), blurred(picture, 7 * scale_of(picture))
    focused = blend(blend(picture, soft, np.clip(2 * away, 0, 1)), softer, np.clip(2 * away - 1, 0, 1))
    return in_hsv(focused, lambda hue, saturation, value: (hue, saturation * 1.3, value))


@kind("frame own")
def wider_canvas(picture, rng, scene):
    """More room on every side, filled by a soft continuation."""
    height, width = picture.shape[:2]
    down, across = int(height * rng.uniform(0.12, 0.22)), int(width * rng.uniform(0.12, 0.22))
    rim = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    border = cv2.BORDER_REPLICATE if rim.std(0).max() < 10 else cv2.BORDER_REFLECT_101
    canvas = cv2.copyMakeBorder(picture, down, down, across, across, border)
    x, y = grid(canvas)
    outside = np.maximum(np.maximum(across - x, x - across - width) / across, np.maximum(down - y, y - down - height) / down)
    soft = blend(canvas, blurred(canvas, 9 * scale_of(picture)), np.clip(1.6 * outside, 0, 1))
    return resized(soft, width, height)


@kind("frame own", "warp")
def close_up(picture, rng, scene):
    """A closer view, from the original's pixels."""
    share = rng.uniform(0.55, 0.68)
    full = scene.original if scene.original.shape[2] == picture.shape[2] else picture
    height, width = full.shape[:2]
    top, left = (int(rng.uniform(0.3, 0.7) * side * (1 - share)) for side in (height, width))
    view = full[top:top + int(height * share), left:left + int(width * share)]
    return resized(view, picture.shape[1], picture.shape[0])


@kind("frame own")
def cinema_crop(picture, rng, scene):
    """A wide cut in cinema colours."""
    height, width = picture.shape[:2]
    tall = min(int(width / 1.85), int(height * 0.8))
    top = int((height - tall) * rng.uniform(0.35, 0.65))
    cut = unit(picture[top:top + tall])
    light = cut.mean(2, keepdims=True)
    tone = np.array([0.0, 0.12, 0.16]) * (1 - light) + np.array([0.12, 0.04, -0.08]) * light
    return from_unit(contrasted(cut + tone, 1.1))


@kind("frame own")
def other_aspect(picture, rng, scene):
    """Cut to another format and lit a little differently."""
    height, width = picture.shape[:2]
    aspect = either(rng, 1.0, 0.8, 1.5)
    tall, wide = (height, int(height * aspect)) if aspect < width / height else (int(width / aspect), width)
    if 0.92 < tall * wide / (height * width):
        tall, wide = int(tall * 0.9), int(wide * 0.9)
    top, left = int((height - tall) / 2), int((width - wide) * rng.uniform(0.35, 0.65))
    cut = unit(picture[top:top + tall, left:left + wide])
    return from_unit(cut ** rng.uniform(0.82, 0.92) * np.asarray(either(rng, [1.05, 1, 0.93], [0.95, 1, 1.06])))


@kind("staging")
def restaged(picture, rng, scene):
    """The subject moved, resized and set against another place."""
    if not scene.has_subject:
        return None
    height, width = picture.shape[:2]
    mask = scene.mask_for(picture)
    scale = rng.uniform(0.72, 1.15)
    shift = rng.uniform(-0.14, 0.14, 2) * (width, height)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-4, 4), scale)
    matrix[:, 2] += shift
    subject = warped(picture, matrix, border=cv2.BORDER_REPLICATE)
    cut = np.clip(warped(mask, matrix, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT), 0, 1)
    place = resized(scene.other(rng), width, height)
    place = blurred(place, rng.uniform(7, 11) * scale_of(picture))
    shadow = blurred(np.roll(cut, int(0.02 * height), 0), 12 * scale_of(picture))[..., None]
    return blend(place * (1 - 0.45 * shadow), subject, cut)


@kind("content own", arguable=True)
def patched_content(picture, rng, scene):
    """A part replaced by other content of the same picture, joined without seams. May hit the subject."""
    height, width = picture.shape[:2]
    tall, wide = int(height * rng.uniform(0.3, 0.4)), int(width * rng.uniform(0.3, 0.4))
    top, left = int(rng.uniform(0.1, 0.85) * (height - tall)), int(rng.uniform(0.05, 0.9) * (width - wide))
    from_top, from_left = int(rng.uniform(0.05, 0.9) * (height - tall)), int((left + width / 2) % (width - wide))
    patch = np.ascontiguousarray(picture[from_top:from_top + tall, from_left:from_left + wide][:, ::-1])
    mask = np.zeros((tall, wide), np.uint8)
    cv2.ellipse(mask, (wide // 2, tall // 2), (int(wide * 0.46), int(tall * 0.46)), 0, 0, 360, 255, -1)
    return cv2.seamlessClone(patch, picture, mask, (left + wide // 2, top + tall // 2), cv2.NORMAL_CLONE)


@kind("content own")
def water_reflection(picture, rng, scene):
    """The scene above water that mirrors it."""
    height, width = picture.shape[:2]
    shore = int(height * rng.uniform(0.6, 0.68))
    above = resized(picture, width, shore)
    below = above[::-1][:height - shore]
    x, y = grid(below)
    ripple = np.sin(y ** 0.8 * 1.3 + 2 * np.sin(x / width * 9)) * (0.6 + 3.2 * y / len(below)) * scale_of(picture)
    water = blurred(remapped(below, x + 2 * ripple, y + ripple), 1.1 * scale_of(picture))
    water = water * np.array([0.74, 0.82, 0.88])
    return np.concatenate([above, to8(water)])


@kind("redrawn")
def model_drift(picture, rng, scene):
    """Redrawn as image models do: everything a little out of place, new fine texture, another grade."""
    x, y = grid(picture)
    reach = rng.uniform(0.018, 0.03) * max(picture.shape[:2])
    moved = remapped(picture, x + reach * (2 * cloud(picture, rng, 5) - 1), y + reach * (2 * cloud(picture, rng, 5) - 1))
    smooth = cv2.bilateralFilter(moved, 7, 28, 5)
    crisp = smooth + 0.9 * (smooth.astype(np.float32) - blurred(smooth, 1.2))
    crisp += 9 * (cloud(picture, rng, 90)[..., None] - 0.5)
    grade = either(rng, [1.1, 1.0, 0.88], [0.9, 1.0, 1.1], [1.06, 0.97, 1.02])
    return from_unit(contrasted(unit(to8(crisp)) * np.asarray(grade), 1.12))


@kind("redrawn")
def redrawn_relit(picture, rng, scene):
    """Redrawn from another side with new light: drift, a slight zoom and a light from the side."""
    height, width = picture.shape[:2]
    zoom = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-3, 3), rng.uniform(1.08, 1.2))
    drifted = model_drift(warped(picture, zoom), rng, scene)
    x, _ = grid(picture)
    ramp = x / width if rng.random() < 0.5 else 1 - x / width
    return from_unit(unit(drifted) * (0.6 + 0.7 * ramp)[..., None])


@kind("print", arguable=True)
def white_frame(picture, rng, scene):
    """A print in a mount: an even border around the graded picture. Some would call the border a fault."""
    height, width = picture.shape[:2]
    border = int(rng.uniform(0.05, 0.08) * min(height, width))
    inner = resized(picture, width - 2 * border, height - 2 * border)
    graded = in_hsv(inner, lambda hue, saturation, value: (hue + 12, saturation * 0.6, value ** 0.8))
    return cv2.copyMakeBorder(graded, *(border,) * 4, cv2.BORDER_CONSTANT, value=(250, 248, 244))
