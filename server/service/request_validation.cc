#include "service/request_validation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <vector>

#include "service/error_details.h"
#include "text/reader.h"

namespace quiver {
namespace {

constexpr size_t kMaxAssistantName = 64;
constexpr size_t kMinRequestId = 16;
constexpr size_t kMaxRequestId = 64;
constexpr int kMaxOptions = 32;
constexpr size_t kMaxOptionId = 48;
constexpr size_t kMaxLanguageCode = 35;
constexpr size_t kMaxChannel = 32;
constexpr size_t kMaxComment = 1000;
constexpr char kNoSessionId[] =
    "must be the 32 hexadecimal digits that an earlier response gave";

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsLetter(char c) { return IsLower(c) || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsAssistantName(std::string_view name) {
  return name.size() <= kMaxAssistantName &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return IsLower(c) || IsDigit(c) || c == '_';
         });
}

bool IsRequestId(std::string_view id) {
  return id.size() >= kMinRequestId && id.size() <= kMaxRequestId &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return IsLetter(c) || IsDigit(c) || c == '-' || c == '_';
         });
}

bool IsOptionId(std::string_view id) {
  return !id.empty() && id.size() <= kMaxOptionId &&
         std::all_of(id.begin(), id.end(),
                     [](char c) { return c > ' ' && c < 0x7f; });
}

bool IsLanguageCode(std::string_view code) {
  return code.size() <= kMaxLanguageCode &&
         std::all_of(code.begin(), code.end(), [](char c) {
           return IsLetter(c) || IsDigit(c) || c == '-';
         });
}

bool IsChannel(std::string_view channel) {
  return channel.size() <= kMaxChannel &&
         std::all_of(channel.begin(), channel.end(), [](char c) {
           return IsLower(c) || IsDigit(c) || c == '_' || c == '-';
         });
}

// Collects what is wrong with one request.
class Violations {
 public:
  explicit Violations(std::string_view path = "") : path_(path) {}

  void Add(std::string_view field, std::string description) {
    violations_.push_back(
        {fmt::format("{}{}", path_, field), std::move(description)});
  }
  void Require(bool holds, std::string_view field,
               std::string_view description) {
    if (!holds) Add(field, std::string(description));
  }
  absl::Status status() const {
    return violations_.empty() ? absl::OkStatus() : InvalidFields(violations_);
  }

 private:
  const std::string_view path_;
  std::vector<FieldViolation> violations_;
};

void CheckIds(const v1::SendMessageRequest& request, Violations& violations) {
  violations.Require(IsAssistantName(request.assistant()), "assistant",
                     "must be at most 64 bytes of a-z, 0-9 and _");
  violations.Require(
      request.session_id().empty() || SessionId::Parse(request.session_id()),
      "session_id",
      "must be the 32 hexadecimal digits that an earlier response gave, or "
      "empty");
  violations.Require(
      request.request_id().empty() || IsRequestId(request.request_id()),
      "request_id",
      "must be 16 to 64 bytes of A-Z, a-z, 0-9, - and _, such as a UUID, or "
      "empty");
  violations.Require(IsLanguageCode(request.language_code()), "language_code",
                     "must be a BCP 47 language tag such as en-GB, or empty");
  violations.Require(IsChannel(request.channel()), "channel",
                     "must be at most 32 bytes of a-z, 0-9, _ and -");
}

bool HasVisibleText(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ';
  });
}

void CheckText(const std::string& text, const RequestLimits& limits,
               Violations& violations) {
  if (text.size() > limits.max_text_bytes) {
    violations.Add("text", fmt::format("is {} bytes long; at most {} are taken",
                                       text.size(), limits.max_text_bytes));
    return;
  }
  violations.Require(IsValidUtf8(text), "text", "is not valid UTF-8");
  violations.Require(HasVisibleText(text), "text", "holds nothing but space");
}

void CheckOptions(const v1::SendMessageRequest& request,
                  Violations& violations) {
  violations.Require(request.option_ids_size() <= kMaxOptions, "option_ids",
                     "holds more than 32 options");
  const int checked = std::min(request.option_ids_size(), kMaxOptions);
  for (int i = 0; i < checked; ++i) {
    violations.Require(IsOptionId(request.option_ids(i)),
                       fmt::format("option_ids[{}]", i),
                       "must be 1 to 48 bytes of printable ASCII");
  }
}

