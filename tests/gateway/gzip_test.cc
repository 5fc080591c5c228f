#include "gateway/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace quiver {
namespace {

// At most a megabyte.
std::string Unzip(std::string zipped) {
  std::string out(1 << 20, '\0');
  z_stream stream = {};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(zipped.data());
  stream.avail_in = static_cast<uInt>(zipped.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Gzip, IsSmallerAndTheSame) {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string(100'000, 'x')}) {
    EXPECT_EQ(Unzip(Gzip(text)), text);
  }
  EXPECT_LT(Gzip(std::string(100'000, 'x')).size(), 1000u);
}

TEST(AcceptsGzip, ReadsAcceptEncoding) {
  for (const char* yes :
       {"gzip", "GZIP", "br, gzip", "gzip;q=0.1", "gzip ; q=1.0 , br", "*",
        "br;q=1, *;q=0.5", "*;q=0, gzip", "gzip, deflate, br, zstd"}) {
    EXPECT_TRUE(AcceptsGzip(yes)) << yes;
  }
  for (const char* no : {"", "br", "identity", "gzip;q=0", "gzip; q=0.000",
                         "*;q=0", "*, gzip;q=0", "gzipped", "x-gzip"}) {
    EXPECT_FALSE(AcceptsGzip(no)) << no;
  }
}

}  // namespace
}  // namespace quiver
