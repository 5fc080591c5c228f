#include "retrieve/stop_words.h"

#include <cstddef>

#include "base/string_map.h"
#include "text/reader.h"
#include "text/word_classes.h"

namespace quiver {
namespace {

// Beyond the closed word classes of text/word_classes.h.
constexpr std::string_view kMore =
    "me him them us myself yourself himself herself itself themselves be been "
    "being having doing done get gets getting got go goes going come comes "
    "keep keeps make makes making made let like really very too much many more "
    "most lot lots bit quite just only even still also again ever never always "
    "if while whether then than here yes no not nor such same other own few "
    "thing things something way kind sort mean means please thanks thank hi "
    "hello know tell want need think thought say says said give ask wonder "
    "wondering anyone someone anybody because i'm it's that's what's";

StringSet MakeStopStems() {
  StringSet stems;
  for (const std::string_view word : ClassifiedWords()) {
    // The verbs say something: "sleep", "feel".
    if ((ClassesOf(word) & ~kBareVerb) != 0) stems.insert(Stem(word));
  }
  for (size_t begin = 0; begin < kMore.size();) {
    size_t end = kMore.find(' ', begin);
    if (end == std::string_view::npos) end = kMore.size();
    stems.insert(Stem(kMore.substr(begin, end - begin)));
    begin = end + 1;
  }
  return stems;
}

}  // namespace

bool IsStopStem(std::string_view stem) {
  static const StringSet& stems = *new StringSet(MakeStopStems());
  return stems.contains(stem);
}

}  // namespace quiver
