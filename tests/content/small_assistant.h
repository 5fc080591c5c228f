#ifndef QUIVER_TESTS_CONTENT_SMALL_ASSISTANT_H_
#define QUIVER_TESTS_CONTENT_SMALL_ASSISTANT_H_

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/content_loader.h"
#include "content/message_keys.h"

namespace quiver {

// A whole assistant in three files without a mistake.  Tests add the file that
// they are about.

inline constexpr std::string_view kSmallIntents = R"(
assistant:
  name: Small Guide
  language: en
  greeting: Hello.
  disclaimer: Not a doctor.
  contact: Ask a doctor.
  starters: [Why does it twitch?]
  aspects: [causes, help]
  default_intent: why
macros:
  twitch: 'twitch(?:es|ing)?'
entities:
  part:
    specificity: 1
    values:
      eye: {label: eye}
      leg: {label: leg}
  sign:
    values:
      weak: {label: weakness}
  time: {kind: duration}
slots:
  part:
    questions: [Where is it?]
    rephrased: Which of these is it?
    reason: The place matters.
    options: [eye, leg]
intents:
  why:
    title: Why it happens
    aspect: causes
    answer: twitching
    patterns: ['why .*{twitch}']
)";

inline constexpr std::string_view kSmallDocument = R"(---
id: twitching
title: Twitching
questions: [Why does it twitch?]
sources:
  book: {organisation: Example Press, title: Muscles, year: 2020}
status: draft
reviewed: 2026-01-01
review_by: 2027-01-01
---

Most twitches are harmless.[^book]
)";

inline std::string SmallMessages() {
  std::string yaml = "messages:\n";
  for (const MessageKey& key : MessageKeys()) {
    yaml += fmt::format("  {}: [Text.]\n", key.name);
  }
  return yaml;
}

inline ContentFiles SmallAssistant() {
  return {"small",
          {{"intents/small/a.yaml", std::string(kSmallIntents)},
           {"intents/small/b.yaml", SmallMessages()},
           {"knowledge/small/a.md", std::string(kSmallDocument)}}};
}

// The small assistant with one more file, or another text of a file.
inline ContentFiles SmallAssistantWith(std::string path,
                                       std::string_view text) {
  ContentFiles files = SmallAssistant();
  for (ContentFile& file : files.files) {
    if (file.path != path) continue;
    file.text = text;
    return files;
  }
  files.files.push_back({std::move(path), std::string(text)});
  return files;
}

// What is wrong with `files`, a line each, as
// "intents/small/x.yaml:3:5: what is wrong | what to do".  Warnings begin with
// "warning: ".
inline std::vector<std::string> ProblemsOf(const ContentFiles& files) {
  Diagnostics diagnostics;
  LoadCatalog(files, diagnostics);
  std::vector<std::string> problems;
  for (const Diagnostic& found : diagnostics.Sorted()) {
    const SourcePosition& place = found.position;
    std::string line = found.severity == Severity::kWarning ? "warning: " : "";
    line += place.file;
    if (place.line > 0) {
      line += fmt::format(":{}:{}", place.line, place.column);
    }
    line += fmt::format(": {}", found.message);
    if (!found.advice.empty()) line += fmt::format(" | {}", found.advice);
    problems.push_back(line);
  }
  return problems;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_CONTENT_SMALL_ASSISTANT_H_
