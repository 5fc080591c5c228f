#include "understand/question_parts.h"

#include <algorithm>
#include <utility>

#include "text/word_classes.h"

namespace quiver {
namespace {

constexpr size_t kMaxParts = 3;
// More of a text than this tells nothing new of what it is about.
constexpr uint32_t kMostStoryBytes = 1500;

// Whether `clause` has a word that carries meaning: not "what is", cut off by a
// parenthesis.
bool SaysSomething(const Reading& reading, const Clause& clause) {
  return std::any_of(reading.tokens.begin() + clause.first_token,
                     reading.tokens.begin() + clause.last_token,
                     [&](const Token& token) {
                       return ClassesOf(reading.Text(token.span)) == kOtherWord;
                     });
}

// Whether `clause` goes on with what the one before it asks: "a tic or a
// cramp?" after "is it a twitch,".
bool GoesOn(const Reading& reading, const Clause& clause) {
  if (!clause.question) return true;
  const Token& first = reading.tokens[clause.first_token];
  constexpr uint32_t kOfNoun = kArticle | kPossessive | kPreposition;
  return (ClassesOf(reading.Text(first.span)) & ~kOfNoun) == 0;
}

// Whether `clause` only makes a condition: "and if it stays" asks what then.
bool IsCondition(const Reading& reading, const Clause& clause) {
  for (uint32_t i = clause.first_token; i < clause.last_token; ++i) {
    const uint32_t classes = ClassesOf(reading.Text(reading.tokens[i].span));
    if ((classes & kCondition) != 0) return true;
    if ((classes & (kFiller | kConjunction)) == 0) return false;
  }
  return false;
}

// What is long past does not tell what is asked, when something else does.
void ForgetPast(std::vector<const Mention*>& details) {
  const auto is_past = [](const Mention* mention) {
    return mention->assertion.temporality == Temporality::kPast;
  };
  if (std::all_of(details.begin(), details.end(), is_past)) return;
  std::erase_if(details, is_past);
}

std::vector<Detail> DetailsIn(const std::vector<const Mention*>& mentions) {
  std::vector<Detail> details;
  details.reserve(mentions.size());
  for (const Mention* mention : mentions) {
    details.push_back({mention->entity, mention->value});
  }
  return details;
}

}  // namespace

Span WholeOf(const Reading& reading) {
  return {0, static_cast<uint32_t>(reading.text.size())};
}

Span StoryOf(const Reading& reading) {
  Span story = WholeOf(reading);
  if (story.end <= kMostStoryBytes) return story;
  story.end = 0;
  for (const Clause& clause : reading.clauses) {
    if (story.end > 0 && clause.span.end > kMostStoryBytes) break;
    story.end = clause.span.end;
  }
  return story;
}

std::vector<Span> PartsOf(const Reading& reading) {
  std::vector<Span> parts;
  uint32_t sentence = 0;  // Of the last part.
  for (const Clause& clause : reading.clauses) {
    const bool same_sentence = !parts.empty() && clause.sentence == sentence;
    if (same_sentence && GoesOn(reading, clause)) {
      parts.back().end = clause.span.end;
    } else if (clause.question && SaysSomething(reading, clause)) {
      parts.push_back(clause.span);
      sentence = clause.sentence;
    }
  }
  if (parts.size() < 2) return {WholeOf(reading)};
  if (parts.size() > kMaxParts) parts.resize(kMaxParts);
  return parts;
}

bool IsPutAsQuestion(const Understanding& understanding, const Span& part) {
  const Reading& reading = understanding.utterance.corrected;
  return std::any_of(reading.clauses.begin(), reading.clauses.end(),
                     [&](const Clause& clause) {
                       return part.Overlaps(clause.span) &&
                              (clause.question || IsCondition(reading, clause));
                     });
}

bool IsDetail(const Mention& mention) {
  return mention.entity->specificity > 0 && !mention.assertion.negated;
}

PartDetails DetailsOf(const Understanding& understanding, const Span& part) {
  std::vector<const Mention*> own;
  std::vector<const Mention*> around;
  for (const Mention& mention : understanding.mentions) {
    if (!IsDetail(mention)) continue;
    (part.Contains(mention.span) ? own : around).push_back(&mention);
  }
  if (own.empty()) std::swap(own, around);
  ForgetPast(own);
  return {Amounting(DetailsIn(own)), Amounting(DetailsIn(around))};
}

}  // namespace quiver
