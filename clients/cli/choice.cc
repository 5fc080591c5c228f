#include "cli/choice.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace quiver {

std::vector<std::string> ChosenOptions(const std::string& text,
                                       const v1::Reply& reply) {
  std::vector<std::string> chosen;
  for (const absl::string_view word :
       absl::StrSplit(text, absl::ByAnyChar(", \t"), absl::SkipEmpty())) {
    int number = 0;
    if (!absl::SimpleAtoi(word, &number) || number < 1 ||
        number > reply.options_size()) {
      return {};
    }
    chosen.push_back(reply.options(number - 1).option_id());
  }
  if (chosen.size() > 1 && !reply.multiple()) return {};
  return chosen;
}

}  // namespace quiver
