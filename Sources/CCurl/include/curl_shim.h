// What Swift cannot import from libcurl: variadic calls, macros and unions, each by type.
#ifndef VARIATE_CURL_SHIM_H
#define VARIATE_CURL_SHIM_H

#include <curl/curl.h>

/// `curl_global_init(CURL_GLOBAL_ALL)`.
CURLcode variate_curl_global_init(void);

/// `curl_easy_setopt` for options that take a number.
CURLcode variate_curl_set_long(CURL *handle, CURLoption option, long value);
/// `curl_easy_setopt` for options that take a file size.
CURLcode variate_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
/// `curl_easy_setopt` for options that copy a string.
CURLcode variate_curl_set_string(CURL *handle, CURLoption option, const char *value);
/// `curl_easy_setopt` for options that keep a pointer.
CURLcode variate_curl_set_pointer(CURL *handle, CURLoption option, void *value);

/// A callback that is handed bytes: the body's (`CURLOPT_WRITEFUNCTION`) or one header line
/// (`CURLOPT_HEADERFUNCTION`).
typedef size_t (*variate_curl_bytes_in)(char *bytes, size_t size, size_t count, void *context);
/// Sets `CURLOPT_WRITEFUNCTION` or `CURLOPT_HEADERFUNCTION`.
CURLcode variate_curl_set_bytes_in(CURL *handle, CURLoption option, variate_curl_bytes_in callback);
/// Sets `CURLOPT_READFUNCTION`, which fills the buffer with the request's next bytes.
CURLcode variate_curl_set_read(CURL *handle, size_t (*callback)(char *, size_t, size_t, void *));
/// Sets `CURLOPT_SEEKFUNCTION`, which is asked to rewind the request's body.
CURLcode variate_curl_set_seek(CURL *handle, int (*callback)(void *, curl_off_t, int));

/// `curl_easy_getinfo` for numbers; 0 where there is none.
long variate_curl_get_long(CURL *handle, CURLINFO info);
/// `curl_easy_getinfo` for sizes; 0 where there is none.
curl_off_t variate_curl_get_offset(CURL *handle, CURLINFO info);

/// The next finished transfer of `curl_multi_info_read`: its handle, or NULL when there is none, and its result.
CURL *variate_curl_next_finished(CURLM *multi, CURLcode *result);
#endif
