#ifndef QUIVER_LEARN_BYTE_STREAM_H_
#define QUIVER_LEARN_BYTE_STREAM_H_

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quiver {

// Writes numbers as little-endian bytes, the same on every machine.
class ByteWriter {
 public:
  void WriteUint32(uint32_t value) { WriteLittleEndian(value, 4); }
  void WriteUint64(uint64_t value) { WriteLittleEndian(value, 8); }
  void WriteFloat(float value) { WriteUint32(std::bit_cast<uint32_t>(value)); }
  void WriteBytes(std::string_view bytes) { bytes_ += bytes; }

  const std::string& bytes() const { return bytes_; }

 private:
  void WriteLittleEndian(uint64_t value, int size) {
    for (int i = 0; i < size; ++i) {
      bytes_ += static_cast<char>(value >> (8 * i));
    }
  }

  std::string bytes_;
};

// Reads what a ByteWriter wrote.  Reading beyond the end gives zeros and
// makes `ok()` false for good: check once, after the last read.
class ByteReader {
 public:
  static constexpr float kLargestFloat = 1e9F;

  // `bytes` must outlive the reader.
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint32_t ReadUint32() { return static_cast<uint32_t>(ReadLittleEndian(4)); }
  uint64_t ReadUint64() { return ReadLittleEndian(8); }
  // Numbers beyond kLargestFloat are none that a model has: they make `ok()`
  // false too.
  float ReadFloat() {
    const auto value = std::bit_cast<float>(ReadUint32());
    if (std::abs(value) <= kLargestFloat) return value;
    ok_ = false;
    return 0;
  }
  std::string_view ReadBytes(size_t size) {
    if (!Has(1, size)) {
      ok_ = false;
      bytes_ = {};
      return {};
    }
    const std::string_view read = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return read;
  }

  // Whether `count` items of `size` bytes each are left.  Ask before making
  // room for as many.
  bool Has(size_t count, size_t size) const {
    return size == 0 || count <= bytes_.size() / size;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  uint64_t ReadLittleEndian(size_t size) {
    uint64_t value = 0;
    const std::string_view read = ReadBytes(size);
    for (size_t i = 0; i < read.size(); ++i) {
      value |= uint64_t{static_cast<unsigned char>(read[i])} << (8 * i);
    }
    return value;
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace quiver

#endif  // QUIVER_LEARN_BYTE_STREAM_H_
