#ifndef QUIVER_GATEWAY_GZIP_H_
#define QUIVER_GATEWAY_GZIP_H_

#include <string>
#include <string_view>

namespace quiver {

// `bytes` in gzip form, as small as zlib makes it.  Slow: for what is sent more
// than once.  Empty when there is no memory for it.
std::string Gzip(std::string_view bytes);

// Whether a client with this Accept-Encoding takes gzip.
bool AcceptsGzip(std::string_view accept_encoding);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_GZIP_H_
