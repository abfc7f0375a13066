"""Makes picture files of every kind, for the live comparison and (run as a program) for Tests/Fixtures/codecs."""

import io
import os
import struct
import sys
import zlib

import numpy as np
from PIL import Image

#: Channels of each PNG colour type.
PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
#: Every legal pair of colour type and bit depth.
PNG_KINDS = [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16),
             (6, 8), (6, 16)]
#: Adam7: first column, first row, column step, row step.
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(samples, color_type, depth, interlaced=False, extra=()):
    """A PNG of integer samples (height, width, channels), each in `depth` bits; `extra` chunks go before the data."""
    height, width, channels = samples.shape
    assert channels == PNG_CHANNELS[color_type]

    def rows(part):
        packed = b""
        for row in part:
            flat = row.reshape(-1)
            if depth == 16:
                data = flat.astype(">u2").tobytes()
            elif depth == 8:
                data = flat.astype(np.uint8).tobytes()
            else:
                bits = (flat[:, None] >> np.arange(depth)[::-1]) & 1
                data = np.packbits(bits.astype(np.uint8).reshape(-1)).tobytes()
            packed += b"\0" + data
        return packed

    if interlaced:
        passes = [samples[y::down, x::right] for x, y, right, down in ADAM7]
        data = b"".join(rows(part) for part in passes if part.size)
    else:
        data = rows(samples)
    header = struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, int(interlaced))
    chunks = [png_chunk(b"IHDR", header)] + [png_chunk(*each) for each in extra]
    chunks += [png_chunk(b"IDAT", zlib.compress(data)), png_chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def exif(orientation, big_endian=True):
    """A TIFF block with one tag."""
    order = ">" if big_endian else "<"
    head = (b"MM\0*" if big_endian else b"II*\0") + struct.pack(order + "I", 8)
    return head + struct.pack(order + "HHHIHHI", 1, 274, 3, 1, orientation, 0, 0)


def _s15(value):
    return struct.pack(">i", round(value * 65536))


def _profile(space, tags, kind=b"mntr", connection=b"XYZ "):
    """A version 2 ICC profile of named tags."""
    body, table, offset = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    size = offset + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"none", 0x02400000, kind, space, connection)
    head += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += _s15(0.9642) + _s15(1) + _s15(0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def _text(words):
    data = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + b"\0" * 78


def _xyz(x, y, z):
    return b"XYZ \0\0\0\0" + _s15(x) + _s15(y) + _s15(z)


def _curve(gamma):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


WHITE = (b"wtpt", _xyz(0.9642, 1, 0.8249))


def matrix_profile(name, red, green, blue, gamma):
    curves = [(tag, _curve(gamma)) for tag in (b"rTRC", b"gTRC", b"bTRC")]
    colorants = [(tag, _xyz(*color)) for tag, color in ((b"rXYZ", red), (b"gXYZ", green), (b"bXYZ", blue))]
    return _profile(b"RGB ", [(b"desc", _text(name)), WHITE] + colorants + curves)


#: The colorants of Display P3 and Adobe RGB (1998) adapted to D50, as their published profiles have them.
DISPLAY_P3 = matrix_profile("P3, gamma 2.2", (0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189),
                            (0.1571, 0.06657, 0.78407), 2.2)
ADOBE_RGB = matrix_profile("Adobe RGB", (0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087),
                           (0.14919, 0.06322, 0.74457), 2.19921875)
GRAY_18 = _profile(b"GRAY", [(b"desc", _text("Grey, gamma 1.8")), WHITE, (b"kTRC", _curve(1.8))])


def cmyk_profile():
    """Four inks by a table of their sixteen overprints in Lab (lut8Type)."""
    ramp = bytes(range(256))
    table = b""
    for c in (0, 1):
        for m in (0, 1):
            for y in (0, 1):
                for k in (0, 1):
                    light = 95 * (1 - 0.4 * c) * (1 - 0.5 * m) * (1 - 0.1 * y) * (1 - 0.85 * k)
                    a = (-35 * c + 70 * m - 5 * y) * (1 - 0.9 * k)
                    b = (-45 * c - 5 * m + 85 * y) * (1 - 0.9 * k)
                    table += bytes([round(light * 2.55), int(min(max(a, -128), 127)) + 128,
                                    int(min(max(b, -128), 127)) + 128])
    identity = b"".join(_s15(v) for v in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    lut = b"mft1\0\0\0\0" + bytes([4, 3, 2, 0]) + identity + ramp * 4 + table + ramp * 3
    return _profile(b"CMYK", [(b"desc", _text("Sixteen inks")), WHITE, (b"A2B0", lut)], b"prtr", b"Lab ")


def photo(width=48, height=40, seed=3):
    """A picture with edges, gradients and noise."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    base = np.stack([x * 255 // width, y * 255 // height, (x * 3 + y * 2) % 256], -1)
    base[height // 4:height // 2, width // 4:width // 2] = [220, 40, 30]
    return Image.fromarray((base + random.integers(-9, 10, base.shape)).clip(0, 255).astype(np.uint8))


def translucent(width=48, height=40):
    picture = photo(width, height).convert("RGBA")
    picture.putalpha(Image.fromarray((np.mgrid[0:height, 0:width][1] * 255 // width).astype(np.uint8)))
    return picture


def saved(picture, kind, **options):
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def inks(**options):
    """A CMYK JPEG with the Adobe marker."""
    picture = photo()
    red, green, blue = picture.split()
    black = Image.fromarray(np.asarray(picture.convert("L")) // 3)
    return saved(Image.merge("CMYK", (red, green, blue, black)), "jpeg", **options)


def as_ycck(data):
    """A CMYK JPEG with its Adobe marker saying that the first three are YCC: another picture, and a legal one."""
    marker = data.index(b"Adobe")
    assert data[marker + 11] == 0
    return data[:marker + 11] + b"\x02" + data[marker + 12:]


def without_adobe(data):
    """A JPEG without its Adobe marker."""
    marker = data.index(b"\xff\xee")
    length = struct.unpack(">H", data[marker + 2:marker + 4])[0]
    return data[:marker] + data[marker + 2 + length:]


def png_samples(color_type, depth, width=13, height=11, seed=5):
    """Samples of a kind, and the chunks that they need."""
    random = np.random.default_rng(seed + depth)
    top = 1 << depth
    samples = random.integers(0, top, (height, width, PNG_CHANNELS[color_type]))
    extra = []
    if color_type == 3:
        extra.append((b"PLTE", random.integers(0, 256, (top, 3), dtype=np.uint8).tobytes()))
    return samples, extra


def transparency(color_type, samples):
    """A tRNS chunk that matches the first pixel (or gives the first palette entries alpha)."""
    if color_type == 3:
        return (b"tRNS", bytes([0, 128]))
    return (b"tRNS", samples[0, 0].astype(">u2").tobytes())


def fixtures():
    """(name, bytes) of small files of every kind."""
    for color_type, depth in PNG_KINDS:
        samples, extra = png_samples(color_type, depth)
        interlaced = depth in (2, 8, 16)
        if color_type in (0, 2, 3) and depth != 8:
            extra = extra + [transparency(color_type, samples)]
        yield f"type{color_type}-depth{depth}.png", png(samples, color_type, depth, interlaced, extra)
    plain = np.asarray(photo())
    profile = (b"iCCP", b"P3\0\0" + zlib.compress(DISPLAY_P3))
    yield "profile-orientation.png", png(plain, 2, 8, True, [profile, (b"eXIf", exif(5))])
    yield "gray.jpg", saved(photo().convert("L"), "jpeg", icc_profile=GRAY_18)
    yield "ycc-420.jpg", saved(photo(), "jpeg", quality=80, subsampling=2)
    yield "ycc-progressive.jpg", saved(photo(), "jpeg", quality=85, progressive=True)
    yield "ycc-restart.jpg", saved(photo(), "jpeg", quality=80, subsampling=1, restart_marker_blocks=2)
    yield "rgb-adobe.jpg", saved(photo(), "jpeg", quality=90, keep_rgb=True)
    yield "cmyk.jpg", inks(quality=80)
    yield "cmyk-profile.jpg", inks(quality=80, icc_profile=cmyk_profile())
    yield "ycck-progressive.jpg", as_ycck(inks(quality=80, progressive=True))
    yield "profile-orientation.jpg", saved(photo(), "jpeg", icc_profile=ADOBE_RGB, exif=b"Exif\0\0" + exif(6, False))
    yield "lossy.webp", saved(photo(), "webp", quality=80)
    yield "lossy-alpha.webp", saved(translucent(), "webp", quality=80)
    yield "lossless-alpha.webp", saved(translucent(), "webp", lossless=True, exact=True)
    yield "profile-orientation.webp", saved(
        photo(), "webp", quality=80, icc_profile=ADOBE_RGB, exif=b"Exif\0\0" + exif(8))
    yield "animation.webp", saved(
        photo(), "webp", save_all=True, append_images=[photo(seed=4), translucent()], duration=40, lossless=True)


if __name__ == "__main__":
    folder = sys.argv[1]
    for name, data in fixtures():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
