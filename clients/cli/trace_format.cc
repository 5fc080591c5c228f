#include "cli/trace_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "cli/reply_format.h"

namespace quiver {
namespace {

constexpr size_t kHashDigits = 12;
constexpr int kMostMeanings = 5;

// What the stages of the engine are to an author.
std::string_view HeadingOf(std::string_view stage) {
  if (stage == "text") return "As it was read";
  if (stage == "understand") return "What it was taken to mean";
  if (stage == "dialogue") return "What was decided";
  return stage;
}

std::string ShortName(const std::string& name, std::string_view prefix) {
  return absl::AsciiStrToLower(name.substr(prefix.size()));
}

class ExplanationWriter {
 public:
  explicit ExplanationWriter(const TextStyle& style) : style_(style) {}

  std::string Write(const v1::SendMessageResponse& response) {
    WriteSummary(response);
    WriteMeanings(response.understanding());
    WriteDetails(response.understanding());
    out_ += '\n';
    out_ += FormatTrace(response.trace(), "", style_);
    Heading("The reply");
    out_ += FormatReply(response.reply(), style_);
    return std::move(out_);
  }

 private:
  void Heading(std::string_view text) {
    out_ += fmt::format("\n{}\n", Painted(text, Paint::kBold, style_));
  }

  void Field(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ +=
        Wrapped(Printable(value), style_.width, fmt::format("{:<12}", name)) +
        '\n';
  }

  void WriteSummary(const v1::SendMessageResponse& response) {
    const v1::Reply& reply = response.reply();
    const v1::Understanding& understanding = response.understanding();
    Field("Outcome", OutcomeName(reply.outcome()));
    Field("Urgency", UrgencyName(reply.urgency()));
    Field("Asks for", reply.pending_slot());
    Field("Documents", Joined(reply.citations(), [](const auto& citation) {
            return citation.document_id();
          }));
    Field("Danger", Joined(understanding.safety_rules(),
                           [](const std::string& rule) { return rule; }));
    Field("Read as", understanding.corrected_text());
    Field("Content", response.content_hash().substr(0, kHashDigits));
  }

  template <typename Items, typename Name>
  static std::string Joined(const Items& items, const Name& name) {
    std::string joined;
    for (const auto& item : items) {
      joined += (joined.empty() ? "" : ", ") + name(item);
    }
    return joined;
  }

  void WriteMeanings(const v1::Understanding& understanding) {
    if (understanding.intents().empty()) return;
    Heading("Meanings, most likely first");
    int written = 0;
    for (const v1::RankedIntent& intent : understanding.intents()) {
      if (++written > kMostMeanings) break;
      out_ += fmt::format("  {:.2f}  {:<10} {}\n", intent.confidence(),
                          intent.method(), Printable(intent.intent()));
    }
  }

  void WriteDetails(const v1::Understanding& understanding) {
    if (understanding.slots().empty()) return;
    Heading("Details");
    for (const v1::Slot& slot : understanding.slots()) {
      out_ += fmt::format("  {}\n", Printable(FormatSlot(slot)));
    }
  }

  const TextStyle style_;
  std::string out_;
};

}  // namespace

std::string FormatTrace(const v1::Trace& trace, std::string_view margin,
                        const TextStyle& style) {
  std::string text;
  std::string_view stage;
  for (const v1::TraceStep& step : trace.steps()) {
    if (step.stage() != stage) {
      if (!text.empty()) text += fmt::format("{}\n", margin);
      stage = step.stage();
      text += fmt::format("{}{}\n", margin,
                          Painted(HeadingOf(stage), Paint::kBold, style));
    }
    text +=
        Wrapped(Printable(step.detail()), style.width,
                fmt::format("{}  ", margin), fmt::format("{}      ", margin)) +
        '\n';
  }
  return text;
}

std::string FormatExplanation(const v1::SendMessageResponse& response,
                              const TextStyle& style) {
  return ExplanationWriter(style).Write(response);
}

std::string OutcomeName(v1::Outcome outcome) {
  return ShortName(v1::Outcome_Name(outcome), "OUTCOME_");
}

std::string UrgencyName(v1::Urgency urgency) {
  return ShortName(v1::Urgency_Name(urgency), "URGENCY_");
}

}  // namespace quiver
