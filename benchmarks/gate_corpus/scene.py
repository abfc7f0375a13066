"""A picture with what the kinds may ask about it: its subject, and other pictures."""

import os
from dataclasses import dataclass, field
from functools import cached_property

import cv2
import numpy as np
from PIL import Image, ImageOps

from . import pixels

#: Pictures whose surroundings are plain, so that their object can be cut out.
ISOLATED = {"product", "alpha", "illustration"}
MASK_SIDE = 224


def read(path):
    """A file as 8-bit RGB or RGBA, upright."""
    with Image.open(path) as file:
        upright = ImageOps.exif_transpose(file)
        transparent = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
        rgb = np.asarray(upright.convert("RGBA" if transparent else "RGB"))
    return rgb if transparent and rgb[..., 3].min() < 255 else np.ascontiguousarray(rgb[..., :3])


def on_white(picture):
    """Flattened, where it is transparent."""
    if picture.shape[2] == 3:
        return picture
    return pixels.blend(np.full_like(picture[..., :3], 255), picture[..., :3], pixels.unit(picture[..., 3]))


@dataclass(frozen=True)
class Picture:
    """A file of the corpus and what is said about it."""

    id: str
    path: str
    kind: str
    scene: str


@dataclass
class Scene:
    """One source while its candidates are made."""

    record: Picture
    source: np.ndarray
    original: np.ndarray
    library: list = field(repr=False)
    max_side: int

    @classmethod
    def open(cls, record, library, max_side):
        original = read(record.path)
        source = pixels.fitted(original, max_side)
        others = [other for other in library if other.scene != record.scene]
        return cls(record, source, original, others or library, max_side)

    @property
    def subject(self):
        """Where the subject is: a soft mask as large as the source, found by GrabCut, else an oval in the middle."""
        return self._found[0]

    @cached_property
    def _found(self):
        return subject_mask(on_white(self.source))

    @property
    def has_subject(self):
        """Whether GrabCut found one compact thing inside the picture."""
        return self._found[1]

    def mask_for(self, picture):
        """The subject's mask at a picture's size (for pictures of the source's outline)."""
        return cv2.resize(self.subject, (picture.shape[1], picture.shape[0]))

    def other(self, rng):
        """Another picture of another scene, flattened."""
        record = self.library[int(rng.integers(len(self.library)))]
        return pixels.fitted(on_white(read(record.path)), self.max_side)

    def cut_out(self, rng):
        """(picture, mask) of an object of another scene, cropped to it; None where no other picture has plain surroundings."""
        isolated = [record for record in self.library if record.kind in ISOLATED]
        if not isolated:
            return None
        record = isolated[int(rng.integers(len(isolated)))]
        picture = pixels.fitted(read(record.path), self.max_side // 2)
        mask = pixels.unit(picture[..., 3]) if picture.shape[2] == 4 else plain_surroundings(picture)
        picture = on_white(picture)
        rows, columns = np.where(mask.max(1) > 0.5)[0], np.where(mask.max(0) > 0.5)[0]
        if len(rows) < 8 or len(columns) < 8:
            return None
        window = np.s_[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
        return picture[window], mask[window]


def plain_surroundings(picture):
    """The mask of what is not the even colour that reaches in from the corners."""
    height, width = picture.shape[:2]
    filled = np.zeros((height + 2, width + 2), np.uint8)
    canvas = picture.copy()
    for corner in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)):
        cv2.floodFill(canvas, filled, corner, 0, (9,) * 3, (9,) * 3, cv2.FLOODFILL_MASK_ONLY | 4 | (255 << 8))
    return pixels.blurred((filled[1:-1, 1:-1] == 0).astype(np.float32), 1)


def is_compact(found):
    """One piece, of a fair size, that hardly touches the frame."""
    if not 0.08 < found.mean() < 0.6:
        return False
    _, _, statistics, _ = cv2.connectedComponentsWithStats(found.astype(np.uint8))
    rim = np.concatenate([found[0], found[:, 0], found[:, -1]])
    return statistics[1:, cv2.CC_STAT_AREA].max() > 0.85 * found.sum() and rim.mean() < 0.15


def subject_mask(picture):
    """(soft mask, whether a subject was found)."""
    small = pixels.fitted(picture, MASK_SIDE)
    height, width = small.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    frame = (int(width * 0.1), int(height * 0.08), int(width * 0.8), int(height * 0.86))
    cv2.setRNGSeed(1)
    try:
        cv2.grabCut(small, mask, frame, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_RECT)
        found = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)
        found = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3)))
    except cv2.error:
        found = np.zeros((height, width), np.float32)
    compact = is_compact(found)
    if not 0.08 < found.mean() < 0.75:
        x, y = pixels.grid(small)
        oval = ((x / width - 0.5) / 0.34) ** 2 + ((y / height - 0.52) / 0.4) ** 2
        found = (oval < 1).astype(np.float32)
    full = cv2.resize(found, (picture.shape[1], picture.shape[0]))
    return np.clip(pixels.blurred(full, 2 * pixels.scale_of(picture)), 0, 1), compact


def stem(path):
    return os.path.splitext(os.path.basename(path))[0]
