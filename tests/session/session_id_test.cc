#include "session/session_id.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace quiver {
namespace {

constexpr char kText[] = "00112233445566778899aabbccddeeff";

TEST(SessionIdTest, ReadsWhatItWrites) {
  const std::optional<SessionId> id = SessionId::Parse(kText);

  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(id->ToString(), kText);
  EXPECT_EQ(id->bytes().size(), 16);
  EXPECT_EQ(id->bytes()[15], '\xff');
}

TEST(SessionIdTest, RefusesEverythingElse) {
  for (const char* text :
       {"", "0", "00112233445566778899aabbccddeef",
        "00112233445566778899aabbccddeeff0", "00112233445566778899AABBCCDDEEFF",
        "00112233445566778899aabbccddeefg", " 0112233445566778899aabbccddeeff",
        "0x112233445566778899aabbccddeeff"}) {
    EXPECT_EQ(SessionId::Parse(text), std::nullopt) << text;
  }
}

TEST(SessionIdTest, FollowsFromTheRequest) {
  EXPECT_EQ(SessionId::Derive("secret", "lamps", "", "r1"),
            SessionId::Derive("secret", "lamps", "", "r1"));
}

// HMAC-SHA-256, computed with another program, under the key "secret".
TEST(SessionIdTest, IsTheSameInEveryVersion) {
  EXPECT_EQ(SessionId::Derive("secret", "lamps", "", "r1").ToString(),
            "106f2cfb76a69ede3f2f1e19ab161f1d");
}

TEST(SessionIdTest, DiffersWithEveryPart) {
  std::set<std::string> ids;
  for (const SessionId& id : {SessionId::Derive("secret", "lamps", "", "r1"),
                              SessionId::Derive("Secret", "lamps", "", "r1"),
                              SessionId::Derive("secret", "clocks", "", "r1"),
                              SessionId::Derive("secret", "lamps", kText, "r1"),
                              SessionId::Derive("secret", "lamps", "", "r2"),
                              // The same characters, cut elsewhere.
                              SessionId::Derive("secret", "lampsr", "", "1"),
                              SessionId::Derive("secret", "", "lamps", "r1"),
                              SessionId::Derive("secret", "lamp", "s", "r1")}) {
    ids.insert(id.ToString());
  }
  EXPECT_EQ(ids.size(), 8);
}

}  // namespace
}  // namespace quiver
