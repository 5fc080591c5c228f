#include "learn/byte_stream.h"

#include <gtest/gtest.h>

#include <limits>

namespace quiver {
namespace {

TEST(ByteStreamTest, ReadsWhatWasWritten) {
  ByteWriter writer;
  writer.WriteUint32(7);
  writer.WriteUint64(0x0123456789ABCDEF);
  writer.WriteFloat(-0.25F);
  writer.WriteBytes("abc");
  ByteReader reader(writer.bytes());

  EXPECT_EQ(reader.ReadUint32(), 7u);
  EXPECT_EQ(reader.ReadUint64(), 0x0123456789ABCDEFu);
  EXPECT_EQ(reader.ReadFloat(), -0.25F);
  EXPECT_EQ(reader.ReadBytes(3), "abc");
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
}

TEST(ByteStreamTest, BytesAreLittleEndian) {
  ByteWriter writer;
  writer.WriteUint32(0x01020304);

  EXPECT_EQ(writer.bytes(), "\x04\x03\x02\x01");
}

TEST(ByteStreamTest, ReadingBeyondTheEndGivesZerosForGood) {
  ByteReader reader("abc");

  EXPECT_EQ(reader.ReadUint32(), 0u);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.ReadBytes(1), "");
  EXPECT_FALSE(reader.ok());
}

TEST(ByteStreamTest, TellsWhetherItemsAreLeft) {
  const ByteReader reader("abcdefgh");

  EXPECT_TRUE(reader.Has(2, 4));
  EXPECT_FALSE(reader.Has(3, 4));
  EXPECT_FALSE(reader.Has(std::numeric_limits<size_t>::max(), 8));
}

TEST(ByteStreamTest, RefusesNumbersThatNoModelHas) {
  for (const float value : {std::numeric_limits<float>::quiet_NaN(),
                            std::numeric_limits<float>::infinity(), -1e30F}) {
    ByteWriter writer;
    writer.WriteFloat(value);
    ByteReader reader(writer.bytes());

    EXPECT_EQ(reader.ReadFloat(), 0) << value;
    EXPECT_FALSE(reader.ok()) << value;
  }
}

}  // namespace
}  // namespace quiver
