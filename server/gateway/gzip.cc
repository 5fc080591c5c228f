#include "gateway/gzip.h"

#include <zlib.h>

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"

namespace quiver {
namespace {

constexpr int kGzipWindow = 15 + 16;  // The largest, with a gzip header.
constexpr int kMemory = 9;            // The most.

// The parts of a list, in lower case and without spaces around them.
std::vector<std::string> Split(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = list.find(separator);
    std::string part(list.substr(0, end));
    absl::StripAsciiWhitespace(&part);
    absl::AsciiStrToLower(&part);
    parts.push_back(std::move(part));
    if (end == std::string_view::npos) return parts;
    list.remove_prefix(end + 1);
  }
}

// Whether a coding with its parameters ("gzip", "q=0.5") is acceptable.
bool IsWanted(const std::vector<std::string>& coding) {
  for (const std::string& parameter : coding) {
    double quality = 1;
    if (parameter.starts_with("q=") &&
        absl::SimpleAtod(parameter.substr(2), &quality)) {
      return quality > 0;
    }
  }
  return true;
}

}  // namespace

std::string Gzip(std::string_view bytes) {
  z_stream stream = {};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow,
                   kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return "";
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // Only read.
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(whole ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

bool AcceptsGzip(std::string_view accept_encoding) {
  bool any = false;
  for (const std::string& item : Split(accept_encoding, ',')) {
    const std::vector<std::string> coding = Split(item, ';');
    if (coding.front() == "gzip") return IsWanted(coding);
    if (coding.front() == "*") any = IsWanted(coding);
  }
  return any;
}

}  // namespace quiver
