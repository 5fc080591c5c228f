#ifndef QUIVER_CLI_CHOICE_H_
#define QUIVER_CLI_CHOICE_H_

#include <string>
#include <vector>

#include "quiver/v1/assistant.pb.h"

namespace quiver {

// Ids of the options of `reply` that `text` chooses by number: "2", and "1, 3"
// where several may be chosen.  Empty when it is not a choice but a message.
std::vector<std::string> ChosenOptions(const std::string& text,
                                       const v1::Reply& reply);

}  // namespace quiver

#endif  // QUIVER_CLI_CHOICE_H_
