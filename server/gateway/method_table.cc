#include "gateway/method_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace quiver {

absl::StatusOr<const google::protobuf::MethodDescriptor*> FindWebMethod(
    std::string_view path) {
  const size_t slash = path.find('/', 1);
  std::string name(path.substr(path.empty() ? 0 : 1));
  if (slash != std::string_view::npos) name[slash - 1] = '.';
  const google::protobuf::MethodDescriptor* method =
      google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(
          name);
  if (method == nullptr || slash == std::string_view::npos) {
    return absl::UnimplementedError(fmt::format("there is no method {}", path));
  }
  if (method->client_streaming()) {
    return absl::UnimplementedError(fmt::format(
        "{} takes a stream of messages, which browsers cannot send; use a "
        "native gRPC client, or a method that takes one message",
        path));
  }
  return method;
}

}  // namespace quiver
