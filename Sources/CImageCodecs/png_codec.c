// PNG through libpng's full interface: a reader and a writer over memory, errors by longjmp within one function each.
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "fault.h"
#include "image_codecs.h"

/// Largest chunk that libpng may allocate for, in bytes.
static const png_alloc_size_t chunk_bytes_limit = 16u << 20;
/// Picture data is read in pieces of so many bytes when salvaging: a piece that the file does not have whole is lost.
static const size_t salvage_piece = 16;
/// Number of chunks that libpng may keep.
static const png_uint_32 chunk_count_limit = 64;
/// Deflate cannot shrink data more than this (a 258-byte match costs two bits).
static const uint64_t greatest_deflate_ratio = 1032;

/// Chunks that change no pixel here: skipped, and so unable to fail, to warn or to allocate. gAMA and cHRM are among
/// them: without a profile the samples are taken as sRGB. Exif and profiles are read elsewhere (libpng refuses profiles
/// for faults that Little CMS lives with).
static const png_byte skipped_chunks[] =
    "eXIf\0iCCP\0sRGB\0gAMA\0cHRM\0bKGD\0hIST\0pHYs\0sPLT\0tIME\0tEXt\0zTXt\0iTXt\0oFFs\0pCAL\0sCAL\0sTER";
static const int skipped_chunk_count = sizeof skipped_chunks / 5;

typedef struct {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count;
    size_t position;
    codec_fault *fault;
} png_session;

static void fail(png_structp png, png_const_charp message) {
    png_session *session = png_get_error_ptr(png);
    codec_status status = codec_malformed;
    if (strstr(message, "ut of memory") != NULL) status = codec_out_of_memory;
    codec_record(session->fault, status, message);
    png_longjmp(png, 1);
}

/// libpng warns of what it repairs or leaves out. One kind matters: a checksum that does not match, when salvaging.
static void warn(png_structp png, png_const_charp message) {
    png_session *session = png_get_error_ptr(png);
    if (strstr(message, "CRC error") != NULL) codec_record(session->fault, codec_malformed, message);
}

static void read_bytes(png_structp png, png_bytep destination, size_t count) {
    png_session *session = png_get_io_ptr(png);
    if (count > session->count - session->position) {
        codec_record(session->fault, codec_truncated, "the file ends inside a chunk");
        png_longjmp(png, 1);
    }
    memcpy(destination, session->bytes + session->position, count);
    session->position += count;
}

/// Opens a reader. Leaves `png` null and a fault when there is no memory.
static void open_reader(png_session *session, bool salvage) {
    session->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, session, fail, warn);
    if (session->png != NULL) session->info = png_create_info_struct(session->png);
    if (session->info == NULL) {
        png_destroy_read_struct(&session->png, NULL, NULL);
        codec_record(session->fault, codec_out_of_memory, "no memory for libpng");
        return;
    }
    png_set_read_fn(session->png, session, read_bytes);
    if (salvage) png_set_compression_buffer_size(session->png, salvage_piece);
    png_set_user_limits(session->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_cache_max(session->png, chunk_count_limit);
    png_set_chunk_malloc_max(session->png, chunk_bytes_limit);
    png_set_keep_unknown_chunks(session->png, PNG_HANDLE_CHUNK_NEVER, skipped_chunks, skipped_chunk_count);
    png_set_crc_action(
        session->png, salvage ? PNG_CRC_WARN_USE : PNG_CRC_ERROR_QUIT,
        salvage ? PNG_CRC_WARN_DISCARD : PNG_CRC_ERROR_QUIT);
}

