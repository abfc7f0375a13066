#ifndef VARIATE_STORAGE_H
#define VARIATE_STORAGE_H
#include <openssl/sha.h>
#endif
