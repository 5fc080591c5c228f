#include "content/message_keys.h"

namespace quiver {

const std::vector<MessageKey>& MessageKeys() {
  static const std::vector<MessageKey>& keys = *new std::vector<MessageKey>{
      {"clarify", {}},
      {"clarify_none", {}},
      {"fallback", {}},
      {"fallback_again", {}},
      {"fallback_detail", {}, "fallback"},
      {"handover", {"contact"}},
      {"resume", {}},
      {"unsure", {}},
      {"nothing_asked", {}},
      {"skipped", {}},
      {"again", {}},
      {"corrected", {"value"}},
      {"removed", {"value"}},
      {"denied", {"value"}},
      {"help", {}},
      {"restarted", {}},
      {"went_back", {}},
      {"nothing_yet", {}},
      {"recall", {}},
      {"recall_empty", {}},
      {"forgotten", {}},
      {"summary", {}},
      {"more_nothing", {}},
      {"rejected", {}},
      {"outdated", {"title"}},
      {"stale_option", {}},
      {"after_urgent", {}},
      {"urgent_stands", {}, "after_urgent"},
      {"yes_label", {}},
      {"no_label", {}},
      {"unsure_label", {}},
      {"other_language", {}},
  };
  return keys;
}

}  // namespace quiver
