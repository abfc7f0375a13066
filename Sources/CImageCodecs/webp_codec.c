// WebP through libwebp: whole files in memory; the first frame of an animation through libwebpdemux.
#include <stdlib.h>
#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>

#include "fault.h"
#include "image_codecs.h"

static void record_status(codec_fault *fault, VP8StatusCode status) {
    switch (status) {
    case VP8_STATUS_OK: break;
    case VP8_STATUS_SUSPENDED:
    case VP8_STATUS_NOT_ENOUGH_DATA: codec_record(fault, codec_truncated, "the file ends inside its picture"); break;
    case VP8_STATUS_OUT_OF_MEMORY: codec_record(fault, codec_out_of_memory, "no memory for libwebp"); break;
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        codec_record(fault, codec_unsupported, "a feature that libwebp does not decode");
        break;
    default: codec_record(fault, codec_malformed, "the bitstream is corrupt"); break;
    }
}

void codec_webp_inspect(const uint8_t *bytes, size_t count, codec_header *header, codec_fault *fault) {
    WebPBitstreamFeatures features;
    memset(header, 0, sizeof *header);
    VP8StatusCode status = WebPGetFeatures(bytes, count, &features);
    record_status(fault, status);
    if (status != VP8_STATUS_OK) return;
    header->width = (uint32_t)features.width;
    header->height = (uint32_t)features.height;
    header->has_alpha = features.has_alpha != 0;
}

/// Decodes one bitstream of known size to a raster with a stride. Returns the number of decoded rows.
static uint32_t decode_frame(
    const uint8_t *bytes, size_t count, bool salvage, int width, int height, uint8_t *raster, size_t stride,
    codec_fault *fault) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config)) {
        codec_record(fault, codec_unsupported, "libwebp is of another version");
        return 0;
    }
    VP8StatusCode status = WebPGetFeatures(bytes, count, &config.input);
    record_status(fault, status);
    if (status != VP8_STATUS_OK) return 0;
    if (config.input.width != width || config.input.height != height || config.input.has_animation) {
        codec_record(fault, codec_malformed, "the picture is not of the size that the container tells");
        return 0;
    }
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = raster;
    config.output.u.RGBA.stride = (int)stride;
    config.output.u.RGBA.size = (size_t)(height - 1) * stride + (size_t)width * 4;
    if (!salvage) {
        status = WebPDecode(bytes, count, &config);
        record_status(fault, status);
        WebPFreeDecBuffer(&config.output);
        return status == VP8_STATUS_OK ? (uint32_t)height : 0;
    }
    WebPIDecoder *decoder = WebPINewDecoder(&config.output);
    if (decoder == NULL) {
        codec_record(fault, codec_out_of_memory, "no memory for libwebp");
        return 0;
    }
    status = WebPIUpdate(decoder, bytes, count);
    record_status(fault, status);
    int rows = 0;
    WebPIDecGetRGB(decoder, &rows, NULL, NULL, NULL);
    if (status == VP8_STATUS_OK) rows = height;
    WebPIDelete(decoder);
    WebPFreeDecBuffer(&config.output);
    return rows > 0 ? (uint32_t)rows : 0;
}

/// Decodes the first frame of an animation on a transparent canvas.
static uint32_t decode_first_frame(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, uint8_t *raster,
    codec_fault *fault) {
    WebPData data = {.bytes = bytes, .size = count};
    WebPDemuxState state;
    WebPDemuxer *demuxer = WebPDemuxPartial(&data, &state);
    if (state == WEBP_DEMUX_PARSE_ERROR) codec_record(fault, codec_malformed, "the container is corrupt");
    if (state != WEBP_DEMUX_DONE) codec_record(fault, codec_truncated, "the file ends inside its animation");
    WebPIterator frame;
    uint32_t rows = 0;
    if (demuxer != NULL && (salvage || state == WEBP_DEMUX_DONE) && WebPDemuxGetFrame(demuxer, 1, &frame)) {
        bool fits = frame.x_offset >= 0 && frame.y_offset >= 0 && frame.width > 0 && frame.height > 0
            && (uint32_t)frame.x_offset + (uint32_t)frame.width <= width
            && (uint32_t)frame.y_offset + (uint32_t)frame.height <= height;
        if (fits) {
            size_t stride = (size_t)width * 4;
            memset(raster, 0, stride * height);
            uint8_t *corner = raster + (size_t)frame.y_offset * stride + (size_t)frame.x_offset * 4;
            uint32_t decoded = decode_frame(
                frame.fragment.bytes, frame.fragment.size, salvage, frame.width, frame.height, corner, stride, fault);
            if (decoded > 0) rows = height;
        } else {
            codec_record(fault, codec_malformed, "a frame lies outside the canvas");
        }
        WebPDemuxReleaseIterator(&frame);
    } else {
        codec_record(fault, codec_malformed, "the animation has no frame");
    }
    WebPDemuxDelete(demuxer);
    return rows;
}

uint32_t codec_webp_decode(
    const uint8_t *bytes, size_t count, bool salvage, uint32_t width, uint32_t height, uint8_t *raster,
    codec_fault *fault) {
    WebPBitstreamFeatures features;
    VP8StatusCode status = WebPGetFeatures(bytes, count, &features);
    record_status(fault, status);
    if (status != VP8_STATUS_OK) return 0;
    uint32_t rows =
        features.has_animation
            ? decode_first_frame(bytes, count, salvage, width, height, raster, fault)
            : decode_frame(bytes, count, salvage, (int)width, (int)height, raster, (size_t)width * 4, fault);
    // A lossless bitstream can hold alpha that its own header and its container deny: browsers and Pillow drop it.
    if (!features.has_alpha) codec_make_opaque(raster, (size_t)rows * width);
    return rows;
}

void codec_webp_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, bool opaque, int quality, bool lossless,
    codec_output *output, codec_fault *fault) {
    output->bytes = NULL;
    output->count = 0;
    WebPConfig config;
    WebPPicture picture;
    if (!WebPConfigInit(&config) || !WebPPictureInit(&picture)) {
        codec_record(fault, codec_unsupported, "libwebp is of another version");
        return;
    }
    config.quality = (float)quality;
    if (lossless) {
        // The preset's middle level; `exact` keeps the colours under transparent pixels.
        WebPConfigLosslessPreset(&config, 6);
        config.exact = 1;
    }
    picture.use_argb = lossless;
    picture.width = (int)width;
    picture.height = (int)height;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    int stride = (int)width * 4;
    bool done = (opaque ? WebPPictureImportRGBX : WebPPictureImportRGBA)(&picture, rgba, stride)
        && WebPEncode(&config, &picture);
    if (done) {
        // The writer's memory comes from libwebp's allocator, which is malloc.
        output->bytes = writer.mem;
        output->count = writer.size;
    } else {
        bool memory = picture.error_code == VP8_ENC_ERROR_OUT_OF_MEMORY
            || picture.error_code == VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY;
        codec_record(fault, memory ? codec_out_of_memory : codec_malformed, "libwebp could not encode the picture");
        WebPMemoryWriterClear(&writer);
    }
    WebPPictureFree(&picture);
}
