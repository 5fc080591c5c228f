// Measures how well an assistant understands: asks it labelled questions, each
// as the first message of a conversation, and prints how many it gets right.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/status_macros.h"
#include "conversation/assistant.h"
#include "conversation/turn_taking.h"
#include "evaluation/labeled_questions.h"
#include "evaluation/scores.h"
#include "evaluation/yardstick.h"
#include "text/dictionary.h"
#include "text/reader.h"

namespace quiver {
namespace {

struct Arguments {
  std::string content = ".";
  std::string assistant;
  std::string yardstick;
  std::vector<std::string> in_scope;
  std::vector<std::string> out_of_scope;
  std::vector<std::string> word_lists = {"/usr/share/dict/american-english",
                                         "/usr/share/dict/british-english"};
  bool failures = false;
  bool learned = true;
};

// Replies do not depend on the day, but for a remark on outdated documents.
const absl::CivilDay kToday(2000, 1, 1);
constexpr size_t kManyWords = 25;
constexpr std::string_view kTemplateSource = "medquad";
constexpr std::string_view kNearMissId = "oosn-";

using Questions = std::vector<AnsweredQuestion>;
using Filter = std::function<bool(const LabeledQuestion&)>;

struct Group {
  std::string name;
  Filter filter;
};

Questions Select(const Questions& questions, const Filter& filter) {
  Questions selected;
  std::copy_if(questions.begin(), questions.end(), std::back_inserter(selected),
               [&](const AnsweredQuestion& question) {
                 return filter(question.question);
               });
  return selected;
}

std::string Percent(const Share& share) {
  if (share.whole == 0) return "-";
  return fmt::format("{:.1f} %", 100.0 * static_cast<double>(share.part) /
                                     static_cast<double>(share.whole));
}

std::string PercentOf(const Share& share) {
  return fmt::format("{} of {}", Percent(share), share.whole);
}

void PrintRow(const std::vector<std::string>& cells) {
  fmt::print("| {} |\n", fmt::join(cells, " | "));
}

void PrintHeader(const std::vector<std::string>& cells) {
  PrintRow(cells);
  PrintRow(std::vector<std::string>(cells.size(), "---"));
}

void PrintInScope(const Questions& questions, const Yardstick& yardstick) {
  const std::vector<Group> groups = {
      {"all", [](const LabeledQuestion&) { return true; }},
      {"no templates",
       [](const LabeledQuestion& q) {
         return !q.source.starts_with(kTemplateSource);
       }},
      {"long", [](const LabeledQuestion& q) {
         return Tokenize(Normalize(q.text)).size() > kManyWords;
       }}};
  std::vector<std::string> header = {"in scope",     "n",
                                     "topic@1",      "family@1",
                                     "topic@3",      "wrongly refused",
                                     "clarified",    "red flags",
                                     "false alarms", "see doctor"};
  for (const MeasuredSlot& slot : yardstick.slots) {
    header.push_back(slot.name + " P, R, F1");
  }
  PrintHeader(header);
  for (const Group& group : groups) {
    const Questions selected = Select(questions, group.filter);
    const InScopeScore score = ScoreInScope(selected, yardstick);
    std::vector<std::string> row = {group.name,
                                    fmt::format("{}", selected.size()),
                                    Percent(score.topic_first),
                                    Percent(score.family_first),
                                    Percent(score.topic_among_three),
                                    Percent(score.wrongly_refused),
                                    Percent(score.clarified),
                                    PercentOf(score.red_flags),
                                    Percent(score.false_alarms),
                                    Percent(score.see_doctor)};
    for (const SlotScore& slot : score.slots) {
      row.push_back(fmt::format("{:.2f}, {:.2f}, {:.2f}", slot.Precision(),
                                slot.Recall(), slot.F1()));
    }
    PrintRow(row);
  }
  fmt::print("\n");
}

void PrintOutOfScope(const Questions& questions) {
  std::vector<Group> groups = {
      {"all", [](const LabeledQuestion&) { return true; }},
      {"near misses",
       [](const LabeledQuestion& q) { return q.id.starts_with(kNearMissId); }}};
  std::set<std::string> kinds;
  for (const AnsweredQuestion& question : questions) {
    kinds.insert(question.question.kind);
  }
  for (const std::string& kind : kinds) {
    groups.push_back(
        {kind, [kind](const LabeledQuestion& q) { return q.kind == kind; }});
  }
  PrintHeader({"out of scope", "n", "refused", "clarified"});
  for (const Group& group : groups) {
    const Questions selected = Select(questions, group.filter);
    const OutOfScopeScore score = ScoreOutOfScope(selected);
    PrintRow({group.name, fmt::format("{}", selected.size()),
              Percent(score.refused), Percent(score.clarified)});
  }
  fmt::print("\n");
}

void PrintFailure(const AnsweredQuestion& answered,
                  const std::vector<std::string>& failures) {
  const TurnRecord& record = answered.record;
  fmt::print("{} {}\n", answered.question.id, answered.question.text);
  for (const std::string& failure : failures) fmt::print("  ! {}\n", failure);
  fmt::print("  reply: {}", OutcomeName(record.reply.outcome));
  for (const Citation& citation : record.reply.citations) {
    fmt::print(", {} ({})", citation.document_id, citation.topic);
  }
  for (const Option& option : record.reply.options) {
    if (!option.topic.empty()) {
      fmt::print(", offers {} ({})", option.document_id, option.topic);
    }
  }
  fmt::print("\n");
  for (const TraceStep& step : record.trace) {
    fmt::print("  {}: {}\n", step.stage, step.detail);
  }
  fmt::print("\n");
}

void PrintFailures(const Questions& questions, const Yardstick& yardstick) {
  for (const AnsweredQuestion& question : questions) {
    const std::vector<std::string> failures = Failures(question, yardstick);
    if (!failures.empty()) PrintFailure(question, failures);
  }
}

absl::StatusOr<Questions> Ask(const Assistant& assistant,
                              const std::vector<std::string>& paths,
                              const Yardstick& yardstick) {
  Questions answered;
  for (const std::string& path : paths) {
    QUIVER_ASSIGN_OR_RETURN(std::vector<LabeledQuestion> questions,
                            ReadLabeledQuestions(path, yardstick));
    for (LabeledQuestion& question : questions) {
      VisitorInput input;
      input.text = question.text;
      DecidedTurn turn =
          DecideTurn(assistant, input, SessionState(), kToday, true);
      answered.push_back(
          Answered(std::move(question), std::move(turn.record), yardstick));
    }
  }
  return answered;
}

absl::StatusOr<std::shared_ptr<const Assistant>> Load(
    const Arguments& arguments, const Dictionary& dictionary) {
  Diagnostics diagnostics;
  auto assistant = LoadAssistant(
      arguments.content, arguments.assistant, dictionary,
      arguments.learned ? ModelSource(TrainModels) : ModelSource(),
      diagnostics);
  if (!assistant.ok()) std::cerr << diagnostics.FormatAll();
  return assistant;
}

absl::Status Evaluate(const Arguments& arguments) {
  QUIVER_ASSIGN_OR_RETURN(const Yardstick yardstick,
                          ReadYardstick(arguments.yardstick));
  QUIVER_ASSIGN_OR_RETURN(const std::unique_ptr<Dictionary> dictionary,
                          ReadDictionary(arguments.word_lists));
  QUIVER_ASSIGN_OR_RETURN(const std::shared_ptr<const Assistant> assistant,
                          Load(arguments, *dictionary));
  QUIVER_ASSIGN_OR_RETURN(const Questions inside,
                          Ask(*assistant, arguments.in_scope, yardstick));
  QUIVER_ASSIGN_OR_RETURN(const Questions outside,
                          Ask(*assistant, arguments.out_of_scope, yardstick));
  if (arguments.failures) {
    PrintFailures(inside, yardstick);
    PrintFailures(outside, yardstick);
  }
  if (!inside.empty()) PrintInScope(inside, yardstick);
  if (!outside.empty()) PrintOutOfScope(outside);
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  Arguments arguments;
  CLI::App app(
      "Measures how well an assistant understands labelled questions.");
  app.add_option("--content", arguments.content,
                 "Folder with intents/ and knowledge/");
  app.add_option("--assistant", arguments.assistant, "Which assistant")
      ->required();
  app.add_option("--yardstick", arguments.yardstick,
                 "What is measured: slots and families of topics (JSON)")
      ->required();
  app.add_option("--in-scope", arguments.in_scope,
                 "Questions to be answered (JSON lines)");
  app.add_option("--out-of-scope", arguments.out_of_scope,
                 "Messages to be refused (JSON lines)");
  app.add_option("--word-list", arguments.word_lists,
                 "Words that are no typos");
  app.add_flag("--failures", arguments.failures,
               "Print every question that went wrong, and why");
  app.add_flag("!--unlearned", arguments.learned,
               "Leave the learned model out");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = Evaluate(arguments);
  if (status.ok()) return 0;
  fmt::print(stderr, "{}\n", std::string(status.message()));
  return 1;
}

}  // namespace
}  // namespace quiver

int main(int argc, char** argv) { return quiver::Main(argc, argv); }
