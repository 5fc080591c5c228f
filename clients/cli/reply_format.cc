#include "cli/reply_format.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <string_view>

namespace quiver {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kPlain = "\x1b[0m";

// Columns of UTF-8 `text`, one a character.
size_t Columns(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      }));
}

// What a terminal would take for commands is left out.
std::string Printable(std::string_view text) {
  std::string printable;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0x7f || (byte < ' ' && c != '\n')) continue;
    printable += c;
  }
  return printable;
}

// Breaks `text` between words; lines after the first start with `indent`.
std::string Wrap(std::string_view text, size_t width, std::string_view indent) {
  std::string wrapped;
  size_t column = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t columns = Columns(word);
    if (column > indent.size() && column + 1 + columns > width) {
      wrapped += fmt::format("\n{}", indent);
      column = indent.size();
    } else if (column > 0) {
      wrapped += ' ';
      ++column;
    }
    wrapped += word;
    column += columns;
  }
  return wrapped;
}

class ReplyWriter {
 public:
  explicit ReplyWriter(const ReplyStyle& style) : style_(style) {}

  std::string Write(const v1::SendMessageResponse& response) {
    for (const v1::Message& message : response.reply().messages()) {
      WriteMessage(message);
    }
    WriteOptions(response.reply());
    WriteCitations(response.reply());
    if (style_.trace) WriteTrace(response.trace());
    return std::move(out_);
  }

 private:
  std::string_view Colour(std::string_view code) const {
    return style_.colour ? code : std::string_view();
  }

  void Line(std::string_view colour, std::string_view first,
            std::string_view text, std::string_view indent) {
    const std::string wrapped = Wrap(
        Printable(text), static_cast<size_t>(style_.width) - first.size(), "");
    std::string body;
    for (const char c : wrapped) {
      body += c;
      if (c == '\n') body += indent;
    }
    out_ += fmt::format("{}{}{}{}\n", Colour(colour), first, body,
                        colour.empty() ? std::string_view() : Colour(kPlain));
  }

  std::string_view ColourOf(v1::MessageKind kind) const {
    switch (kind) {
      case v1::MESSAGE_KIND_SAFETY:
        return kRed;
      case v1::MESSAGE_KIND_QUESTION:
        return kBold;
      case v1::MESSAGE_KIND_REMARK:
        return kDim;
      default:
        return {};
    }
  }

  void WriteMessage(const v1::Message& message) {
    const std::string_view colour = ColourOf(message.kind());
    for (const v1::Part& part : message.parts()) {
      if (part.has_paragraph()) {
        Line(colour, "", part.paragraph().text(), "");
      } else if (part.has_link()) {
        Line(colour, "", part.link().label() + ": " + part.link().url(), "");
      } else {
        WriteList(part.list(), colour);
      }
    }
    out_ += '\n';
  }

  void WriteList(const v1::List& list, std::string_view colour) {
    int number = 0;
    for (const std::string& item : list.items()) {
      ++number;
      const std::string mark =
          list.ordered() ? fmt::format("  {}. ", number) : "  - ";
      Line(colour, mark, item, std::string(mark.size(), ' '));
    }
  }

  void WriteOptions(const v1::Reply& reply) {
    int number = 0;
    for (const v1::Option& option : reply.options()) {
      Line(kCyan, fmt::format("  [{}] ", ++number), option.label(), "      ");
    }
    if (number > 0) out_ += '\n';
  }

  void WriteCitations(const v1::Reply& reply) {
    for (const v1::Citation& citation : reply.citations()) {
      std::string sources;
      for (const v1::Source& source : citation.sources()) {
        if (!sources.empty()) sources += "; ";
        sources += source.organisation();
        if (source.year() != 0) sources += fmt::format(" {}", source.year());
      }
      Line(kDim, "  ",
           fmt::format("Source: {} ({}), reviewed {}{}", citation.title(),
                       sources, citation.reviewed(),
                       citation.outdated() ? ", review overdue" : ""),
           "  ");
    }
    if (!reply.citations().empty()) out_ += '\n';
  }

  void WriteTrace(const v1::Trace& trace) {
    for (const v1::TraceStep& step : trace.steps()) {
      Line(kDim, fmt::format("  {:<11} ", step.stage()), step.detail(),
           "              ");
    }
    if (!trace.steps().empty()) out_ += '\n';
  }

  const ReplyStyle style_;
  std::string out_;
};

}  // namespace

std::string FormatReply(const v1::SendMessageResponse& response,
                        const ReplyStyle& style) {
  return ReplyWriter(style).Write(response);
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
