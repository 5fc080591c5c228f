#ifndef QUIVER_CONTENT_DECLARED_NAMES_H_
#define QUIVER_CONTENT_DECLARED_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/string_map.h"
#include "content/catalog.h"
#include "content/sections.h"
#include "content/yaml_node.h"

namespace quiver {

// Names of one kind that the files declare, for checking what refers to them.
struct NameSet {
  std::string_view kind;  // "document"
  StringSet names;
  // False when a file could not be read: then a name that is missing may well
  // be there, and is not reported.
  bool complete = true;

  bool Contains(std::string_view name) const { return names.contains(name); }

  // Whether `name` is declared.  Records an error at `position` otherwise.
  bool Resolve(std::string_view name, const SourcePosition& position,
               Diagnostics& diagnostics) const;
};

// An entity, as far as references to it go.
struct DeclaredEntity {
  bool has_values = true;  // False for kinds that find their own.
  NameSet values;
};

// Everything that authored files may refer to.
struct DeclaredNames {
  NameSet entities{"entity", {}};
  StringMap<DeclaredEntity> entity_values;
  NameSet slots{"slot", {}};
  NameSet intents{"intent", {}};
  NameSet aspects{"aspect", {}};
  NameSet documents{"document", {}};
  NameSet safety_rules{"safety rule", {}};
  std::string default_intent;  // As authored; may be wrong.

  // Whether `entity` has the value `value`; records an error otherwise.
  bool ResolveValue(std::string_view entity, std::string_view value,
                    const SourcePosition& position,
                    Diagnostics& diagnostics) const;
};

// What `sections` declare.  `complete` tells whether all YAML files are in it.
DeclaredNames DeclareNames(const Sections& sections, bool complete);

// Reads `text`: references joined by "+".  Records what is wrong with them.
Conjunction ReadConjunction(const YamlNode& text, const DeclaredNames& names,
                            Diagnostics& diagnostics);

// Reads `nodes`, each one alternative of a condition.
Condition ReadCondition(const std::vector<const YamlNode*>& nodes,
                        const DeclaredNames& names, Diagnostics& diagnostics);

}  // namespace quiver

#endif  // QUIVER_CONTENT_DECLARED_NAMES_H_