void CheckInput(const v1::SendMessageRequest& request,
                const RequestLimits& limits, Violations& violations) {
  const int inputs = (request.text().empty() ? 0 : 1) +
                     (request.option_ids().empty() ? 0 : 1) +
                     (request.event() == v1::EVENT_UNSPECIFIED ? 0 : 1);
  if (inputs != 1) {
    violations.Add("text",
                   "exactly one of text, option_ids and event is "
                   "required");
  }
  if (!request.text().empty()) CheckText(request.text(), limits, violations);
  CheckOptions(request, violations);
  violations.Require(v1::Event_IsValid(request.event()), "event",
                     "is not an event that this server knows");
}

VisitorEvent EventOf(v1::Event event) {
  switch (event) {
    case v1::EVENT_START:
      return VisitorEvent::kStart;
    case v1::EVENT_RESTART:
      return VisitorEvent::kRestart;
    default:
      return VisitorEvent::kNone;
  }
}

}  // namespace

absl::StatusOr<TurnRequest> ValidateTurn(const v1::SendMessageRequest& request,
                                         const RequestLimits& limits,
                                         std::string_view path) {
  Violations violations(path);
  CheckIds(request, violations);
  CheckInput(request, limits, violations);
  if (!violations.status().ok()) return violations.status();
  TurnRequest turn;
  turn.assistant = request.assistant();
  turn.session = SessionId::Parse(request.session_id());
  turn.request_id = request.request_id();
  turn.input.text = request.text();
  turn.input.option_ids.assign(request.option_ids().begin(),
                               request.option_ids().end());
  turn.input.event = EventOf(request.event());
  turn.include_trace = request.include_trace();
  return turn;
}

absl::StatusOr<SessionId> ValidateSessionId(const std::string& text) {
  const std::optional<SessionId> id = SessionId::Parse(text);
  if (id) return *id;
  return InvalidFields({{"session_id", kNoSessionId}});
}

absl::StatusOr<FeedbackRequest> ValidateFeedback(
    const v1::SubmitFeedbackRequest& request) {
  const std::optional<SessionId> id = SessionId::Parse(request.session_id());
  Violations violations;
  violations.Require(id.has_value(), "session_id", kNoSessionId);
  violations.Require(request.turn() > 0, "turn",
                     "must be the number of a turn, from 1");
  violations.Require(request.rating() == v1::RATING_HELPFUL ||
                         request.rating() == v1::RATING_NOT_HELPFUL,
                     "rating", "must be RATING_HELPFUL or RATING_NOT_HELPFUL");
  const std::string& comment = request.comment();
  violations.Require(comment.size() <= kMaxComment, "comment",
                     fmt::format("is {} bytes long; at most {} are taken",
                                 comment.size(), kMaxComment));
  violations.Require(IsValidUtf8(comment), "comment", "is not valid UTF-8");
  if (!violations.status().ok()) return violations.status();
  return FeedbackRequest{
      *id, request.turn(), {static_cast<Rating>(request.rating()), comment}};
}

absl::Status ValidateAssistantName(const std::string& name) {
  if (IsAssistantName(name)) return absl::OkStatus();
  return InvalidFields(
      {{"assistant", "must be at most 64 bytes of a-z, 0-9 and _"}});
}

absl::StatusOr<Page> ValidatePage(int32_t page_size, const std::string& token,
                                  int32_t usual, int32_t largest) {
  Violations violations;
  violations.Require(page_size >= 0 && page_size <= largest, "page_size",
                     fmt::format("must be 0 to {}", largest));
  Page page;
  page.size = static_cast<uint64_t>(page_size == 0 ? usual : page_size);
  const char* const last = token.data() + token.size();
  const auto [end, error] = std::from_chars(token.data(), last, page.after);
  // Stores count in signed numbers.
  const bool is_count = error == std::errc() && end == last &&
                        page.after <= std::numeric_limits<int64_t>::max();
  violations.Require(token.empty() || is_count, "page_token",
                     "must be the next_page_token of a response");
  if (!violations.status().ok()) return violations.status();
  return page;
}

std::string PageToken(uint64_t after) { return std::to_string(after); }

}  // namespace quiver
