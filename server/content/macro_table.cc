#include "content/macro_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "base/string_map.h"
#include "content/limits.h"
#include "content/map_reader.h"
#include "content/names.h"
#include "content/pattern_error.h"

namespace quiver {
namespace {

// A thread is worth its start from about this many patterns on.
constexpr size_t kPatternsPerThread = 64;

bool IsMacroStart(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

bool IsMacroCharacter(char c) {
  return IsMacroStart(c) || (c >= '0' && c <= '9');
}

// A {name} in a pattern: bytes `begin` to `end`.
struct MacroUse {
  std::string_view name;
  size_t begin = 0;
  size_t end = 0;
};

// The macros in `pattern`.  {2,3} is a repetition, \x{ab} a character and
// \p{greek} a class.
std::vector<MacroUse> FindUses(std::string_view pattern) {
  std::vector<MacroUse> uses;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
      const bool braced =
          at + 1 < pattern.size() && pattern[at + 1] == '{' &&
          std::string_view("xpP").find(pattern[at]) != std::string_view::npos;
      if (braced) at = std::min(pattern.find('}', at), pattern.size());
      continue;
    }
    if (pattern[at] != '{') continue;
    size_t end = at + 1;
    if (end == pattern.size() || !IsMacroStart(pattern[end])) continue;
    while (end < pattern.size() && IsMacroCharacter(pattern[end])) ++end;
    if (end == pattern.size() || pattern[end] != '}') continue;
    uses.push_back({pattern.substr(at + 1, end - at - 1), at, end + 1});
    at = end;
  }
  return uses;
}

void Record(const std::optional<PatternError>& error, const YamlNode& pattern,
            Diagnostics& diagnostics) {
  if (!error) return;
  diagnostics.Error(pattern.PositionInside(error->offset), error->message,
                    error->advice);
}

struct Macro {
  const YamlEntry* entry = nullptr;
  std::string expanded;
  enum { kNew, kOpen, kGood, kBad } state = kNew;
  bool used = false;
};

}  // namespace

class MacroTable::Expander {
 public:
  Expander(const std::vector<const YamlEntry*>& entries, bool complete,
           Diagnostics& diagnostics)
      : complete_(complete) {
    for (const YamlEntry* entry : entries) {
      if (IsUsable(*entry, diagnostics)) {
        macros_[entry->key.text].entry = entry;
        names_.push_back(entry->key.text);
      }
    }
    for (const std::string_view name : names_) {
      Prepare(macros_.find(name)->second, diagnostics);
    }
  }

  // `pattern` with its macros expanded.  False when it cannot be said what it
  // is; that is recorded then.
  bool Expand(const YamlNode& pattern, Diagnostics& diagnostics,
              std::string& expanded) {
    bool good = true;
    size_t copied = 0;
    expanded.clear();
    for (const MacroUse& use : FindUses(pattern.text)) {
      Macro* macro = Resolve(use, pattern, diagnostics);
      good = good && macro != nullptr;
      if (!good) continue;
      expanded += pattern.text.substr(copied, use.begin - copied);
      expanded += fmt::format("(?:{})", macro->expanded);
      copied = use.end;
      if (expanded.size() > kMaxPatternBytes) break;
    }
    if (!good) return false;
    expanded += pattern.text.substr(copied);
    if (expanded.size() <= kMaxPatternBytes) return true;
    diagnostics.Error(
        pattern.Position(),
        fmt::format("the pattern is longer than {} bytes with its macros",
                    kMaxPatternBytes),
        "split it into several patterns");
    return false;
  }

  void WarnOfUnused(Diagnostics& diagnostics) const {
    for (const std::string_view name : names_) {
      const Macro& macro = macros_.find(name)->second;
      if (macro.used) continue;
      diagnostics.Warning(macro.entry->key.Position(),
                          fmt::format("no pattern uses macro \"{}\"", name));
    }
  }

