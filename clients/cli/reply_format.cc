#include "cli/reply_format.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <utility>

#include "absl/time/time.h"

namespace quiver {
namespace {

// A bar beside warnings, so that they stand out without colour too.
constexpr std::string_view kDangerBar = "!! ";

Paint PaintOf(v1::MessageKind kind) {
  switch (kind) {
    case v1::MESSAGE_KIND_SAFETY:
      return Paint::kDanger;
    case v1::MESSAGE_KIND_QUESTION:
      return Paint::kBold;
    case v1::MESSAGE_KIND_REMARK:
      return Paint::kDim;
    default:
      return Paint::kPlain;
  }
}

std::string SourceName(const v1::Source& source) {
  if (source.year() == 0) return source.organisation();
  return fmt::format("{} {}", source.organisation(), source.year());
}

std::string SourceNames(const v1::Citation& citation) {
  std::string names;
  for (const v1::Source& source : citation.sources()) {
    const std::string name = SourceName(source);
    if (names.find(name) != std::string::npos) continue;
    names += (names.empty() ? "" : "; ") + name;
  }
  return names;
}

// What a reader should know about how far a document was checked.
std::string Standing(const v1::Citation& citation) {
  return fmt::format("{}reviewed {}{}", citation.approved() ? "" : "draft, ",
                     citation.reviewed(),
                     citation.outdated() ? ", due to be reviewed again" : "");
}

class ReplyWriter {
 public:
  explicit ReplyWriter(const TextStyle& style) : style_(style) {}

  std::string Write(const v1::Reply& reply) {
    for (const v1::Message& message : reply.messages()) WriteMessage(message);
    WriteOptions(reply);
    WriteCitations(reply);
    return std::move(out_);
  }

 private:
  void Line(Paint paint, std::string_view text, std::string_view first = "",
            std::string_view indent = "") {
    const std::string wrapped =
        Wrapped(Printable(text), style_.width, first, indent);
    out_ += Painted(wrapped, paint, style_) + '\n';
  }

  void Gap() {
    if (!out_.empty()) out_ += '\n';
  }

  void WriteMessage(const v1::Message& message) {
    const Paint paint = PaintOf(message.kind());
    const std::string_view bar =
        paint == Paint::kDanger ? kDangerBar : std::string_view();
    Gap();
    bool first = true;
    for (const v1::Part& part : message.parts()) {
      if (!std::exchange(first, false)) out_ += fmt::format("{}\n", bar);
      WritePart(part, paint, bar);
    }
    if (message.parts().empty()) Line(paint, message.text(), bar, bar);
  }

  void WritePart(const v1::Part& part, Paint paint, std::string_view bar) {
    if (part.has_list()) return WriteList(part.list(), paint, bar);
    const std::string text =
        part.has_link()
            ? fmt::format("{}: {}", part.link().label(), part.link().url())
            : part.paragraph().text();
    Line(paint, text, bar, bar);
  }

  void WriteList(const v1::List& list, Paint paint, std::string_view bar) {
    int number = 0;
    for (const std::string& item : list.items()) {
      ++number;
      const std::string mark =
          list.ordered() ? fmt::format("{}.", number) : std::string("-");
      Line(paint, item, fmt::format("{}  {} ", bar, mark),
           fmt::format("{}{}", bar, std::string(mark.size() + 3, ' ')));
    }
  }

  void WriteOptions(const v1::Reply& reply) {
    if (reply.options().empty()) return;
    Gap();
    int number = 0;
    for (const v1::Option& option : reply.options()) {
      Line(Paint::kAccent, option.label(), fmt::format("{:>4}  ", ++number));
    }
    if (reply.multiple()) {
      Line(Paint::kDim, "Several may fit: 1, 3", "      ");
    }
  }

  void WriteCitations(const v1::Reply& reply) {
    if (reply.citations().empty()) return;
    Gap();
    for (const v1::Citation& citation : reply.citations()) {
      Line(Paint::kDim,
           fmt::format("{}. {} ({})", citation.title(), SourceNames(citation),
                       Standing(citation)),
           "Source: ", "  ");
    }
  }

  const TextStyle style_;
  std::string out_;
};

std::string FormatTime(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d %H:%M",
                          absl::FromUnixSeconds(time.seconds()),
                          absl::LocalTimeZone());
}

}  // namespace

std::string FormatReply(const v1::Reply& reply, const TextStyle& style) {
  return ReplyWriter(style).Write(reply);
}

std::string FormatSources(const v1::Reply& reply, const TextStyle& style) {
  std::string text;
  for (const v1::Citation& citation : reply.citations()) {
    if (!text.empty()) text += '\n';
    text += Wrapped(Printable(fmt::format("{} ({})", citation.title(),
                                          Standing(citation))),
                    style.width) +
            '\n';
    for (const v1::Source& source : citation.sources()) {
      std::string line =
          fmt::format("{}: {}", source.organisation(), source.title());
      if (source.year() != 0) line += fmt::format(", {}", source.year());
      if (!source.note().empty()) line += fmt::format(" ({})", source.note());
      if (!source.url().empty()) line += fmt::format(" {}", source.url());
      text += Wrapped(Printable(line), style.width, "  - ") + '\n';
    }
  }
  return text;
}

std::string FormatSession(const v1::Session& session, const TextStyle& style) {
  std::string text = fmt::format("Turn {}, kept until {}.\n", session.turn(),
                                 FormatTime(session.expire_time()));
  for (const v1::Slot& slot : session.slots()) {
    text += Wrapped(Printable(FormatSlot(slot)), style.width, "  - ") + '\n';
  }
  if (session.slots().empty()) text += "  Nothing about you is remembered.\n";
  return text;
}

namespace {

// What the visitor said of a reply, as a paragraph; empty when that is nothing.
std::string FormatFeedback(const v1::Turn& turn, const TextStyle& style) {
  if (!turn.has_feedback()) return "";
  const v1::Feedback& feedback = turn.feedback();
  std::string text = feedback.rating() == v1::RATING_HELPFUL
                         ? "Rated: this helped."
                         : "Rated: this did not help.";
  if (!feedback.comment().empty()) {
    text += fmt::format(" \"{}\"", feedback.comment());
  }
  return Painted(Wrapped(Printable(text), style.width), Paint::kDim, style) +
         '\n';
}

}  // namespace

std::string FormatTurn(const v1::Turn& turn, const TextStyle& style) {
  const std::string when =
      fmt::format("{}  turn {}", FormatTime(turn.create_time()), turn.turn());
  const std::string said = Wrapped(Printable(turn.input()), style.width, "> ");
  return fmt::format("{}\n{}\n\n{}{}", Painted(when, Paint::kDim, style),
                     Painted(said, Paint::kBold, style),
                     FormatReply(turn.reply(), style),
                     FormatFeedback(turn, style));
}

std::string FormatSlot(const v1::Slot& slot) {
  if (slot.declined()) return slot.name() + " declined";
  return fmt::format("{}{}={}{}{}", slot.negated() ? "not " : "", slot.name(),
                     slot.value(), slot.side().empty() ? "" : " ", slot.side());
}

std::string FormatJson(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string json;
  const auto status =
      google::protobuf::util::MessageToJsonString(message, &json, options);
  return status.ok() ? json : "{}";
}

}  // namespace quiver
