#include "content/authored_keys.h"

namespace quiver {
namespace {

constexpr bool kRequired = true;

}  // namespace

const AuthoredObject& FileKeys() {
  static const AuthoredObject& keys =
      *new AuthoredObject{"file",
                          {{"assistant"},
                           {"spellings"},
                           {"macros"},
                           {"messages"},
                           {"entities"},
                           {"slots"},
                           {"intents"},
                           {"safety"},
                           {"safety_examples"}}};
  return keys;
}

const AuthoredObject& AssistantKeys() {
  static const AuthoredObject& keys =
      *new AuthoredObject{"assistant",
                          {{"name", kRequired},
                           {"language", kRequired},
                           {"greeting", kRequired},
                           {"disclaimer", kRequired},
                           {"contact", kRequired},
                           {"starters", kRequired},
                           {"aspects", kRequired},
                           {"advice"},
                           {"default_intent"},
                           {"animals"}}};
  return keys;
}

const AuthoredObject& EntityKeys() {
  static const AuthoredObject& keys = *new AuthoredObject{"entity",
                                                          {{"kind"},
                                                           {"specificity"},
                                                           {"subject"},
                                                           {"sides"},
                                                           {"causes"},
                                                           {"several"},
                                                           {"values"}}};
  return keys;
}

const AuthoredObject& ValueKeys() {
  static const AuthoredObject& keys = *new AuthoredObject{"value",
                                                          {{"label", kRequired},
                                                           {"match_name"},
                                                           {"lingers"},
                                                           {"remedy"},
                                                           {"synonyms"},
                                                           {"linked"},
                                                           {"patterns"},
                                                           {"except"},
                                                           {"implies"}}};
  return keys;
}

const AuthoredObject& SlotKeys() {
  static const AuthoredObject& keys =
      *new AuthoredObject{"slot",
                          {{"questions", kRequired},
                           {"rephrased", kRequired},
                           {"reason", kRequired},
                           {"options"},
                           {"multiple"},
                           {"picker"},
                           {"acknowledge"},
                           {"unless"}}};
  return keys;
}

const AuthoredObject& IntentKeys() {
  static const AuthoredObject& keys = *new AuthoredObject{"intent",
                                                          {{"title", kRequired},
                                                           {"kind"},
                                                           {"aspect"},
                                                           {"answer"},
                                                           {"replies"},
                                                           {"action"},
                                                           {"patterns"},
                                                           {"examples"},
                                                           {"counter_examples"},
                                                           {"requires"},
                                                           {"refuses"},
                                                           {"follow_ups"},
                                                           {"priority"}}};
  return keys;
}

const AuthoredObject& SafetyRuleKeys() {
  static const AuthoredObject& keys =
      *new AuthoredObject{"safety rule",
                          {{"title", kRequired},
                           {"level", kRequired},
                           {"when"},
                           {"unless"},
                           {"suspected"},
                           {"message", kRequired},
                           {"document"}}};
  return keys;
}

const AuthoredObject& DocumentKeys() {
  static const AuthoredObject& keys =
      *new AuthoredObject{"document",
                          {{"id", kRequired},
                           {"title", kRequired},
                           {"topic"},
                           {"about"},
                           {"questions", kRequired},
                           {"aliases"},
                           {"follow_ups"},
                           {"plain"},
                           {"sources", kRequired},
                           {"status", kRequired},
                           {"reviewed", kRequired},
                           {"review_by", kRequired}}};
  return keys;
}

const AuthoredObject& SourceKeys() {
  static const AuthoredObject& keys =
      *new AuthoredObject{"source",
                          {{"organisation", kRequired},
                           {"title", kRequired},
                           {"year", kRequired},
                           {"note"},
                           {"url"}}};
  return keys;
}

}  // namespace quiver
