// JPEG through libjpeg-turbo: whole files in memory, errors by longjmp within one function each.
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "image_codecs.h"

/// libjpeg's error manager and what it needs to know. `manager` comes first: libjpeg's pointer to it is one to all.
typedef struct {
    struct jpeg_error_mgr manager;
    struct jpeg_progress_mgr progress;
    jmp_buf escape;
    codec_fault *fault;
    bool salvage;
    int maximum_scans;
} jpeg_session;

static codec_status status_of(int message) {
    switch (message) {
    case JWRN_JPEG_EOF:
    case JERR_INPUT_EMPTY:
    case JERR_INPUT_EOF: return codec_truncated;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_BAD_J_COLORSPACE:
    case JERR_COMPONENT_COUNT:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_EMPTY_IMAGE:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_IMAGE_TOO_BIG:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED: return codec_unsupported;
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE: return codec_out_of_memory;
    default: return codec_malformed;
    }
}

/// Warnings that cost no pixel and that sound files of some cameras and programs give: bytes between segments, an
/// unknown colour transform, needless scan parameters, a profile in odd pieces. All others tell of lost picture data.
static bool is_harmless(int message) {
    return message == JWRN_EXTRANEOUS_DATA || message == JWRN_ADOBE_XFORM || message == JWRN_NOT_SEQUENTIAL
        || message == JWRN_BOGUS_ICC;
}

static void record_message(j_common_ptr codec) {
    jpeg_session *session = (jpeg_session *)codec->err;
    char text[JMSG_LENGTH_MAX];
    codec->err->format_message(codec, text);
    codec_record(session->fault, status_of(codec->err->msg_code), text);
}

static void fail(j_common_ptr codec) {
    jpeg_session *session = (jpeg_session *)codec->err;
    record_message(codec);
    longjmp(session->escape, 1);
}

static void take_message(j_common_ptr codec, int level) {
    jpeg_session *session = (jpeg_session *)codec->err;
    if (level >= 0 || is_harmless(codec->err->msg_code)) return;
    record_message(codec);
    if (!session->salvage) longjmp(session->escape, 1);
}

static void print_nothing(j_common_ptr codec) { (void)codec; }

static void check_scans(j_common_ptr codec) {
    jpeg_session *session = (jpeg_session *)codec->err;
    int scans = ((j_decompress_ptr)codec)->input_scan_number;
    if (scans <= session->maximum_scans) return;
    // More than any real file has: not worth salvaging, whatever was wrong before.
    session->fault->status = codec_ok;
    codec_record(session->fault, codec_too_many_scans, "too many scans");
    longjmp(session->escape, 1);
}

static struct jpeg_error_mgr *error_manager(jpeg_session *session) {
    jpeg_std_error(&session->manager);
    session->manager.error_exit = fail;
    session->manager.emit_message = take_message;
    session->manager.output_message = print_nothing;
    return &session->manager;
}

/// What a decoded pixel is. Unknown spaces and component counts are an error.
static codec_model choose_output(j_decompress_ptr codec) {
    switch (codec->jpeg_color_space) {
    case JCS_GRAYSCALE: codec->out_color_space = JCS_EXT_RGBA; return codec_gray;
    case JCS_YCbCr:
    case JCS_RGB: codec->out_color_space = JCS_EXT_RGBA; return codec_rgb;
    case JCS_CMYK:
    case JCS_YCCK: codec->out_color_space = JCS_CMYK; return codec_cmyk;
    default: ERREXIT(codec, JERR_BAD_J_COLORSPACE); return codec_rgb;
    }
}

