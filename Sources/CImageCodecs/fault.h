#ifndef VARIATE_FAULT_H
#define VARIATE_FAULT_H

#include "image_codecs.h"

/// Records a fault unless there is one already: the first is the cause, later ones are consequences.
void codec_record(codec_fault *fault, codec_status status, const char *text);

#endif
