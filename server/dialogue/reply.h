#ifndef QUIVER_DIALOGUE_REPLY_H_
#define QUIVER_DIALOGUE_REPLY_H_

#include <string>
#include <string_view>
#include <vector>

#include "content/document.h"

namespace quiver {

// Numbered as quiver.v1.Outcome; a test holds the two together.
enum class Outcome {
  kAnswered = 1,
  kAsked = 2,
  kClarify = 3,
  kFallback = 4,
  kSafety = 5,
  kSocial = 6,
  kControl = 7,
};

// "answered" of kAnswered, and so on: as logs, metrics and reports call it.
std::string_view OutcomeName(Outcome outcome);

// Numbered as quiver.v1.Urgency.
enum class Urgency {
  kNone = 1,
  kSeeDoctor = 2,
  kSameDay = 3,
  kEmergency = 4,
};

// Numbered as quiver.v1.MessageKind.
enum class MessageKind {
  kAnswer = 1,
  kSafety = 2,
  kQuestion = 3,
  kRemark = 4,
};

// A part of a reply that belongs together.
struct Message {
  MessageKind kind = MessageKind::kAnswer;
  std::vector<Block> blocks;

  friend bool operator==(const Message&, const Message&) = default;
};

// A document that a reply is taken from.
struct Citation {
  std::string document_id;
  std::string topic;
  std::string title;
  std::vector<Source> sources;  // Of the passages that were used.
  std::string reviewed;         // YYYY-MM-DD.
  bool outdated = false;
  bool approved = false;

  friend bool operator==(const Citation&, const Citation&) = default;
};

// An answer offered for tapping.  Ids are "<slot>.<value>", "doc.<id>" or one
// of the words below; at most 48 bytes.
struct Option {
  std::string option_id;
  std::string label;
  std::string document_id;  // Empty unless it stands for a document.
  std::string topic;

  friend bool operator==(const Option&, const Option&) = default;
};

inline constexpr char kUnsureOption[] = "unsure";
inline constexpr char kNoneOption[] = "none";
inline constexpr char kDocumentOptionPrefix[] = "doc.";

// What the assistant says.
struct Reply {
  std::vector<Message> messages;
  std::vector<Citation> citations;
  std::vector<Option> options;
  std::string picker;
  Outcome outcome = Outcome::kAnswered;
  Urgency urgency = Urgency::kNone;
  std::string pending_slot;
  bool handover = false;
  bool multiple = false;

  friend bool operator==(const Reply&, const Reply&) = default;
};

}  // namespace quiver

#endif  // QUIVER_DIALOGUE_REPLY_H_
