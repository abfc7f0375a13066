// Pixel loops that need no library.
#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "image_codecs.h"

enum { bytes_per_pixel = 4, opaque_alpha = 255, middle_gray = 128, tile_side = 32 };

void codec_record(codec_fault *fault, codec_status status, const char *text) {
    if (fault->status != codec_ok) return;
    fault->status = status;
    strncpy(fault->text, text, sizeof fault->text - 1);
    fault->text[sizeof fault->text - 1] = 0;
}

void codec_release(void *memory) { free(memory); }

/// a * b / 255, rounded, for 8-bit samples.
static inline unsigned multiply(unsigned a, unsigned b) {
    unsigned product = a * b + 128;
    return ((product >> 8) + product) >> 8;
}

void codec_cmyk_to_rgb(uint8_t *raster, size_t pixels) {
    for (size_t i = 0; i < pixels; i++, raster += bytes_per_pixel) {
        unsigned light = raster[3];
        for (int channel = 0; channel < 3; channel++) {
            raster[channel] = (uint8_t)(light - multiply(255u - raster[channel], light));
        }
        raster[3] = opaque_alpha;
    }
}

bool codec_is_opaque(const uint8_t *rgba, size_t pixels) {
    for (size_t i = 0; i < pixels; i++) {
        if (rgba[i * bytes_per_pixel + 3] != opaque_alpha) return false;
    }
    return true;
}

void codec_make_opaque(uint8_t *raster, size_t pixels) {
    for (size_t i = 0; i < pixels; i++) raster[i * bytes_per_pixel + 3] = opaque_alpha;
}

void codec_fill_gray(uint8_t *raster, size_t pixels) {
    for (size_t i = 0; i < pixels; i++, raster += bytes_per_pixel) {
        raster[0] = raster[1] = raster[2] = middle_gray;
        raster[3] = opaque_alpha;
    }
}

void codec_orient(const uint8_t *source, uint32_t width, uint32_t height, int orientation, uint8_t *upright) {
    bool swaps = orientation >= 5;
    ptrdiff_t columns = swaps ? height : width, rows = swaps ? width : height;
    ptrdiff_t right = bytes_per_pixel, down = (ptrdiff_t)width * bytes_per_pixel;
    // Where the upright picture's first pixel is stored, and the steps to its next pixel and its next row.
    ptrdiff_t first_x = 0, first_y = 0, step, next_row;
    switch (orientation) {
    case 2: first_x = width - 1; step = -right; next_row = down; break;
    case 3: first_x = width - 1; first_y = height - 1; step = -right; next_row = -down; break;
    case 4: first_y = height - 1; step = right; next_row = -down; break;
    case 5: step = down; next_row = right; break;
    case 6: first_y = height - 1; step = -down; next_row = right; break;
    case 7: first_x = width - 1; first_y = height - 1; step = -down; next_row = -right; break;
    case 8: first_x = width - 1; step = down; next_row = -right; break;
    default: step = right; next_row = down; break;
    }
    const uint8_t *first = source + first_y * down + first_x * right;
    // In tiles, so that neighbours in a column are still in the cache when the next column comes.
    for (ptrdiff_t top = 0; top < rows; top += tile_side) {
        ptrdiff_t bottom = top + tile_side < rows ? top + tile_side : rows;
        for (ptrdiff_t left = 0; left < columns; left += tile_side) {
            ptrdiff_t end = left + tile_side < columns ? left + tile_side : columns;
            for (ptrdiff_t y = top; y < bottom; y++) {
                for (ptrdiff_t x = left; x < end; x++) {
                    memcpy(
                        upright + (y * columns + x) * bytes_per_pixel, first + y * next_row + x * step,
                        bytes_per_pixel);
                }
            }
        }
    }
}
