#include "main/announcement.h"

#include <fmt/format.h>

#include "absl/strings/str_join.h"

namespace quiver {
namespace {

std::string PortLine(std::string_view what, int port) {
  if (port == 0) return fmt::format("  {:<11}not served\n", what);
  return fmt::format("  {:<11}port {}\n", what, port);
}

}  // namespace

std::string JoinedNames(const std::vector<std::string>& names) {
  return absl::StrJoin(names, ", ");
}

std::string Announcement(std::string_view version, const Listening& listening) {
  std::string text = fmt::format("Quiver {} serves {}.\n", version,
                                 JoinedNames(listening.assistants));
  text += PortLine("gRPC", listening.grpc_port);
  text += PortLine("authoring", listening.authoring_port);
  text += PortLine("browsers", listening.http_port);
  if (listening.http_port != 0 && listening.has_pages) {
    text += fmt::format("Open a page:  {}://localhost:{}/\n",
                        listening.encrypted ? "https" : "http",
                        listening.http_port);
  }
  text += fmt::format("Talk to it:   quiver --server localhost:{} chat\n",
                      listening.grpc_port);
  return text;
}

}  // namespace quiver
