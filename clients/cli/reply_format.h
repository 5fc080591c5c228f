#ifndef QUIVER_CLI_REPLY_FORMAT_H_
#define QUIVER_CLI_REPLY_FORMAT_H_

#include <google/protobuf/message.h>

#include <string>

#include "cli/terminal.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {

// How replies look in a terminal.  Each text ends in a line break, unless it
// is empty.  Control characters of the content are left out.

// Messages, numbered options, and a line for each document they are from.
std::string FormatReply(const v1::Reply& reply, const TextStyle& style);

// The sources of the documents, in full.
std::string FormatSources(const v1::Reply& reply, const TextStyle& style);

// What is remembered, one detail a line.
std::string FormatSession(const v1::Session& session, const TextStyle& style);

// A turn of the past: when, what was said, what was replied, how it was rated.
std::string FormatTurn(const v1::Turn& turn, const TextStyle& style);

// "body_part=calf left", "not trigger=caffeine", "trigger declined".
std::string FormatSlot(const v1::Slot& slot);

// `message` as one line of JSON, with the field names of the proto files; for
// programs, so all fields are there.
std::string FormatJson(const google::protobuf::Message& message);

}  // namespace quiver

#endif  // QUIVER_CLI_REPLY_FORMAT_H_