void codec_png_inspect(const uint8_t *bytes, size_t count, bool salvage, codec_header *header, codec_fault *fault) {
    png_session session = {.bytes = bytes, .count = count, .fault = fault};
    memset(header, 0, sizeof *header);
    open_reader(&session, salvage);
    if (session.png == NULL) return;
    if (setjmp(png_jmpbuf(session.png))) {
        png_destroy_read_struct(&session.png, &session.info, NULL);
        return;
    }
    png_read_info(session.png, session.info);
    header->width = png_get_image_width(session.png, session.info);
    header->height = png_get_image_height(session.png, session.info);
    int kind = png_get_color_type(session.png, session.info);
    header->model = (kind & PNG_COLOR_MASK_COLOR) != 0 ? codec_rgb : codec_gray;
    header->is_paletted = kind == PNG_COLOR_TYPE_PALETTE;
    header->has_alpha =
        (kind & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(session.png, session.info, PNG_INFO_tRNS) != 0;
    uint64_t bits = (uint64_t)png_get_bit_depth(session.png, session.info) * png_get_channels(session.png, session.info);
    uint64_t row_bytes = 1 + (header->width * bits + 7) / 8;
    header->minimum_bytes = row_bytes * header->height / greatest_deflate_ratio;
    png_destroy_read_struct(&session.png, &session.info, NULL);
}

uint32_t codec_png_decode(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, uint8_t *raster,
    codec_fault *fault) {
    png_session session = {.bytes = bytes, .count = count, .fault = fault};
    volatile uint32_t rows = 0;
    open_reader(&session, salvage);
    if (session.png == NULL) return 0;
    if (setjmp(png_jmpbuf(session.png))) {
        png_destroy_read_struct(&session.png, &session.info, NULL);
        return rows;
    }
    png_read_info(session.png, session.info);
    png_set_expand(session.png);
    png_set_strip_16(session.png);
    png_set_gray_to_rgb(session.png);
    png_set_add_alpha(session.png, 0xFF, PNG_FILLER_AFTER);
    int passes = png_set_interlace_handling(session.png);
    png_read_update_info(session.png, session.info);
    size_t stride = (size_t)width * 4;
    if (png_get_image_width(session.png, session.info) != width
        || png_get_image_height(session.png, session.info) != height
        || png_get_rowbytes(session.png, session.info) != stride) {
        png_error(session.png, "the header changed");
    }
    for (int pass = 0; pass < passes; pass++) {
        for (uint32_t y = 0; y < height; y++) {
            // The display row of an early pass covers the pixels of later ones, so that a part is a whole picture.
            png_read_row(session.png, NULL, raster + y * stride);
            if (pass == 0) rows = y + 1;
        }
    }
    png_read_end(session.png, NULL);
    png_destroy_read_struct(&session.png, &session.info, NULL);
    return rows;
}

typedef struct {
    codec_output *output;
    size_t capacity;
    codec_fault *fault;
} png_sink;

static void fail_writing(png_structp png, png_const_charp message) {
    png_sink *sink = png_get_error_ptr(png);
    codec_record(sink->fault, codec_malformed, message);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void write_bytes(png_structp png, png_bytep source, size_t count) {
    png_sink *sink = png_get_io_ptr(png);
    size_t needed = sink->output->count + count;
    if (needed > sink->capacity) {
        size_t capacity = needed + needed / 2;
        uint8_t *grown = realloc(sink->output->bytes, capacity);
        if (grown == NULL) {
            codec_record(sink->fault, codec_out_of_memory, "no memory for the encoded file");
            png_longjmp(png, 1);
        }
        sink->output->bytes = grown;
        sink->capacity = capacity;
    }
    memcpy(sink->output->bytes + sink->output->count, source, count);
    sink->output->count = needed;
}

static void flush_nothing(png_structp png) { (void)png; }

void codec_png_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, bool opaque, int compression, codec_output *output,
    codec_fault *fault) {
    png_sink sink = {.output = output, .fault = fault};
    output->bytes = NULL;
    output->count = 0;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &sink, fail_writing, ignore_warning);
    png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
    if (info == NULL) {
        png_destroy_write_struct(&png, NULL);
        codec_record(fault, codec_out_of_memory, "no memory for libpng");
        return;
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        free(output->bytes);
        output->bytes = NULL;
        return;
    }
    png_set_write_fn(png, &sink, write_bytes, flush_nothing);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(
        png, info, width, height, 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_compression_level(png, compression);
    // Choosing a filter for each row costs more than deflate itself at its fast levels.
    if (compression == 0) {
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    } else if (compression <= 2) {
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    }
    png_write_info(png, info);
    if (opaque) png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (uint32_t y = 0; y < height; y++) png_write_row(png, rgba + (size_t)y * width * 4);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}
