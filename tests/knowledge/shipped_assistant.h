#ifndef QUIVER_TESTS_KNOWLEDGE_SHIPPED_ASSISTANT_H_
#define QUIVER_TESTS_KNOWLEDGE_SHIPPED_ASSISTANT_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "conversation/assistant.h"
#include "dialogue/reply.h"
#include "text/dictionary.h"

namespace quiver {

// The shipped assistant as it serves: with the model learnt from its examples.
// An immutable value.
class ShippedAssistant {
 public:
  // Fails as LoadAssistant(); mistakes of the authors are in the message.
  static absl::StatusOr<ShippedAssistant> Load();

  const Catalog& catalog() const { return *assistant_->catalog; }

  // The reply to `message` as the first of a conversation.
  Reply Answer(const std::string& message) const;

 private:
  ShippedAssistant() = default;

  std::unique_ptr<Dictionary> dictionary_;
  std::shared_ptr<const Assistant> assistant_;
};

}  // namespace quiver

#endif  // QUIVER_TESTS_KNOWLEDGE_SHIPPED_ASSISTANT_H_
