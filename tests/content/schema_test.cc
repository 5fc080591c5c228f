// The schemas for editors say what the loader says.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/authored_keys.h"
#include "content/catalog.h"
#include "content/message_keys.h"

namespace quiver {
namespace {

using ::testing::UnorderedElementsAreArray;

nlohmann::json ReadSchema(const std::string& name) {
  std::ifstream file(QUIVER_SOURCE_DIR "/schemas/" + name + ".schema.json");
  return nlohmann::json::parse(file);
}

std::vector<std::string> KeysOf(const nlohmann::json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

void ExpectSameKeys(const nlohmann::json& schema,
                    const AuthoredObject& object) {
  SCOPED_TRACE(object.name);
  std::vector<std::string> keys;
  std::vector<std::string> required;
  for (const AuthoredKey& key : object.keys) {
    keys.emplace_back(key.name);
    if (key.required) required.emplace_back(key.name);
  }
  EXPECT_THAT(KeysOf(schema["properties"]), UnorderedElementsAreArray(keys));
  EXPECT_THAT(schema.value("required", std::vector<std::string>()),
              UnorderedElementsAreArray(required));
  EXPECT_FALSE(schema["additionalProperties"].get<bool>());
}

TEST(SchemaTest, HasTheKeysOfFiles) {
  const nlohmann::json schema = ReadSchema("assistant");
  const nlohmann::json& definitions = schema["definitions"];

  ExpectSameKeys(schema, FileKeys());
  ExpectSameKeys(definitions["assistant"], AssistantKeys());
  ExpectSameKeys(definitions["entity"], EntityKeys());
  ExpectSameKeys(definitions["value"], ValueKeys());
  ExpectSameKeys(definitions["slot"], SlotKeys());
  ExpectSameKeys(definitions["intent"], IntentKeys());
  ExpectSameKeys(definitions["safety_rule"], SafetyRuleKeys());
}

TEST(SchemaTest, HasTheKeysOfDocuments) {
  const nlohmann::json schema = ReadSchema("document");

  ExpectSameKeys(schema, DocumentKeys());
  ExpectSameKeys(schema["definitions"]["source"], SourceKeys());
}

TEST(SchemaTest, HasTheMessages) {
  const nlohmann::json schema = ReadSchema("assistant");
  std::vector<std::string> names;
  for (const MessageKey& key : MessageKeys()) names.emplace_back(key.name);

  EXPECT_THAT(KeysOf(schema["definitions"]["messages"]["properties"]),
              UnorderedElementsAreArray(names));
}

TEST(SchemaTest, HasTheActions) {
  const nlohmann::json schema = ReadSchema("assistant");
  std::vector<std::string> names;
  for (int i = static_cast<int>(Action::kHelp);
       i <= static_cast<int>(Action::kNoneOfThese); ++i) {
    names.emplace_back(ActionName(static_cast<Action>(i)));
  }

  EXPECT_THAT(schema["definitions"]["intent"]["properties"]["action"]["enum"]
                  .get<std::vector<std::string>>(),
              UnorderedElementsAreArray(names));
}

}  // namespace
}  // namespace quiver