void codec_jpeg_inspect(const uint8_t *bytes, size_t count, bool salvage, codec_header *header, codec_fault *fault) {
    struct jpeg_decompress_struct codec;
    jpeg_session session = {.fault = fault, .salvage = salvage};
    memset(header, 0, sizeof *header);
    memset(&codec, 0, sizeof codec);
    codec.err = error_manager(&session);
    if (setjmp(session.escape)) {
        jpeg_destroy_decompress(&codec);
        return;
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, bytes, count);
    jpeg_read_header(&codec, TRUE);
    header->width = codec.image_width;
    header->height = codec.image_height;
    header->model = choose_output(&codec);
    // Huffman coding spends at least one bit on every 8x8 block of every component; arithmetic coding can spend less.
    uint64_t blocks = 0;
    for (int i = 0; i < codec.num_components && !codec.arith_code; i++) {
        blocks += (uint64_t)codec.comp_info[i].width_in_blocks * codec.comp_info[i].height_in_blocks;
    }
    header->minimum_bytes = blocks / 8;
    jpeg_destroy_decompress(&codec);
}

uint32_t codec_jpeg_decode(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, int maximum_scans,
    int64_t maximum_memory, uint8_t *raster, codec_fault *fault) {
    struct jpeg_decompress_struct codec;
    jpeg_session session = {.fault = fault, .salvage = salvage, .maximum_scans = maximum_scans};
    volatile uint32_t rows = 0;
    memset(&codec, 0, sizeof codec);
    codec.err = error_manager(&session);
    if (setjmp(session.escape)) {
        jpeg_destroy_decompress(&codec);
        return rows;
    }
    jpeg_create_decompress(&codec);
    session.progress.progress_monitor = check_scans;
    codec.progress = &session.progress;
    codec.mem->max_memory_to_use = maximum_memory;
    jpeg_mem_src(&codec, bytes, count);
    jpeg_read_header(&codec, TRUE);
    choose_output(&codec);
    jpeg_start_decompress(&codec);
    if (codec.output_width != width || codec.output_height != height || codec.output_components != 4) {
        ERREXIT(&codec, JERR_BAD_LENGTH);
    }
    size_t stride = (size_t)width * 4;
    while (codec.output_scanline < height) {
        JSAMPROW row = raster + codec.output_scanline * stride;
        jpeg_read_scanlines(&codec, &row, 1);
        rows = codec.output_scanline;
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return rows;
}

/// Puts one RGBA row on white.
static void composite_on_white(const uint8_t *rgba, uint32_t width, uint8_t *row) {
    for (size_t i = 0; i < (size_t)width * 4; i += 4) {
        unsigned alpha = rgba[i + 3];
        for (size_t channel = 0; channel < 3; channel++) {
            row[i + channel] = (uint8_t)((rgba[i + channel] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
        row[i + 3] = 255;
    }
}

void codec_jpeg_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, bool opaque, int quality, bool full_chroma,
    codec_output *output, codec_fault *fault) {
    struct jpeg_compress_struct codec;
    jpeg_session session = {.fault = fault, .salvage = true};
    unsigned char *volatile row = NULL;
    unsigned char *bytes = NULL;
    unsigned long count = 0;
    output->bytes = NULL;
    output->count = 0;
    memset(&codec, 0, sizeof codec);
    codec.err = error_manager(&session);
    if (setjmp(session.escape)) {
        // libjpeg moves its buffer as it grows, and tells where it is only here.
        if (codec.dest != NULL) codec.dest->term_destination(&codec);
        jpeg_destroy_compress(&codec);
        free(row);
        free(bytes);
        return;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &bytes, &count);
    codec.image_width = width;
    codec.image_height = height;
    codec.input_components = 4;
    codec.in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.optimize_coding = TRUE;
    if (full_chroma) codec.comp_info[0].h_samp_factor = codec.comp_info[0].v_samp_factor = 1;
    if (!opaque && (row = malloc((size_t)width * 4)) == NULL) ERREXIT1(&codec, JERR_OUT_OF_MEMORY, 0);
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < height) {
        const uint8_t *source = rgba + (size_t)codec.next_scanline * width * 4;
        if (!opaque) composite_on_white(source, width, row);
        JSAMPROW rows[1] = {opaque ? (JSAMPROW)source : row};
        jpeg_write_scanlines(&codec, rows, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    free(row);
    output->bytes = bytes;
    output->count = count;
}
