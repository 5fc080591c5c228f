#include "evaluation/labeled_questions.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace quiver {
namespace {

LabeledQuestion FromJson(const nlohmann::json& json,
                         const Yardstick& yardstick) {
  LabeledQuestion question;
  question.id = json.at("id");
  question.text = json.at("text");
  question.source = json.at("source");
  question.topic = json.value("topic", "");
  question.kind = json.value("kind", "");
  question.red_flag = json.value("red_flag", false);
  for (const MeasuredSlot& slot : yardstick.slots) {
    std::set<std::string> named;
    for (const std::string& value :
         json.value(slot.field, std::vector<std::string>())) {
      if (slot.values.contains(value)) named.insert(value);
    }
    question.slots.push_back(std::move(named));
  }
  return question;
}

}  // namespace

absl::StatusOr<std::vector<LabeledQuestion>> ReadLabeledQuestions(
    const std::string& path, const Yardstick& yardstick) {
  std::ifstream file(path);
  if (!file) {
    return absl::NotFoundError(fmt::format("{}: cannot be opened", path));
  }
  std::vector<LabeledQuestion> questions;
  std::string line;
  while (std::getline(file, line)) {
    try {
      questions.push_back(FromJson(nlohmann::json::parse(line), yardstick));
    } catch (const nlohmann::json::exception& error) {
      return absl::InvalidArgumentError(
          fmt::format("{}:{}: {}", path, questions.size() + 1, error.what()));
    }
  }
  return questions;
}

}  // namespace quiver
