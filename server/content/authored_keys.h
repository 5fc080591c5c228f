#ifndef QUIVER_CONTENT_AUTHORED_KEYS_H_
#define QUIVER_CONTENT_AUTHORED_KEYS_H_

#include <string_view>
#include <vector>

namespace quiver {

// A key that authors may write.
struct AuthoredKey {
  std::string_view name;
  bool required = false;
};

// A kind of thing that authors describe by keys.
struct AuthoredObject {
  std::string_view name;  // "entity"
  std::vector<AuthoredKey> keys;
};

// The format, as docs/authoring.md describes it and schemas/ repeats it for
// editors.
const AuthoredObject& FileKeys();
const AuthoredObject& AssistantKeys();
const AuthoredObject& EntityKeys();
const AuthoredObject& ValueKeys();
const AuthoredObject& SlotKeys();
const AuthoredObject& IntentKeys();
const AuthoredObject& SafetyRuleKeys();
const AuthoredObject& DocumentKeys();
const AuthoredObject& SourceKeys();

}  // namespace quiver

#endif  // QUIVER_CONTENT_AUTHORED_KEYS_H_
