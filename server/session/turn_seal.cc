#include "session/turn_seal.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "base/digest.h"
#include "base/status_macros.h"

namespace quiver {
namespace {

constexpr size_t kHalfKey = TurnSeal::kKeyBytes / 2;
constexpr size_t kTagBytes = 16;
constexpr size_t kMarkBytes = 16;
constexpr size_t kSizeBytes = 4;

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* cipher) const { EVP_CIPHER_CTX_free(cipher); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char* In(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* Out(std::string& bytes, size_t offset) {
  return reinterpret_cast<unsigned char*>(bytes.data()) + offset;
}

// `value`, least significant byte first.
std::string LittleEndian(uint64_t value, size_t size) {
  std::string bytes;
  for (size_t i = 0; i < size; ++i) {
    bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
  }
  return bytes;
}

// What a sealed turn is bound to.
std::string Bound(uint64_t number) {
  return LittleEndian(number, sizeof(number));
}

// What sealed feedback is bound to: no turn is, since it is longer.
std::string BoundFeedback(uint64_t turn) { return Bound(turn) + "f"; }

// A cipher under the first half of `key` that has taken in `bound`.
Cipher StartCipher(bool encrypt, std::string_view key, std::string_view nonce,
                   std::string_view bound) {
  Cipher cipher(EVP_CIPHER_CTX_new());
  EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, In(key),
                    In(nonce), encrypt ? 1 : 0);
  int size = 0;
  EVP_CipherUpdate(cipher.get(), nullptr, &size, In(bound),
                   static_cast<int>(bound.size()));
  return cipher;
}

// The parts that are sealed, in their order.
std::array<const std::string*, 4> PartsOf(const StoredTurn& turn) {
  return {&turn.request_id, &turn.fingerprint, &turn.state, &turn.reply};
}

std::string Pack(const StoredTurn& turn) {
  std::string packed;
  for (const std::string* part : PartsOf(turn)) {
    packed += LittleEndian(part->size(), kSizeBytes);
    packed += *part;
  }
  return packed;
}

// Takes one part off the front of `packed`; none when it is cut short.
std::optional<std::string> TakePart(std::string_view& packed) {
  if (packed.size() < kSizeBytes) return std::nullopt;
  size_t size = 0;
  for (size_t i = 0; i < kSizeBytes; ++i) {
    size |= size_t{static_cast<unsigned char>(packed[i])} << (8 * i);
  }
  packed.remove_prefix(kSizeBytes);
  if (packed.size() < size) return std::nullopt;
  std::string part(packed.substr(0, size));
  packed.remove_prefix(size);
  return part;
}

absl::StatusOr<StoredTurn> Unpack(std::string_view packed) {
  StoredTurn turn;
  for (std::string* part :
       {&turn.request_id, &turn.fingerprint, &turn.state, &turn.reply}) {
    std::optional<std::string> taken = TakePart(packed);
    if (!taken) return absl::DataLossError("a stored turn is cut short");
    *part = *std::move(taken);
  }
  return turn;
}

absl::Status Damaged() {
  return absl::DataLossError("session database: what is stored is damaged");
}

// The nonce, what `packed` is encrypted to, and the tag.
std::string Encrypt(std::string_view key, std::string_view nonce,
                    std::string_view bound, std::string_view packed) {
  constexpr size_t kNonceBytes = TurnSeal::kNonceBytes;
  std::string sealed(nonce);
  sealed.resize(kNonceBytes + packed.size() + kTagBytes);
  const Cipher cipher = StartCipher(true, key, nonce, bound);
  int size = 0;
  EVP_CipherUpdate(cipher.get(), Out(sealed, kNonceBytes), &size, In(packed),
                   static_cast<int>(packed.size()));
  EVP_CipherFinal_ex(cipher.get(), Out(sealed, kNonceBytes + packed.size()),
                     &size);
  EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes,
                      Out(sealed, kNonceBytes + packed.size()));
  return sealed;
}

// What Encrypt() was given; Damaged() when that was not exactly this.
absl::StatusOr<std::string> Decrypt(std::string_view key,
                                    std::string_view bound,
                                    std::string_view sealed) {
  constexpr size_t kNonceBytes = TurnSeal::kNonceBytes;
  if (sealed.size() < kNonceBytes + kTagBytes) return Damaged();
  const std::string_view nonce = sealed.substr(0, kNonceBytes);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  sealed = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
  const Cipher cipher = StartCipher(false, key, nonce, bound);
  std::string packed(sealed.size(), '\0');
  int size = 0;
  EVP_CipherUpdate(cipher.get(), Out(packed, 0), &size, In(sealed),
                   static_cast<int>(sealed.size()));
  EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes,
                      Out(tag, 0));
  // Only now is it known whether what was decrypted is what was encrypted.
  if (EVP_CipherFinal_ex(cipher.get(), Out(packed, packed.size()), &size) !=
      1) {
    return Damaged();
  }
  return packed;
}

}  // namespace

std::string TurnSeal::Seal(const StoredTurn& turn,
                           std::string_view nonce) const {
  return Encrypt(key_, nonce, Bound(turn.number), Pack(turn));
}

absl::StatusOr<StoredTurn> TurnSeal::Unseal(uint64_t number,
                                            std::string_view sealed) const {
  QUIVER_ASSIGN_OR_RETURN(const std::string packed,
                          Decrypt(key_, Bound(number), sealed));
  absl::StatusOr<StoredTurn> turn = Unpack(packed);
  if (turn.ok()) turn->number = number;
  return turn;
}

std::string TurnSeal::SealFeedback(const StoredFeedback& feedback,
                                   std::string_view nonce) const {
  return Encrypt(key_, nonce, BoundFeedback(feedback.turn), feedback.verdict);
}

absl::StatusOr<StoredFeedback> TurnSeal::UnsealFeedback(
    uint64_t turn, std::string_view sealed) const {
  StoredFeedback feedback;
  feedback.turn = turn;
  QUIVER_ASSIGN_OR_RETURN(feedback.verdict,
                          Decrypt(key_, BoundFeedback(turn), sealed));
  return feedback;
}

std::string TurnSeal::MarkOf(std::string_view request_id) const {
  // A keyed hash without the cost of HMAC: the key has one length, and what is
  // cut off a hash prevents that it is continued.
  std::string keyed = key_.substr(kHalfKey);
  return Sha256(keyed.append(request_id)).substr(0, kMarkBytes);
}

}  // namespace quiver
