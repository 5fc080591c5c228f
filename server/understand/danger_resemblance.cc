#include "understand/danger_resemblance.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "understand/question_parts.h"

namespace quiver {
namespace {

// How much more a text must resemble a rule than what is harmless, as a
// difference of LabelScore::score; docs/understanding.md.
constexpr double kSure = 0.6;
constexpr double kSuspected = 0.1;
// From here on down a text is harmless, whatever a pattern found in it.
constexpr double kHarmless = -1.1;
// In a letter, of so many words, a sign is more often told by the way than
// had.  It is harmless where the whole, the part with the sign and both
// together are below these.
constexpr size_t kWordsOfLetter = 35;
constexpr double kHarmlessLetter = -0.9;
constexpr double kHarmlessPart = -0.2;
constexpr double kHarmlessTogether = -1.2;
// A few words tell too little: "in my chest" answers "where do you feel it?".
constexpr size_t kFewestWords = 5;
// In a clause of more, a sign may be lost among other words.
constexpr size_t kMostWords = 25;
// In a message of more, all of them.
constexpr size_t kMostWordsOfMessage = 200;

const SafetyRule* SuspectedRule(const Catalog& catalog) {
  const auto found =
      std::find_if(catalog.safety_rules.begin(), catalog.safety_rules.end(),
                   [](const SafetyRule& rule) { return rule.suspected; });
  return found == catalog.safety_rules.end() ? nullptr : &*found;
}

bool IsLetter(const Reading& reading) {
  return reading.tokens.size() >= kWordsOfLetter;
}

// The sentence that `clause` belongs to.
Span SentenceOf(const Reading& reading, const Clause& clause) {
  Span sentence = clause.span;
  for (const Clause& other : reading.clauses) {
    if (other.sentence != clause.sentence) continue;
    sentence.begin = std::min(sentence.begin, other.span.begin);
    sentence.end = std::max(sentence.end, other.span.end);
  }
  return sentence;
}

std::vector<Span> SentencesOf(const Reading& reading) {
  std::vector<Span> sentences;
  uint32_t last = 0;
  for (const Clause& clause : reading.clauses) {
    if (sentences.empty() || clause.sentence != last) {
      sentences.push_back(clause.span);
    }
    sentences.back().end = clause.span.end;
    last = clause.sentence;
  }
  return sentences;
}

// The rules that hold, most urgent first, then by name; each once.
void Sort(std::vector<SafetyFinding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const SafetyFinding& left, const SafetyFinding& right) {
                     return left.rule->level != right.rule->level
                                ? left.rule->level > right.rule->level
                                : left.rule->name < right.rule->name;
                   });
  const auto same = [](const SafetyFinding& left, const SafetyFinding& right) {
    return left.rule == right.rule;
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same),
                 findings.end());
}

}  // namespace

DangerResemblance::DangerResemblance(const Catalog& catalog,
                                     std::shared_ptr<const IntentModel> model)
    : catalog_(catalog),
      model_(std::move(model)),
      suspected_(SuspectedRule(catalog)) {}

std::vector<SafetyFinding> DangerResemblance::Review(
    const ReadMentions& read, std::vector<SafetyFinding> findings) const {
  if (model_ == nullptr) return findings;
  const std::vector<Part> parts = ComparedParts(read);
  HoldBack(read, parts.front(), findings);
  Add(read, parts, findings);
  Sort(findings);
  return findings;
}

// Whether `entity` may be a sign: neither what the assistant is about nor what
// visitors are asked for.
bool DangerResemblance::IsSign(const Entity& entity) const {
  return !entity.subject && catalog_.FindSlot(entity.name) == nullptr;
}

// Whether a sign in `span` is not there, or not now.
bool DangerResemblance::IsExcused(const ReadMentions& read,
                                  const Span& span) const {
  return std::any_of(
      read.mentions.begin(), read.mentions.end(), [&](const Mention& mention) {
        return mention.span.Overlaps(span) && !mention.assertion.Present() &&
               IsSign(*mention.entity);
      });
}

DangerResemblance::Part DangerResemblance::Compare(const ReadMentions& read,
                                                   const Span& span) const {
  Part part{span};
  const size_t words = read.reading.TokensIn(span).size();
  if (words < kFewestWords || words > kMostWordsOfMessage) return part;
  const LabelLead nearest = model_->Lead(read.reading, span);
  part.rule = &catalog_.safety_rules[nearest.label];
  part.margin = nearest.lead;
  return part;
}

std::vector<DangerResemblance::Part> DangerResemblance::ComparedParts(
    const ReadMentions& read) const {
  std::vector<Part> parts = {Compare(read, WholeOf(read.reading))};
  const std::vector<Span> sentences = SentencesOf(read.reading);
  if (sentences.size() < 2) return parts;
  std::transform(sentences.begin(), sentences.end(), std::back_inserter(parts),
                 [&](const Span& span) { return Compare(read, span); });
  return parts;
}

bool DangerResemblance::IsHarmless(const ReadMentions& read, const Part& whole,
                                   const Clause& clause) const {
  const size_t words = clause.last_token - clause.first_token;
  if (words > kMostWords) return false;
  if (!IsLetter(read.reading)) {
    if (whole.margin > kHarmless) return false;
    const Part part = Compare(read, clause.span);
    return part.rule != nullptr && part.margin <= kHarmless;
  }
  if (whole.margin > kHarmlessLetter) return false;
  const Part part =
      Compare(read, words < kFewestWords ? SentenceOf(read.reading, clause)
                                         : clause.span);
  return part.rule != nullptr && part.margin <= kHarmlessPart &&
         whole.margin + part.margin <= kHarmlessTogether;
}

bool DangerResemblance::IsHarmless(const ReadMentions& read, const Part& whole,
                                   const SafetyFinding& finding) const {
  bool found = false;  // What stands nowhere is not harmless.
  for (const Clause& clause : read.reading.clauses) {
    if (!read.reading.Origin(clause.span).Overlaps(finding.origin)) continue;
    if (!IsHarmless(read, whole, clause)) return false;
    found = true;
  }
  return found;
}

void DangerResemblance::HoldBack(const ReadMentions& read, const Part& whole,
                                 std::vector<SafetyFinding>& findings) const {
  if (suspected_ == nullptr || whole.rule == nullptr) return;
  for (SafetyFinding& finding : findings) {
    if (finding.rule->level == SafetyLevel::kDoctor ||
        !IsHarmless(read, whole, finding)) {
      continue;
    }
    finding.evidence =
        fmt::format("{}: {}; but the message resembles harmless ones",
                    finding.rule->name, finding.evidence);
    finding.rule = suspected_;
  }
}

void DangerResemblance::Add(const ReadMentions& read,
                            const std::vector<Part>& parts,
                            std::vector<SafetyFinding>& findings) const {
  for (const Part& part : parts) {
    if (part.rule == nullptr || part.margin < kSuspected) continue;
    const bool is_sure = part.margin >= kSure;
    if (!is_sure && (suspected_ == nullptr || IsExcused(read, part.span))) {
      continue;
    }
    const SafetyRule* const rule = is_sure ? part.rule : suspected_;
    const bool is_told = std::any_of(
        findings.begin(), findings.end(), [&](const SafetyFinding& finding) {
          return finding.rule->level >= rule->level;
        });
    if (is_told) continue;
    findings.push_back({rule,
                        fmt::format("resembles examples of {} by {:.2f}",
                                    part.rule->name, part.margin),
                        read.reading.Origin(part.span)});
  }
}

}  // namespace quiver
