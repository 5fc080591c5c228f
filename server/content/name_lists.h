#ifndef QUIVER_CONTENT_NAME_LISTS_H_
#define QUIVER_CONTENT_NAME_LISTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "content/declared_names.h"
#include "content/map_reader.h"

namespace quiver {

// The names listed under `key`, each of which must be in `declared` and stand
// there once; what is wrong is recorded.
std::vector<std::string> ReadNames(const MapReader& reader,
                                   std::string_view key,
                                   const NameSet& declared);

// The one name under `key`, which must be in `declared`; "" when it is absent.
std::string ReadName(const MapReader& reader, std::string_view key,
                     const NameSet& declared);

// The condition under `key`; empty when it is absent.
Condition ReadConditionOf(const MapReader& reader, std::string_view key,
                          const DeclaredNames& names);

// Whether `key` may name a thing of `kind`; records an error otherwise.
bool ExpectName(const YamlNode& key, std::string_view kind,
                Diagnostics& diagnostics);

// Records every node after the first of those with equal text.
void RefuseRepeated(const std::vector<const YamlNode*>& nodes,
                    std::string_view key, Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CONTENT_NAME_LISTS_H_