 private:
  static bool IsUsable(const YamlEntry& entry, Diagnostics& diagnostics) {
    const std::string& name = entry.key.text;
    if (!IsName(name) || !IsMacroStart(name.front())) {
      diagnostics.Error(entry.key.Position(),
                        fmt::format("\"{}\" is no name of a macro", name),
                        "use lower-case letters, digits and _, a letter first");
      return false;
    }
    return ExpectText(entry.value, fmt::format("macro \"{}\"", name),
                      diagnostics);
  }

  // Expands `macro` unless that was done.
  void Prepare(Macro& macro, Diagnostics& diagnostics) {
    if (macro.state != Macro::kNew) return;
    const YamlNode& text = macro.entry->value;
    if (depth_ == kMaxMacroDepth) {
      diagnostics.Error(text.Position(),
                        fmt::format("macros stand in macros more than {} deep",
                                    kMaxMacroDepth),
                        "write some of them out");
      macro.state = Macro::kBad;
      return;
    }
    macro.state = Macro::kOpen;
    ++depth_;
    const bool expanded = Expand(text, diagnostics, macro.expanded);
    macro.state = expanded && Check(text, macro.expanded, diagnostics)
                      ? Macro::kGood
                      : Macro::kBad;
    --depth_;
  }

  static bool Check(const YamlNode& text, const std::string& regex,
                    Diagnostics& diagnostics) {
    const auto error = FindMacroError(text.text, regex);
    Record(error, text, diagnostics);
    return !error;
  }

  // The macro of `use`, good; null when it is not.
  Macro* Resolve(const MacroUse& use, const YamlNode& pattern,
                 Diagnostics& diagnostics) {
    const auto found = macros_.find(use.name);
    const SourcePosition position = pattern.PositionInside(use.begin);
    if (found == macros_.end()) {
      if (!complete_) return nullptr;
      diagnostics.Error(position,
                        fmt::format("there is no macro {{{}}}", use.name),
                        DidYouMean(use.name, names_));
      return nullptr;
    }
    Macro& macro = found->second;
    macro.used = true;
    if (macro.state == Macro::kOpen) {
      diagnostics.Error(position,
                        fmt::format("macro {{{}}} stands for itself", use.name),
                        "break the circle of macros");
      return nullptr;
    }
    Prepare(macro, diagnostics);
    return macro.state == Macro::kGood ? &macro : nullptr;
  }

  const bool complete_;
  std::vector<std::string_view> names_;  // In order of the files.
  StringMap<Macro> macros_;
  size_t depth_ = 0;  // Of the macro that is expanded.
};

MacroTable::MacroTable(const std::vector<const YamlEntry*>& entries,
                       bool complete, Diagnostics& diagnostics)
    : expander_(std::make_unique<Expander>(entries, complete, diagnostics)) {}

MacroTable::~MacroTable() = default;

std::string MacroTable::Expand(const YamlNode& pattern,
                               Diagnostics& diagnostics) {
  const std::string_view written = pattern.source->text();
  if (pattern.offset < written.size() && written[pattern.offset] == '"') {
    diagnostics.Error(pattern.Position(), "a pattern stands in single quotes",
                      "in double quotes \\b would be a backspace");
    return "";
  }
  if (pattern.text.find('\n') != std::string::npos) {
    diagnostics.Error(pattern.Position(), "a pattern holds no end of a line",
                      "write it in one line, in single quotes");
    return "";
  }
  std::string regex;
  if (!expander_->Expand(pattern, diagnostics, regex)) return "";
  expanded_.push_back({&pattern, regex});
  return regex;
}

void MacroTable::CheckPatterns(Diagnostics& diagnostics) const {
  std::vector<std::optional<PatternError>> errors(expanded_.size());
  ParallelFor(expanded_.size(), kPatternsPerThread, [&](size_t i) {
    errors[i] =
        FindPatternError(expanded_[i].pattern->text, expanded_[i].regex);
  });
  for (size_t i = 0; i < errors.size(); ++i) {
    Record(errors[i], *expanded_[i].pattern, diagnostics);
  }
}

void MacroTable::WarnOfUnused(Diagnostics& diagnostics) const {
  expander_->WarnOfUnused(diagnostics);
}

}  // namespace quiver
