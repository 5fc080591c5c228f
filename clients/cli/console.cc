#include "cli/console.h"

#include <fmt/format.h>
#include <google/protobuf/struct.pb.h>

#include <cstdio>

#include "cli/reply_format.h"

namespace quiver {
namespace {

void WriteTo(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

std::string JsonError(const absl::Status& status) {
  google::protobuf::Struct object;
  auto& error = *(*object.mutable_fields())["error"]
                     .mutable_struct_value()
                     ->mutable_fields();
  error["code"].set_string_value(absl::StatusCodeToString(status.code()));
  error["message"].set_string_value(status.message().data(),
                                    status.message().size());
  const std::string advice = AdviceFor(status);
  if (!advice.empty()) error["advice"].set_string_value(advice);
  return FormatJson(object);
}

}  // namespace

Console::Console(const Settings& settings)
    : style_(StyleFor(stdout, settings.no_colour, settings.width)),
      error_style_(StyleFor(stderr, settings.no_colour, settings.width)),
      json_(settings.json) {}

void Console::Print(std::string_view text) const { WriteTo(stdout, text); }

void Console::PrintJson(const google::protobuf::Message& message) const {
  WriteTo(stdout, FormatJson(message) + "\n");
}

void Console::Remark(std::string_view text) const {
  WriteTo(stderr, Painted(text, Paint::kDim, error_style_) + "\n");
}

int Console::Report(const absl::Status& status) const {
  if (json_) {
    WriteTo(stderr, JsonError(status) + "\n");
    return ExitCodeOf(status);
  }
  if (!absl::IsCancelled(status)) {
    std::string text = fmt::format(
        "{} {}\n", Painted("quiver:", Paint::kDanger, error_style_),
        Printable({status.message().data(), status.message().size()}));
    const std::string advice = AdviceFor(status);
    if (!advice.empty()) text += advice + "\n";
    WriteTo(stderr, text);
  }
  return ExitCodeOf(status);
}

std::string AdviceFor(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnavailable:
      return "Start one with \"scripts/serve\" (or \"quiver-server\"), or name "
             "another one with --server HOST:PORT or QUIVER_SERVER.";
    case absl::StatusCode::kDeadlineExceeded:
      return "The server took too long. Try again, or allow more with "
             "--timeout SECONDS.";
    case absl::StatusCode::kUnimplemented:
      return "Is the server older than this program, or is it the authoring "
             "port that was meant (--authoring-server)?";
    default:
      return "";
  }
}

int ExitCodeOf(const absl::Status& status) {
  if (status.ok()) return kExitOk;
  if (absl::IsCancelled(status)) return kExitInterrupted;
  return kExitCallFailed + static_cast<int>(status.code());
}

}  // namespace quiver
