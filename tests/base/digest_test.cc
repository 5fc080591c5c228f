#include "base/digest.h"

#include <gtest/gtest.h>

namespace quiver {
namespace {

TEST(DigestTest, HexHasTwoDigitsForEachByte) {
  EXPECT_EQ(Hex(std::string_view("\x00\x0F\xA5\xFF", 4)), "000fa5ff");
  EXPECT_EQ(Hex(""), "");
}

// FIPS 180-4, examples of the standard.
TEST(DigestTest, Sha256OfPublishedExamples) {
  EXPECT_EQ(Hex(Sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Hex(Sha256("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// RFC 4231, test cases 1 and 2.
TEST(DigestTest, HmacOfPublishedExamples) {
  EXPECT_EQ(Hex(HmacSha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(Hex(HmacSha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(DigestTest, SecretsAreEqualOnlyByteForByte) {
  EXPECT_TRUE(EqualSecrets("secret", "secret"));
  EXPECT_TRUE(EqualSecrets("", ""));
  EXPECT_FALSE(EqualSecrets("secret", "secreT"));
  EXPECT_FALSE(EqualSecrets("secret", "secret "));
}

}  // namespace
}  // namespace quiver
