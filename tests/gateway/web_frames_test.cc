#include "gateway/web_frames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/status_matchers.h"

namespace quiver {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using namespace std::string_literals;  // NOLINT: for bytes that are zero.

constexpr size_t kMax = 100;

const std::string kThreeFrames =
    "\0\0\0\0\3abc"s + "\1\0\0\0\0"s + "\x80\0\0\0\2\r\n"s;
const std::vector<WebFrame> kThreeFramesRead = {
    {0, "abc"}, {1, ""}, {0x80, "\r\n"}};

// What `bytes` are when they come in parts of `part` bytes.
absl::StatusOr<std::vector<WebFrame>> Frames(std::string_view bytes,
                                             size_t part) {
  WebFrameReader reader(kMax);
  std::vector<WebFrame> frames;
  for (size_t at = 0; at < bytes.size(); at += part) {
    const absl::Status fed = reader.Feed(bytes.substr(at, part), frames);
    if (!fed.ok()) return fed;
  }
  if (!reader.AtFrameEnd()) return absl::DataLossError("cut off");
  return frames;
}

TEST(WebFrameReader, TakesBytesHoweverTheyCome) {
  for (size_t part = 1; part <= kThreeFrames.size(); ++part) {
    ASSERT_OK_AND_ASSIGN(const auto frames, Frames(kThreeFrames, part));
    EXPECT_EQ(frames, kThreeFramesRead) << "in parts of " << part;
  }
}

TEST(WebFrameReader, KnowsWhetherAFrameIsCutOff) {
  for (size_t size = 1; size < 8; ++size) {
    EXPECT_THAT(Frames(kThreeFrames.substr(0, size), 3),
                StatusIs(absl::StatusCode::kDataLoss))
        << size;
  }
  EXPECT_THAT(Frames(kThreeFrames.substr(0, 8), 3), IsOk());
}

TEST(WebFrameReader, TakesAFrameOfTheLargestSizeOnly) {
  EXPECT_THAT(Frames("\0\0\0\0\x64"s + std::string(100, 'x'), 7), IsOk());
  EXPECT_THAT(Frames("\0\0\0\0\x65"s, 5),
              StatusIs(absl::StatusCode::kResourceExhausted,
                       HasSubstr("101 bytes is above the limit of 100")));
  EXPECT_THAT(Frames("\0\xff\xff\xff\xff"s, 1),
              StatusIs(absl::StatusCode::kResourceExhausted));
}

TEST(WebFrameReader, RefusesUnknownFlagsAtTheFirstByte) {
  for (const char flags : {'\x02', '\x40', '\x7f', '\xff', 'G'}) {
    EXPECT_THAT(Frames(std::string(1, flags), 1),
                StatusIs(absl::StatusCode::kInvalidArgument,
                         HasSubstr("unknown flags")));
  }
}

// What `text` decodes to when it comes in parts of `part` characters.
absl::StatusOr<std::string> Decoded(std::string_view text, size_t part) {
  Base64Reader reader;
  std::string bytes;
  for (size_t at = 0; at < text.size(); at += part) {
    const absl::Status fed = reader.Feed(text.substr(at, part), bytes);
    if (!fed.ok()) return fed;
  }
  if (!reader.AtGroupEnd()) return absl::DataLossError("cut off");
  return bytes;
}

TEST(Base64Reader, TakesPaddingAnywhere) {
  for (size_t part = 1; part < 17; ++part) {
    ASSERT_OK_AND_ASSIGN(const std::string bytes,
                         Decoded("YQ==YmM=ZGVmAP8+", part));
    EXPECT_EQ(bytes, "abcdef\0\xff>"s) << "in parts of " << part;
  }
}

TEST(Base64Reader, KnowsWhetherAGroupIsCutOff) {
  EXPECT_THAT(Decoded("YWJjZ", 2), StatusIs(absl::StatusCode::kDataLoss));
}

TEST(Base64Reader, RefusesWhatIsNotBase64) {
  for (const char* text : {"YW J", "YWJ\n", "Y===", "====", "=YWJ", "Y=WJ",
                           "YW-_", "YWJ.", "YWJ\xc3", "AAA*"}) {
    EXPECT_THAT(Decoded(text, 4), StatusIs(absl::StatusCode::kInvalidArgument))
        << text;
  }
}

TEST(MessageFrame, IsReadAsItWasWritten) {
  const std::string message = "\0\xff unicode: \xc3\xa9"s;
  ASSERT_OK_AND_ASSIGN(const auto frames, Frames(MessageFrame(message), 1));
  EXPECT_THAT(frames, ElementsAre(WebFrame{0, message}));
}

TEST(TrailersFrame, HoldsStatusMessageAndMetadata) {
  const std::string frame =
      TrailersFrame(absl::NotFoundError("no session \"é\" at 100%"),
                    {{"x-plain", "value"}, {"x-bytes-bin", "\0\xff"s}});
  ASSERT_OK_AND_ASSIGN(const auto frames, Frames(frame, frame.size()));
  EXPECT_THAT(frames, ElementsAre(WebFrame{
                          0x80,
                          "grpc-status: 5\r\n"
                          "grpc-message: no session \"%C3%A9\" at 100%25\r\n"
                          "x-plain: value\r\n"
                          "x-bytes-bin: AP8=\r\n"}));
}

TEST(TrailersFrame, OfSuccessIsShort) {
  EXPECT_EQ(TrailersFrame(absl::OkStatus(), {}),
            "\x80\0\0\0\x10grpc-status: 0\r\n"s);
}

TEST(TrailerFields, AreTheSameAsFields) {
  EXPECT_THAT(
      TrailerFields(absl::AbortedError("a\nb"), {{"x-a-bin", "\1"}}),
      ElementsAre(Pair("grpc-status", "10"), Pair("grpc-message", "a%0Ab"),
                  Pair("x-a-bin", "AQ==")));
}

struct Encoding {
  std::string text;
  std::string encoded;
};

class PercentEncodeTest : public testing::TestWithParam<Encoding> {};

TEST_P(PercentEncodeTest, EncodesWhatIsNotPrintable) {
  EXPECT_EQ(PercentEncode(GetParam().text), GetParam().encoded);
}

INSTANTIATE_TEST_SUITE_P(
    Messages, PercentEncodeTest,
    testing::Values(Encoding{"", ""}, Encoding{"plain text ~", "plain text ~"},
                    Encoding{"%", "%25"}, Encoding{"%41", "%2541"},
                    Encoding{"\r\n\t", "%0D%0A%09"}, Encoding{"\0"s, "%00"},
                    Encoding{"\x7f", "%7F"}, Encoding{"ü", "%C3%BC"},
                    Encoding{"🚲", "%F0%9F%9A%B2"},
                    Encoding{"\xff\xfe", "%FF%FE"}));

}  // namespace
}  // namespace quiver
