// Compressed profiles.
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "image_codecs.h"

bool codec_inflate(const uint8_t *bytes, size_t count, size_t limit, codec_output *output) {
    enum { first_capacity = 4096 };
    z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)count};
    output->bytes = NULL;
    output->count = 0;
    if (count > limit || inflateInit(&stream) != Z_OK) return false;
    int status = Z_OK;
    size_t capacity = first_capacity;
    while (status == Z_OK) {
        uint8_t *grown = capacity <= limit ? realloc(output->bytes, capacity) : NULL;
        if (grown == NULL) break;
        output->bytes = grown;
        stream.next_out = grown + output->count;
        stream.avail_out = (uInt)(capacity - output->count);
        status = inflate(&stream, Z_NO_FLUSH);
        output->count = capacity - stream.avail_out;
        // A stream that ends early makes no progress: Z_BUF_ERROR ends the loop.
        if (stream.avail_out == 0) capacity *= 2;
    }
    inflateEnd(&stream);
    if (status == Z_STREAM_END) return true;
    free(output->bytes);
    output->bytes = NULL;
    output->count = 0;
    return false;
}
