#include "knowledge/shipped_assistant.h"

#include <utility>

#include "base/diagnostics.h"
#include "base/status_macros.h"
#include "conversation/turn_taking.h"

namespace quiver {
namespace {

// Replies do not depend on the day, but for a remark on outdated documents.
const absl::CivilDay kToday(2000, 1, 1);

}  // namespace

absl::StatusOr<ShippedAssistant> ShippedAssistant::Load() {
  ShippedAssistant shipped;
  QUIVER_ASSIGN_OR_RETURN(shipped.dictionary_,
                          ReadDictionary({"/usr/share/dict/american-english",
                                          "/usr/share/dict/british-english"}));
  Diagnostics diagnostics;
  auto assistant =
      LoadAssistant(QUIVER_SOURCE_DIR, "muscle_twitching", *shipped.dictionary_,
                    TrainModels, diagnostics);
  if (!assistant.ok()) {
    return absl::Status(assistant.status().code(), diagnostics.FormatAll());
  }
  shipped.assistant_ = *std::move(assistant);
  return shipped;
}

Reply ShippedAssistant::Answer(const std::string& message) const {
  VisitorInput input;
  input.text = message;
  return DecideTurn(*assistant_, input, SessionState(), kToday, false)
      .record.reply;
}

}  // namespace quiver
