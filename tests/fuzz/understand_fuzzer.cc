// Reads any bytes, takes runs of words for mentions, and checks what the rules
// of context, durations, sides and languages promise.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "context/context.h"
#include "text/dictionary.h"
#include "text/reader.h"
#include "understand/duration.h"
#include "understand/language.h"
#include "understand/side.h"

namespace quiver {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

const Reader& PlainReader() {
  static const std::unique_ptr<Dictionary> dictionary = MakeDictionary({});
  static const std::unique_ptr<Reader> reader = MakeReader({}, *dictionary);
  return *reader;
}

// Every third token, with one to four behind it: they overlap and cross
// clauses.
std::vector<Span> SomeMentions(const Reading& reading) {
  std::vector<Span> mentions;
  for (size_t i = 0; i < reading.tokens.size(); i += 3) {
    const size_t last = i + 1 + i % 4;
    if (last > reading.tokens.size()) break;
    mentions.push_back(
        {reading.tokens[i].span.begin, reading.tokens[last - 1].span.end});
  }
  return mentions;
}

void RequireSides(const Reading& reading, const std::vector<Span>& mentions) {
  for (const Span& mention : mentions) {
    const std::string_view side = FindSide(reading, mention);
    Require(side.empty() || side == "left" || side == "right" ||
            side == "both");
  }
}

void RequireDurations(const Reading& reading) {
  uint32_t end = 0;
  for (const DurationMention& duration : FindDurations(reading)) {
    Require(!duration.value.empty());
    Require(duration.span.begin >= end && duration.span.size() > 0);
    end = duration.span.end;
  }
  Require(end <= reading.text.size());
}

}  // namespace
}  // namespace quiver

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view original(reinterpret_cast<const char*>(data), size);
  if (!quiver::IsValidUtf8(original)) return 0;
  const quiver::Reading reading = quiver::PlainReader().Read(original).raw;
  const std::vector<quiver::Span> mentions = quiver::SomeMentions(reading);

  const auto assertions = quiver::DetectContext(reading, mentions);

  quiver::Require(assertions.size() == mentions.size());
  quiver::Require(quiver::DetectContext(reading, mentions) == assertions);
  quiver::RequireSides(reading, mentions);
  quiver::RequireDurations(reading);
  quiver::IsOtherLanguage(reading);
  return 0;
}
