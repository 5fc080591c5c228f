#include "conversation/summary.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace quiver {
namespace {

std::string_view Describe(Experiencer experiencer) {
  switch (experiencer) {
    case Experiencer::kVisitor:
      return "";
    case Experiencer::kOther:
      return ", of someone else";
    case Experiencer::kFamilyHistory:
      return ", family history";
    case Experiencer::kAnimal:
      return ", of an animal";
  }
  return "";
}

std::string_view Describe(Temporality temporality) {
  switch (temporality) {
    case Temporality::kCurrent:
      return "";
    case Temporality::kRecent:
      return ", just passed";
    case Temporality::kPast:
      return ", long past";
  }
  return "";
}

std::string Describe(const Assertion& assertion) {
  return fmt::format("{}{}{}{}{}", assertion.negated ? ", denied" : "",
                     assertion.hypothetical ? ", supposed" : "",
                     assertion.asked ? ", asked about" : "",
                     Describe(assertion.experiencer),
                     Describe(assertion.temporality));
}

std::string Describe(const Mention& mention, const Reading& reading) {
  return fmt::format("{}={}{}{} at {}-{} \"{}\"{}{}", mention.entity->name,
                     mention.value, mention.side.empty() ? "" : " ",
                     mention.side, mention.origin.begin, mention.origin.end,
                     reading.Text(mention.span), Describe(mention.assertion),
                     mention.implied ? ", implied" : "");
}

std::string Describe(const Candidate& candidate) {
  return fmt::format("{} by {}, {:.2f}: {}", candidate.Name(),
                     MethodName(candidate.method), candidate.confidence,
                     candidate.Describe());
}

void AddMeanings(const std::vector<Candidate>& candidates,
                 UnderstandingSummary& summary) {
  summary.meanings.reserve(summary.meanings.size() + candidates.size());
  for (const Candidate& candidate : candidates) {
    summary.meanings.push_back({std::string(candidate.Name()),
                                std::string(MethodName(candidate.method)),
                                candidate.confidence});
  }
}

}  // namespace

UnderstandingSummary Summarize(const Understanding& understanding) {
  UnderstandingSummary summary;
  for (const Question& question : understanding.questions) {
    AddMeanings(question.candidates, summary);
  }
  AddMeanings(understanding.acts, summary);
  summary.details.reserve(understanding.mentions.size());
  for (const Mention& mention : understanding.mentions) {
    summary.details.push_back({mention.entity->name, mention.value,
                               std::string(mention.side),
                               mention.assertion.negated, mention.origin});
  }
  if (!understanding.utterance.corrections.empty()) {
    summary.corrected_text = understanding.utterance.corrected.text;
  }
  for (const SafetyFinding& finding : understanding.safety) {
    summary.safety_rules.push_back(finding.rule->name);
  }
  return summary;
}

std::vector<TraceStep> Trace(const Understanding& understanding) {
  std::vector<TraceStep> steps;
  const Utterance& utterance = understanding.utterance;
  const auto add = [&](std::string_view stage, std::string detail) {
    steps.push_back({std::string(stage), std::move(detail)});
  };
  add("text", "read as: " + utterance.raw.text);
  for (const Correction& correction : utterance.corrections) {
    add("text",
        fmt::format("corrected {} to {}", correction.from, correction.to));
  }
  for (const Clause& clause : utterance.corrected.clauses) {
    add("text",
        fmt::format("{}: {}", clause.question ? "question" : "statement",
                    utterance.corrected.Text(clause.span)));
  }
  for (const Mention& mention : understanding.mentions) {
    add("understand", Describe(mention, utterance.corrected));
  }
  for (const SafetyFinding& finding : understanding.safety) {
    add("understand", fmt::format("safety rule {} holds: {}",
                                  finding.rule->name, finding.evidence));
  }
  for (const Candidate& act : understanding.acts) {
    add("understand", Describe(act));
  }
  for (const Question& question : understanding.questions) {
    add("understand",
        fmt::format("asks: {}", utterance.corrected.Text(question.span)));
    for (const Candidate& candidate : question.candidates) {
      add("understand", Describe(candidate));
    }
  }
  if (!understanding.names_subject) {
    add("understand", "names nothing of the subject");
  }
  if (understanding.other_language) add("understand", "another language");
  return steps;
}

}  // namespace quiver
