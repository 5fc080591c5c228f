#ifndef QUIVER_CONTENT_MESSAGE_KEYS_H_
#define QUIVER_CONTENT_MESSAGE_KEYS_H_

#include <string_view>
#include <vector>

namespace quiver {

// A sentence of the system that authors word.
struct MessageKey {
  std::string_view name;
  std::vector<std::string_view> fields;  // Placeholders it may hold.
  // The message that is said where an author gives none; empty: it is required.
  std::string_view instead = {};
};

// Every message that the dialogue may say.  docs/authoring.md says when.
const std::vector<MessageKey>& MessageKeys();

}  // namespace quiver

#endif  // QUIVER_CONTENT_MESSAGE_KEYS_H_
