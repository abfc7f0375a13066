#ifndef VARIATE_CURL_SHIM_H
#define VARIATE_CURL_SHIM_H
#include <curl/curl.h>
#endif
