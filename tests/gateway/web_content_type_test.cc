#include "gateway/web_content_type.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace quiver {
namespace {

using ::testing::Eq;
using ::testing::Optional;

struct TypeCase {
  std::string value;
  std::optional<WebEncoding> encoding;
};

class ContentTypeTest : public testing::TestWithParam<TypeCase> {};

TEST_P(ContentTypeTest, NamesAnEncoding) {
  EXPECT_EQ(ParseWebContentType(GetParam().value), GetParam().encoding)
      << GetParam().value;
}

INSTANTIATE_TEST_SUITE_P(
    Known, ContentTypeTest,
    testing::Values(
        TypeCase{"application/grpc-web", WebEncoding::kBinary},
        TypeCase{"application/grpc-web+proto", WebEncoding::kBinary},
        TypeCase{"Application/gRPC-Web+Proto", WebEncoding::kBinary},
        TypeCase{"application/grpc-web; charset=utf-8", WebEncoding::kBinary},
        TypeCase{" application/grpc-web+proto ;x=y", WebEncoding::kBinary},
        TypeCase{"application/grpc-web-text", WebEncoding::kText},
        TypeCase{"application/grpc-web-text+proto", WebEncoding::kText},
        TypeCase{"application/grpc-web-text;charset=UTF-8",
                 WebEncoding::kText}));

INSTANTIATE_TEST_SUITE_P(
    Unknown, ContentTypeTest,
    testing::Values(TypeCase{"", {}}, TypeCase{"application/grpc", {}},
                    TypeCase{"application/grpc+proto", {}},
                    TypeCase{"application/grpc-web+json", {}},
                    TypeCase{"application/grpc-web+thrift", {}},
                    TypeCase{"application/grpc-web-text+json", {}},
                    TypeCase{"application/grpc-websocket", {}},
                    TypeCase{"text/plain; application/grpc-web", {}},
                    TypeCase{"application/json", {}}));

struct AcceptCase {
  std::string accept;
  WebEncoding request;
  WebEncoding response;
};

class AcceptTest : public testing::TestWithParam<AcceptCase> {};

TEST_P(AcceptTest, DecidesHowToAnswer) {
  EXPECT_EQ(ResponseEncoding(GetParam().accept, GetParam().request),
            GetParam().response)
      << GetParam().accept;
}

constexpr auto kBinary = WebEncoding::kBinary;
constexpr auto kText = WebEncoding::kText;

INSTANTIATE_TEST_SUITE_P(
    Values, AcceptTest,
    testing::Values(AcceptCase{"", kBinary, kBinary},
                    AcceptCase{"", kText, kText},
                    AcceptCase{"*/*", kText, kText},
                    AcceptCase{"text/html", kText, kText},
                    AcceptCase{"application/grpc-web-text", kBinary, kText},
                    AcceptCase{"application/grpc-web+proto", kText, kBinary},
                    AcceptCase{"text/html, application/grpc-web-text;q=0.5",
                               kBinary, kText}));

TEST(WebContentTypeOf, NamesTheMessagesToo) {
  EXPECT_EQ(WebContentTypeOf(kBinary), "application/grpc-web+proto");
  EXPECT_EQ(WebContentTypeOf(kText), "application/grpc-web-text+proto");
}

TEST(IsJsonContentType, IgnoresCaseAndParameters) {
  EXPECT_TRUE(IsJsonContentType("application/json"));
  EXPECT_TRUE(IsJsonContentType("Application/JSON; charset=utf-8"));
  EXPECT_FALSE(IsJsonContentType("application/jsonp"));
  EXPECT_FALSE(IsJsonContentType("application/connect+json"));
}

}  // namespace
}  // namespace quiver
