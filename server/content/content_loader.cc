#include "content/content_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <utility>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/string_map.h"
#include "content/assistant_reader.h"
#include "content/document_reader.h"
#include "content/limits.h"
#include "content/parsed_file.h"
#include "content/read_context.h"
#include "content/sections.h"
#include "content/yaml_node.h"

namespace quiver {
namespace {

// A thread is worth its start from about this many documents on.
constexpr size_t kDocumentsPerThread = 16;

// Changes whenever equal files would give another catalog.
constexpr std::string_view kFormat = "quiver content 1";

std::vector<const ContentFile*> ByPath(const ContentFiles& files) {
  std::vector<const ContentFile*> sorted;
  for (const ContentFile& file : files.files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(),
            [](const ContentFile* left, const ContentFile* right) {
              return left->path < right->path;
            });
  return sorted;
}

void AppendSized(std::string_view part, std::string& bytes) {
  bytes += fmt::format("{}:", part.size());
  bytes += part;
}

// `files` are in order of their paths.
std::string HashOf(const std::string& assistant,
                   const std::vector<std::unique_ptr<ParsedFile>>& files) {
  std::string bytes;
  AppendSized(kFormat, bytes);
  AppendSized(assistant, bytes);
  for (const auto& file : files) {
    AppendSized(file->source.path(), bytes);
    AppendSized(file->digest, bytes);
  }
  return Hex(Sha256(bytes));
}

// Loads one assistant, step by step: each step needs what the ones before it
// gathered from all files.
class CatalogLoader {
 public:
  CatalogLoader(const ContentFiles& files, Diagnostics& diagnostics)
      : files_(files),
        diagnostics_(diagnostics),
        errors_before_(diagnostics.error_count()),
        parsed_(ParseFiles(ByPath(files))) {}

  std::shared_ptr<const Catalog> Load() {
    CheckTotals();
    for (const auto& file : parsed_) AddFile(*file);
    Understand(CollectSections(yaml_, diagnostics_));
    ShowLines();
    if (diagnostics_.error_count() > errors_before_) return nullptr;
    return std::make_shared<const Catalog>(std::move(catalog_));
  }

 private:
  void CheckTotals() {
    if (files_.files.size() > kMaxContentFiles) {
      diagnostics_.Error(
          {files_.assistant, 0, 0},
          fmt::format("there are more than {} files", kMaxContentFiles));
    }
  }

  void TakeOver(const Diagnostics& diagnostics) {
    for (const Diagnostic& found : diagnostics.Sorted()) {
      const auto record = found.severity == Severity::kError
                              ? &Diagnostics::Error
                              : &Diagnostics::Warning;
      (diagnostics_.*record)(found.position, found.message, found.advice);
    }
  }

  // Takes over what stands in `file`, and what is wrong with it.
  void AddFile(ParsedFile& file) {
    TakeOver(file.diagnostics);
    if (file.document) {
      documents_.push_back(&*file.document);
    } else if (file.yaml) {
      yaml_.push_back(&*file.yaml);
    } else {
      (file.is_document ? documents_complete_ : yaml_complete_) = false;
    }
  }

  void DeclareDocuments(DeclaredNames& names) {
    names.documents.complete = documents_complete_;
    StringMap<const YamlNode*> first;
    for (const RawDocument* document : documents_) {
      const YamlNode* id = document->front_matter.Find("id");
      if (id == nullptr || id->kind != YamlKind::kText) {
        names.documents.complete = false;
        continue;
      }
      names.documents.names.insert(id->text);
      const auto [other, is_new] = first.emplace(id->text, id);
      if (is_new) continue;
      const SourcePosition position = other->second->Position();
      diagnostics_.Error(
          id->Position(),
          fmt::format("there are two documents \"{}\"", id->text),
          fmt::format("the other is {}:{}: rename one", position.file,
                      position.line));
    }
  }

