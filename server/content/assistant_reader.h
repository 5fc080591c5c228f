#ifndef QUIVER_CONTENT_ASSISTANT_READER_H_
#define QUIVER_CONTENT_ASSISTANT_READER_H_

#include <string>
#include <vector>

#include "base/string_map.h"
#include "content/catalog.h"
#include "content/read_context.h"
#include "content/sections.h"

namespace quiver {

// Each reads what stands under one key of an assistant's YAML files into its
// part of the catalog, and records everything that is wrong with it.  What is
// wrong is left out or left empty: the result is of use only when nothing was
// recorded.

Profile ReadProfile(const YamlEntry& entry, const ReadContext& context);

StringMap<std::string> ReadSpellings(
    const std::vector<const YamlEntry*>& entries, Diagnostics& diagnostics);

// `complete` tells whether all files were read, so that missing messages are
// missing indeed; `where` is the place to report them at.
StringMap<std::vector<std::string>> ReadMessages(
    const std::vector<const YamlEntry*>& entries, bool complete,
    const SourcePosition& where, Diagnostics& diagnostics);

std::vector<Entity> ReadEntities(const std::vector<const YamlEntry*>& entries,
                                 const ReadContext& context);

std::vector<Slot> ReadSlots(const std::vector<const YamlEntry*>& entries,
                            const ReadContext& context);

std::vector<Intent> ReadIntents(const std::vector<const YamlEntry*>& entries,
                                const ReadContext& context);

std::vector<SafetyRule> ReadSafetyRules(
    const std::vector<const YamlEntry*>& entries, const ReadContext& context);

// Gives `rules` their examples; returns the harmless ones.
std::vector<std::string> ReadSafetyExamples(
    const std::vector<const YamlEntry*>& entries, const ReadContext& context,
    std::vector<SafetyRule>& rules);

}  // namespace quiver

#endif  // QUIVER_CONTENT_ASSISTANT_READER_H_
