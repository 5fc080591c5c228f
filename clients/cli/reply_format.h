#ifndef QUIVER_CLI_REPLY_FORMAT_H_
#define QUIVER_CLI_REPLY_FORMAT_H_

#include <string>

#include "quiver/v1/assistant.pb.h"

namespace quiver {

// How replies look in a terminal.
struct ReplyStyle {
  bool colour = false;
  int width = 80;  // Columns.
  bool trace = false;
};

// `response` as text that ends in a line break: messages, numbered options,
// sources.  Control characters of the content are left out.
std::string FormatReply(const v1::SendMessageResponse& response,
                        const ReplyStyle& style);

// `message` as one line of JSON, with the field names of the proto files.
std::string FormatJson(const google::protobuf::Message& message);

}  // namespace quiver

#endif  // QUIVER_CLI_REPLY_FORMAT_H_
