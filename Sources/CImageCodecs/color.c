// Embedded profiles to sRGB through Little CMS.
#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#include "image_codecs.h"

enum { grid = 9, levels = 256, pixels_per_call = 1 << 16 };
/// A profile that moves no tested colour by more levels than this is sRGB under another name.
static const int indistinguishable = 1;

static void log_nothing(cmsContext context, cmsUInt32Number code, const char *text) {
    (void)context;
    (void)code;
    (void)text;
}

static void transform_all(cmsHTRANSFORM transform, uint8_t *raster, size_t pixels) {
    while (pixels > 0) {
        size_t part = pixels < pixels_per_call ? pixels : pixels_per_call;
        cmsDoTransform(transform, raster, raster, (cmsUInt32Number)part);
        raster += part * 4;
        pixels -= part;
    }
}

/// Whether a transform leaves a grid of colours and every grey where they are.
static bool is_identity(cmsHTRANSFORM transform) {
    enum { count = grid * grid * grid + levels };
    uint8_t before[count * 4], after[count * 4];
    size_t i = 0;
    for (int r = 0; r < grid; r++) {
        for (int g = 0; g < grid; g++) {
            for (int b = 0; b < grid; b++, i += 4) {
                before[i] = (uint8_t)(r * 255 / (grid - 1));
                before[i + 1] = (uint8_t)(g * 255 / (grid - 1));
                before[i + 2] = (uint8_t)(b * 255 / (grid - 1));
                before[i + 3] = 255;
            }
        }
    }
    for (int level = 0; level < levels; level++, i += 4) {
        before[i] = before[i + 1] = before[i + 2] = (uint8_t)level;
        before[i + 3] = 255;
    }
    memcpy(after, before, sizeof after);
    cmsDoTransform(transform, after, after, count);
    for (i = 0; i < sizeof after; i++) {
        if (abs(after[i] - before[i]) > indistinguishable) return false;
    }
    return true;
}

/// Converts grey pixels by the table of the 256 greys' colours. Returns whether that moved any by more than a level.
static bool convert_gray(cmsHTRANSFORM transform, uint8_t *raster, size_t pixels) {
    uint8_t grays[levels], colors[levels * 4];
    bool moves = false;
    for (int level = 0; level < levels; level++) grays[level] = (uint8_t)level;
    memset(colors, 0, sizeof colors);
    cmsDoTransform(transform, grays, colors, levels);
    for (int i = 0; i < levels * 4; i++) {
        if (i % 4 != 3 && abs(colors[i] - i / 4) > indistinguishable) moves = true;
    }
    if (!moves) return false;
    for (size_t i = 0; i < pixels; i++, raster += 4) memcpy(raster, colors + raster[0] * 4, 3);
    return true;
}

codec_profile_outcome codec_convert_to_srgb(
    const uint8_t *profile, size_t profile_size, codec_model model, uint8_t *raster, size_t pixels) {
    codec_profile_outcome outcome = codec_profile_unusable;
    cmsContext context = cmsCreateContext(NULL, NULL);
    if (context == NULL) return outcome;
    cmsSetLogErrorHandlerTHR(context, log_nothing);
    cmsHPROFILE source = cmsOpenProfileFromMemTHR(context, profile, (cmsUInt32Number)profile_size);
    cmsHPROFILE target = cmsCreate_sRGBProfileTHR(context);
    cmsHTRANSFORM transform = NULL;
    if (source != NULL && target != NULL) {
        cmsProfileClassSignature class = cmsGetDeviceClass(source);
        bool of_device = class == cmsSigInputClass || class == cmsSigDisplayClass || class == cmsSigOutputClass
            || class == cmsSigColorSpaceClass;
        cmsColorSpaceSignature space = cmsGetColorSpace(source);
        cmsUInt32Number input = 0;
        // A grey file with a colour profile has equal channels, which that profile describes as well.
        if (model == codec_cmyk && space == cmsSigCmykData) input = TYPE_CMYK_8_REV;
        if (model != codec_cmyk && space == cmsSigRgbData) input = TYPE_RGBA_8;
        if (model == codec_gray && space == cmsSigGrayData) input = TYPE_GRAY_8;
        if (of_device && input != 0) {
            transform = cmsCreateTransformTHR(
                context, source, input, target, TYPE_RGBA_8, INTENT_RELATIVE_COLORIMETRIC,
                cmsFLAGS_BLACKPOINTCOMPENSATION);
        }
        if (transform != NULL) {
            outcome = codec_profile_converted;
            if (input == TYPE_GRAY_8) {
                if (!convert_gray(transform, raster, pixels)) outcome = codec_profile_is_srgb;
            } else if (input == TYPE_RGBA_8 && is_identity(transform)) {
                outcome = codec_profile_is_srgb;
            } else {
                transform_all(transform, raster, pixels);
            }
            if (model == codec_cmyk) codec_make_opaque(raster, pixels);
        }
    }
    if (transform != NULL) cmsDeleteTransform(transform);
    if (target != NULL) cmsCloseProfile(target);
    if (source != NULL) cmsCloseProfile(source);
    cmsDeleteContext(context);
    return outcome;
}
