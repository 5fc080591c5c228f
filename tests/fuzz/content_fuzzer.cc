// Loads any bytes as a file of a small assistant, and checks what LoadCatalog()
// promises of every catalog.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "content/small_assistant.h"

namespace quiver {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void RequireResolved(const Condition& condition, const Catalog& catalog) {
  for (const Conjunction& all : condition) {
    Require(!all.empty());
    for (const auto& [entity, value] : all) {
      const Entity* found = catalog.FindEntity(entity);
      Require(found != nullptr);
      Require(value.empty() || found->Find(value) != nullptr);
    }
  }
}

void RequireSound(const Intent& intent, const Catalog& catalog) {
  Require(intent.kind != IntentKind::kQuestion ||
          catalog.FindDocument(intent.answer) != nullptr);
  Require(intent.kind != IntentKind::kSocial || !intent.replies.empty());
  RequireResolved(intent.needed, catalog);
  RequireResolved(intent.refused, catalog);
  for (const std::string& slot : intent.follow_ups) {
    Require(catalog.FindSlot(slot) != nullptr);
  }
}

void RequireSound(const Document& document, const Catalog& catalog) {
  Require(catalog.FindDocument(document.id) == &document);
  Require(!document.questions.empty() && !document.passages.empty());
  for (const Passage& passage : document.passages) {
    Require(!passage.blocks.empty() && !passage.sources.empty());
    for (const std::string& source : passage.sources) {
      Require(document.FindSource(source) != nullptr);
    }
  }
  for (const auto& [entity, value] : document.about) {
    Require(catalog.FindEntity(entity) != nullptr &&
            catalog.FindEntity(entity)->Find(value) != nullptr);
  }
}

void RequireSound(const Catalog& catalog) {
  for (const MessageKey& key : MessageKeys()) {
    Require(!catalog.Message(key.name, 7).empty());
  }
  for (const Slot& slot : catalog.slots) {
    Require(catalog.FindEntity(slot.name) != nullptr);
    Require(!slot.questions.empty());
    RequireResolved(slot.unless, catalog);
  }
  for (const Intent& intent : catalog.intents) RequireSound(intent, catalog);
  for (const SafetyRule& rule : catalog.safety_rules) {
    Require(!rule.when.empty() && !rule.message.empty());
    RequireResolved(rule.when, catalog);
  }
  for (const Document& document : catalog.documents) {
    RequireSound(document, catalog);
  }
}

void LoadWith(const char* path, std::string_view text) {
  Diagnostics diagnostics;
  const std::shared_ptr<const Catalog> catalog =
      LoadCatalog(SmallAssistantWith(path, text), diagnostics);
  Require((catalog == nullptr) == diagnostics.HasErrors());
  if (catalog != nullptr) RequireSound(*catalog);
  diagnostics.FormatAll();
}

}  // namespace
}  // namespace quiver

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  quiver::LoadWith(
      text.starts_with("---") ? "knowledge/small/x.md" : "intents/small/x.yaml",
      text);
  return 0;
}
