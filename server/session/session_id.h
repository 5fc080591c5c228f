#ifndef QUIVER_SESSION_SESSION_ID_H_
#define QUIVER_SESSION_SESSION_ID_H_

#include <optional>
#include <string>
#include <string_view>

namespace quiver {

// Names a session: 128 unguessable bits, made by the server.  Whoever knows a
// session id may read the session, so it is never logged.
class SessionId {
 public:
  // Reads the 32 lower-case hexadecimal digits of ToString().  Anything else
  // is not a session id.
  static std::optional<SessionId> Parse(std::string_view text);

  // The id that `request_id` gives a new session of `assistant`: a keyed hash
  // (HMAC-SHA-256, first 128 bits) under the store's `secret`.  A retry of
  // the request that opened a session finds it again.  `previous` is the id
  // that the request named, empty for none.
  static SessionId Derive(std::string_view secret, std::string_view assistant,
                          std::string_view previous,
                          std::string_view request_id);

  std::string ToString() const;                        // 32 hexadecimal digits.
  const std::string& bytes() const { return bytes_; }  // 16 bytes.

  friend bool operator==(const SessionId&, const SessionId&) = default;

 private:
  explicit SessionId(std::string bytes) : bytes_(std::move(bytes)) {}

  std::string bytes_;
};

}  // namespace quiver

#endif  // QUIVER_SESSION_SESSION_ID_H_
