// Measures the learned model on a labelled data set: trains it on one file and
// classifies others, with and without rejection.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/status_macros.h"
#include "evaluation/labeled_texts.h"
#include "learn/intent_model.h"
#include "text/dictionary.h"
#include "text/reader.h"

namespace quiver {
namespace {

struct Arguments {
  std::string train;
  std::vector<std::string> tests;
  std::vector<std::string> out_of_scope;
  std::vector<std::string> word_lists;
  std::vector<double> rejections = {0.02, 0.05};
};

using LabelNumbers = std::map<std::string, uint32_t>;

// What the model makes of one text.
struct Outcome {
  bool right = false;
  double score = 0;
  double confidence = 0;
};

double SecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
      .count();
}

double Percent(size_t part, size_t whole) {
  return whole == 0
             ? 0
             : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

// Reads texts as a server would: with typos mended to the words of the
// training data when word lists are given.
class TextSource {
 public:
  TextSource(const std::vector<LabeledText>& training,
             std::unique_ptr<Dictionary> dictionary)
      : mends_(dictionary != nullptr),
        dictionary_(dictionary != nullptr ? std::move(dictionary)
                                          : MakeDictionary({})) {
    Vocabulary vocabulary;
    for (const LabeledText& text : training) {
      const std::string normalized = Normalize(text.text);
      for (const Token& token : Tokenize(normalized)) {
        ++vocabulary
              .words[normalized.substr(token.span.begin, token.span.size())];
      }
    }
    reader_ = MakeReader(std::move(vocabulary), *dictionary_);
  }

  Reading Read(const std::string& text) const {
    const Utterance utterance = reader_->Read(text);
    return mends_ ? utterance.corrected : utterance.raw;
  }

 private:
  bool mends_;
  std::unique_ptr<Dictionary> dictionary_;
  std::unique_ptr<Reader> reader_;
};

struct Trained {
  LabelNumbers labels;
  std::unique_ptr<IntentModel> model;
};

absl::StatusOr<Trained> Train(const std::vector<LabeledText>& texts) {
  Trained trained;
  std::vector<TrainingExample> examples;
  for (const LabeledText& text : texts) {
    const auto next = static_cast<uint32_t>(trained.labels.size());
    const uint32_t label =
        text.label == "oos"
            ? kOutOfScope
            : trained.labels.try_emplace(text.label, next).first->second;
    examples.push_back({text.text, label});
  }
  const auto start = std::chrono::steady_clock::now();
  QUIVER_ASSIGN_OR_RETURN(trained.model, TrainIntentModel(examples));
  fmt::print("{} examples of {} intents: trained in {:.1f} s, {:.1f} MB\n",
             examples.size(), trained.labels.size(), SecondsSince(start),
             static_cast<double>(trained.model->Serialize().size()) / 1e6);
  return trained;
}

std::vector<Outcome> Classify(const Trained& trained, const TextSource& source,
                              const std::vector<LabeledText>& texts) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(texts.size());
  for (const LabeledText& text : texts) {
    const LabelScore best =
        trained.model->Classify(source.Read(text.text), 1).front();
    const auto label = trained.labels.find(text.label);
    outcomes.push_back(
        {label != trained.labels.end() && label->second == best.label,
         best.score, best.label == kOutOfScope ? -1 : best.confidence});
  }
  return outcomes;
}

// How often a text from inside scores higher than one from outside.
double AreaUnderCurve(const std::vector<Outcome>& inside,
                      const std::vector<Outcome>& outside) {
  std::vector<double> scores;
  for (const Outcome& outcome : outside) scores.push_back(outcome.score);
  std::sort(scores.begin(), scores.end());
  double below = 0;
  for (const Outcome& outcome : inside) {
    below += static_cast<double>(
        std::lower_bound(scores.begin(), scores.end(), outcome.score) -
        scores.begin());
  }
  return below / static_cast<double>(inside.size() * scores.size());
}

void Print(const std::string& path, const std::vector<Outcome>& inside,
           const std::vector<Outcome>& outside,
           const std::vector<double>& rejections) {
  const size_t right = std::count_if(inside.begin(), inside.end(),
                                     [](const Outcome& o) { return o.right; });
  fmt::print("{}: {} texts\n  in scope {:.2f} %", path, inside.size(),
             Percent(right, inside.size()));
  if (!outside.empty()) {
    fmt::print(", area under the curve {:.4f}",
               AreaUnderCurve(inside, outside));
  }
  fmt::print("\n");
  for (const double rejection : rejections) {
    const size_t kept = std::count_if(
        inside.begin(), inside.end(),
        [&](const Outcome& o) { return o.right && o.confidence >= rejection; });
    const size_t refused = std::count_if(
        outside.begin(), outside.end(),
        [&](const Outcome& o) { return o.confidence < rejection; });
    fmt::print(
        "  rejecting below {:.2f}: in scope {:.2f} %, out of scope {:.2f} %, "
        "all {:.2f} %\n",
        rejection, Percent(kept, inside.size()),
        Percent(refused, outside.size()),
        Percent(kept + refused, inside.size() + outside.size()));
  }
}

void PrintSpeed(const Trained& trained, const TextSource& source,
                const std::vector<LabeledText>& texts) {
  std::vector<Reading> readings;
  readings.reserve(texts.size());
  for (const LabeledText& text : texts) {
    readings.push_back(source.Read(text.text));
  }
  const auto start = std::chrono::steady_clock::now();
  for (const Reading& reading : readings) trained.model->Classify(reading, 3);
  fmt::print("  {:.1f} us a text, once it is read\n",
             1e6 * SecondsSince(start) / static_cast<double>(readings.size()));
}

absl::Status Evaluate(const Arguments& arguments) {
  QUIVER_ASSIGN_OR_RETURN(const std::vector<LabeledText> training,
                          ReadLabeledTexts(arguments.train));
  std::unique_ptr<Dictionary> dictionary;
  if (!arguments.word_lists.empty()) {
    QUIVER_ASSIGN_OR_RETURN(dictionary, ReadDictionary(arguments.word_lists));
  }
  const TextSource source(training, std::move(dictionary));
  QUIVER_ASSIGN_OR_RETURN(const Trained trained, Train(training));
  std::vector<Outcome> outside;
  for (const std::string& path : arguments.out_of_scope) {
    QUIVER_ASSIGN_OR_RETURN(const std::vector<LabeledText> texts,
                            ReadLabeledTexts(path));
    const std::vector<Outcome> outcomes = Classify(trained, source, texts);
    outside.insert(outside.end(), outcomes.begin(), outcomes.end());
  }
  for (const std::string& path : arguments.tests) {
    QUIVER_ASSIGN_OR_RETURN(const std::vector<LabeledText> texts,
                            ReadLabeledTexts(path));
    Print(path, Classify(trained, source, texts), outside,
          arguments.rejections);
    PrintSpeed(trained, source, texts);
  }
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  Arguments arguments;
  CLI::App app(
      "Measures the learned model on labelled files.  A line is: label, tab, "
      "text.");
  app.add_option("--train", arguments.train, "Examples to learn from")
      ->required();
  app.add_option("--test", arguments.tests, "Texts of the same labels")
      ->required();
  app.add_option("--out-of-scope", arguments.out_of_scope,
                 "Texts that have none of the labels");
  app.add_option("--word-list", arguments.word_lists,
                 "Mend typos; these words are none");
  app.add_option("--reject", arguments.rejections,
                 "Confidences below which a text is refused");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = Evaluate(arguments);
  if (status.ok()) return 0;
  fmt::print(stderr, "{}\n", std::string(status.message()));
  return 1;
}

}  // namespace
}  // namespace quiver

int main(int argc, char** argv) { return quiver::Main(argc, argv); }