  void Understand(const Sections& sections) {
    DeclaredNames names = DeclareNames(sections, yaml_complete_);
    DeclareDocuments(names);
    MacroTable macros(sections.macros, yaml_complete_, diagnostics_);
    const ReadContext context{names, macros, diagnostics_};

    catalog_.assistant = files_.assistant;
    catalog_.content_hash = HashOf(files_.assistant, parsed_);
    auto documents = std::async([&] { return ReadDocuments(context); });
    ReadProfileOf(sections, context);
    catalog_.spellings = ReadSpellings(sections.spellings, diagnostics_);
    catalog_.messages = ReadMessages(sections.messages, yaml_complete_,
                                     MessagesPosition(sections), diagnostics_);
    catalog_.entities = ReadEntities(sections.entities, context);
    catalog_.slots = ReadSlots(sections.slots, context);
    catalog_.intents = ReadIntents(sections.intents, context);
    catalog_.safety_rules = ReadSafetyRules(sections.safety, context);
    catalog_.harmless_examples = ReadSafetyExamples(
        sections.safety_examples, context, catalog_.safety_rules);
    for (const Diagnostics& found : documents.get()) TakeOver(found);
    macros.CheckPatterns(diagnostics_);
    macros.WarnOfUnused(diagnostics_);
    Finish();
  }

  // Reads the documents side by side: none depends on another, or on macros.
  // Returns what is wrong with each.
  std::vector<Diagnostics> ReadDocuments(const ReadContext& context) {
    std::vector<Diagnostics> found(documents_.size());
    catalog_.documents.resize(documents_.size());
    ParallelFor(documents_.size(), kDocumentsPerThread, [&](size_t i) {
      catalog_.documents[i] = ReadDocument(
          *documents_[i], {context.names, context.macros, found[i]});
    });
    return found;
  }

  void ReadProfileOf(const Sections& sections, const ReadContext& context) {
    if (!sections.assistant.empty()) {
      catalog_.profile = ReadProfile(*sections.assistant.front(), context);
    } else if (yaml_complete_) {
      diagnostics_.Error({"intents/" + files_.assistant, 0, 0},
                         "no file has the key `assistant`",
                         "one must: see docs/authoring.md");
    }
  }

  SourcePosition MessagesPosition(const Sections& sections) const {
    if (sections.messages.empty()) {
      return {"intents/" + files_.assistant, 0, 0};
    }
    return sections.messages.front()->key.Position();
  }

  // What follows from several parts.
  void Finish() {
    std::sort(catalog_.documents.begin(), catalog_.documents.end(),
              [](const Document& left, const Document& right) {
                return left.id < right.id;
              });
    LinkDocuments(catalog_);
    LinkSafetyRules(catalog_);
    for (Intent& intent : catalog_.intents) {
      const Document* answer = catalog_.FindDocument(intent.answer);
      if (answer != nullptr) intent.topic = answer->topic;
    }
    CheckDefaultIntent();
  }

  void CheckDefaultIntent() {
    const Intent* intent = catalog_.FindIntent(catalog_.profile.default_intent);
    if (intent == nullptr || intent->kind == IntentKind::kQuestion) return;
    diagnostics_.Error(
        intent->position,
        fmt::format("`default_intent` names \"{}\", which asks nothing",
                    intent->name),
        "name an intent of kind question");
  }

  // Gives the diagnostics the text of the files that they are about.
  void ShowLines() {
    StringSet named;
    for (const Diagnostic& diagnostic : diagnostics_.Sorted()) {
      named.insert(diagnostic.position.file);
    }
    for (const auto& file : parsed_) {
      const SourceText& source = file->source;
      if (named.contains(source.path())) {
        diagnostics_.AddFile(source.path(), source.text());
      }
    }
  }

  const ContentFiles& files_;
  Diagnostics& diagnostics_;
  const int errors_before_;
  // By path.  What is below points into it.
  const std::vector<std::unique_ptr<ParsedFile>> parsed_;
  std::vector<const YamlNode*> yaml_;
  std::vector<const RawDocument*> documents_;
  bool yaml_complete_ = true;
  bool documents_complete_ = true;
  Catalog catalog_;
};

}  // namespace

std::shared_ptr<const Catalog> LoadCatalog(const ContentFiles& files,
                                           Diagnostics& diagnostics) {
  return CatalogLoader(files, diagnostics).Load();
}

}  // namespace quiver
