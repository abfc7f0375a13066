// What Swift sees of libpng, libjpeg, libwebp and Little CMS: whole files in memory, RGBA rasters, no longjmp.
//
// Every raster has four bytes a pixel and no padding between rows. Nothing here keeps state between calls.
#ifndef VARIATE_IMAGE_CODECS_H
#define VARIATE_IMAGE_CODECS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    codec_ok = 0,
    codec_truncated,
    codec_malformed,
    codec_unsupported,
    codec_too_many_scans,
    codec_out_of_memory,
} codec_status;

/// What went wrong first, in the library's words.
typedef struct {
    codec_status status;
    char text[128];
} codec_fault;

/// What the four bytes of a decoded pixel are before colour conversion: RGBA, RGBA with equal colours, or inverted CMYK.
typedef enum {
    codec_rgb = 0,
    codec_gray,
    codec_cmyk,
} codec_model;

/// A file's header.
typedef struct {
    uint32_t width;
    uint32_t height;
    codec_model model;
    bool has_alpha;
    bool is_paletted;
    /// No whole file of these dimensions is shorter.
    uint64_t minimum_bytes;
} codec_header;

/// Bytes that a library made. `bytes` is allocated: give it back with `codec_release`.
typedef struct {
    uint8_t *bytes;
    size_t count;
} codec_output;

typedef enum {
    codec_profile_converted = 0,
    codec_profile_is_srgb,
    codec_profile_unusable,
} codec_profile_outcome;

void codec_release(void *memory);

// Headers. The fault says whether the header could be read.
void codec_png_inspect(const uint8_t *bytes, size_t count, bool salvage, codec_header *header, codec_fault *fault);
void codec_jpeg_inspect(const uint8_t *bytes, size_t count, bool salvage, codec_header *header, codec_fault *fault);
void codec_webp_inspect(const uint8_t *bytes, size_t count, codec_header *header, codec_fault *fault);

// Pixels. Each returns the number of rows that hold decoded pixels; the others are untouched.
// `raster` has room for the width and height that the header told, which are passed again and checked.
uint32_t codec_png_decode(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, uint8_t *raster,
    codec_fault *fault);
uint32_t codec_jpeg_decode(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, int maximum_scans,
    int64_t maximum_memory, uint8_t *raster, codec_fault *fault);
uint32_t codec_webp_decode(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, uint8_t *raster,
    codec_fault *fault);

/// Inflates a zlib stream of at most `limit` bytes. Returns whether it is whole and sound.
bool codec_inflate(const uint8_t *bytes, size_t count, size_t limit, codec_output *output);

// Rasters.
codec_profile_outcome codec_convert_to_srgb(
    const uint8_t *profile, size_t profile_size, codec_model model, uint8_t *raster, size_t pixels);
void codec_cmyk_to_rgb(uint8_t *raster, size_t pixels);
bool codec_is_opaque(const uint8_t *rgba, size_t pixels);
void codec_make_opaque(uint8_t *raster, size_t pixels);
void codec_fill_gray(uint8_t *raster, size_t pixels);
/// Turns a width x height raster upright by its Exif orientation, 2 to 8. The rasters do not overlap.
void codec_orient(const uint8_t *source, uint32_t width, uint32_t height, int orientation, uint8_t *upright);

// Files. The fault says whether there is an output.
void codec_png_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, bool opaque, int compression, codec_output *output,
    codec_fault *fault);
void codec_jpeg_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, bool opaque, int quality, bool full_chroma,
    codec_output *output, codec_fault *fault);
void codec_webp_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, bool opaque, int quality, bool lossless,
    codec_output *output, codec_fault *fault);

#endif
