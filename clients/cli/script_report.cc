#include "cli/script_report.h"

#include <fmt/format.h>
#include <google/protobuf/struct.pb.h>

#include <algorithm>

#include "absl/strings/str_replace.h"
#include "cli/reply_format.h"
#include "cli/trace_format.h"

namespace quiver {
namespace {

std::string FormatDisappointment(const Disappointment& one,
                                 const TextStyle& style) {
  return fmt::format(
      "{}\n{}\n",
      Painted(Wrapped(Printable(one.expected), style.width, "    expected  "),
              Paint::kGood, style),
      Painted(Wrapped(Printable(one.actual), style.width, "    got       "),
              Paint::kDanger, style));
}

std::string FormatTurn(const std::string& file, const FailedTurn& turn,
                       const TextStyle& style) {
  std::string text = fmt::format(
      "{}\n",
      Painted(fmt::format("{}:{}: {}", file, turn.line, Printable(turn.said)),
              Paint::kBold, style));
  if (!turn.error.empty()) {
    return text + FormatDisappointment({0, "a reply", turn.error}, style);
  }
  for (const Disappointment& one : turn.disappointments) {
    text += FormatDisappointment(one, style);
  }
  return text + FormatTrace(turn.trace, "      | ", style);
}

google::protobuf::Value ToJson(const FailedTurn& turn) {
  google::protobuf::Value value;
  auto& fields = *value.mutable_struct_value()->mutable_fields();
  fields["line"].set_number_value(turn.line);
  fields["said"].set_string_value(turn.said);
  if (!turn.error.empty()) fields["error"].set_string_value(turn.error);
  auto& unmet = *fields["unmet"].mutable_list_value();
  for (const Disappointment& one : turn.disappointments) {
    auto& entry = *unmet.add_values()->mutable_struct_value()->mutable_fields();
    entry["line"].set_number_value(one.line);
    entry["expected"].set_string_value(one.expected);
    entry["actual"].set_string_value(one.actual);
  }
  auto& trace = *fields["trace"].mutable_list_value();
  for (const v1::TraceStep& step : turn.trace.steps()) {
    trace.add_values()->set_string_value(
        fmt::format("{}: {}", step.stage(), step.detail()));
  }
  return value;
}

std::string Escaped(const std::string& text) {
  return absl::StrReplaceAll(
      Printable(text),
      {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

int CountIf(const std::vector<ScriptResult>& results,
            bool (*counts)(const ScriptResult&)) {
  return static_cast<int>(
      std::count_if(results.begin(), results.end(), counts));
}

int CountFailed(const std::vector<ScriptResult>& results) {
  return CountIf(results,
                 [](const ScriptResult& result) { return !result.ok(); });
}

int CountSkipped(const std::vector<ScriptResult>& results) {
  return CountIf(results, [](const ScriptResult& result) {
    return !result.skipped.empty();
  });
}

std::string Counted(int count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string FormatResult(const ScriptResult& result, const TextStyle& style) {
  std::string text;
  for (const FailedTurn& turn : result.failed) {
    text += FormatTurn(result.file, turn, style) + '\n';
  }
  if (!result.skipped.empty()) {
    text +=
        Painted(fmt::format("{}: skipped: {}\n", result.file, result.skipped),
                Paint::kDim, style);
  }
  return text;
}

std::string FormatTotal(const std::vector<ScriptResult>& results,
                        const TextStyle& style) {
  int turns = 0;
  for (const ScriptResult& result : results) turns += result.turns;
  const int failed = CountFailed(results);
  const int skipped = CountSkipped(results);
  std::string text = fmt::format(
      "{}, {}: ", Counted(static_cast<int>(results.size()), "conversation"),
      Counted(turns, "turn"));
  if (skipped > 0) text += fmt::format("{} skipped, ", skipped);
  if (failed == 0) {
    return text + Painted("all as expected", Paint::kGood, style) + '\n';
  }
  return text +
         Painted(fmt::format("{} not as expected", failed), Paint::kDanger,
                 style) +
         '\n';
}

std::string FormatResultJson(const ScriptResult& result) {
  google::protobuf::Struct object;
  auto& fields = *object.mutable_fields();
  fields["file"].set_string_value(result.file);
  fields["ok"].set_bool_value(result.ok());
  fields["turns"].set_number_value(result.turns);
  if (!result.skipped.empty()) {
    fields["skipped"].set_string_value(result.skipped);
  }
  auto& failures = *fields["failures"].mutable_list_value();
  for (const FailedTurn& turn : result.failed) {
    *failures.add_values() = ToJson(turn);
  }
  return FormatJson(object);
}

std::string FormatJunit(const std::vector<ScriptResult>& results) {
  std::string xml = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuite name=\"conversations\" tests=\"{}\" failures=\"{}\" "
      "skipped=\"{}\">\n",
      results.size(), CountFailed(results), CountSkipped(results));
  for (const ScriptResult& result : results) {
    xml += fmt::format("  <testcase classname=\"conversations\" name=\"{}\">\n",
                       Escaped(result.file));
    if (!result.ok()) {
      xml += fmt::format("    <failure>{}</failure>\n",
                         Escaped(FormatResult(result, TextStyle())));
    }
    if (!result.skipped.empty()) {
      xml += fmt::format("    <skipped message=\"{}\"/>\n",
                         Escaped(result.skipped));
    }
    xml += "  </testcase>\n";
  }
  return xml + "</testsuite>\n";
}

}  // namespace quiver
