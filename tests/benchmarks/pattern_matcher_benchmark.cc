// How long it takes to tell which of many patterns a message matches, by four
// designs, and for this matcher on long texts, whole and in parts.
//
// Each message is timed by itself and seen by a design only once, so what is
// reported is the time of a new message; 4,000 others go before.  Figures:
// docs/benchmarks.md.

#include <malloc.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks/synthetic_patterns.h"
#include "fmt/core.h"
#include "match/literal_automaton.h"
#include "match/pattern_matcher.h"
#include "match/text_parts.h"

namespace quiver {
namespace {

using re2::RE2;
using SteadyClock = std::chrono::steady_clock;

// RE2 refuses to compile a set of many more patterns like these, whatever the
// memory.
constexpr size_t kLargestSet = 10000;

// Answers how many patterns a text matches.
using Design = std::function<size_t(const std::string& text)>;

double MicrosecondsSince(SteadyClock::time_point start) {
  return std::chrono::duration<double, std::micro>(SteadyClock::now() - start)
      .count();
}

double ResidentMegabytes() {
  malloc_trim(0);
  size_t total = 0;
  size_t resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return static_cast<double>(resident) *
         static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

RE2::Options Options(int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

std::shared_ptr<const PatternMatcher> MakeMatcher(
    const std::vector<std::string>& regexes) {
  std::vector<Pattern> patterns;
  for (const std::string& regex : regexes) patterns.push_back({regex, 0});
  return *MakePatternMatcher(patterns);
}

Design MakeQuiver(const std::vector<std::string>& regexes) {
  const auto matcher = MakeMatcher(regexes);
  return [matcher](const std::string& text) {
    return matcher->Match(text).size();
  };
}

Design MakeLoop(const std::vector<std::string>& regexes) {
  auto compiled = std::make_shared<std::vector<std::unique_ptr<RE2>>>();
  for (const std::string& regex : regexes) {
    compiled->push_back(std::make_unique<RE2>(regex, Options(8 << 20)));
  }
  return [compiled](const std::string& text) {
    return std::count_if(
        compiled->begin(), compiled->end(),
        [&](const auto& regex) { return RE2::PartialMatch(text, *regex); });
  };
}

Design MakeSet(const std::vector<std::string>& regexes) {
  auto set = std::make_shared<RE2::Set>(Options(64 << 20), RE2::UNANCHORED);
  for (const std::string& regex : regexes) set->Add(regex, nullptr);
  if (!set->Compile()) return nullptr;
  return [set](const std::string& text) {
    std::vector<int> matches;
    set->Match(text, &matches);
    return matches.size();
  };
}

// `atom` as our automaton reads a text: with the boundaries inside it.
std::string WithBoundaries(std::string_view atom) {
  std::string literal;
  for (char c : atom) {
    const bool crosses = !literal.empty() &&
                         IsWordCharacter(literal.back()) != IsWordCharacter(c);
    if (crosses) literal += kBoundarySymbol;
    literal += c;
  }
  return literal;
}

// RE2's own prefilter, with our automaton to find its atoms.
Design MakeFiltered(const std::vector<std::string>& regexes) {
  auto filtered = std::make_shared<re2::FilteredRE2>(3);
  for (const std::string& regex : regexes) {
    int id = 0;
    filtered->Add(regex, Options(8 << 20), &id);
  }
  std::vector<std::string> atoms;
  filtered->Compile(&atoms);
  std::vector<std::string> encoded;
  for (const std::string& atom : atoms) {
    encoded.push_back(LiteralAutomaton::Encode(WithBoundaries(atom)));
  }
  std::vector<uint32_t> names(encoded.size());
  std::iota(names.begin(), names.end(), 0);
  auto automaton = std::make_shared<LiteralAutomaton>(encoded, names);
  return [filtered, automaton](const std::string& text) {
    std::vector<int> found;
    automaton->Scan(text, [&](uint32_t atom, uint32_t) {
      found.push_back(static_cast<int>(atom));
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<int> matches;
    filtered->AllMatches(text, found, &matches);
    return matches.size();
  };
}

struct Figures {
  double median = 0;
  double p99 = 0;
  size_t matches = 0;
};

Figures Measure(const Design& design, const std::vector<std::string>& texts) {
  std::vector<double> times;
  Figures figures;
  for (const std::string& text : texts) {
    const auto start = SteadyClock::now();
    figures.matches += design(text);
    times.push_back(MicrosecondsSince(start));
  }
  std::sort(times.begin(), times.end());
  figures.median = times[times.size() / 2];
  figures.p99 = times[times.size() * 99 / 100];
  return figures;
}

struct Contender {
  const char* name;
  Design (*make)(const std::vector<std::string>&);
};

// Prints a line of figures of `contender`, and its times as multiples of
// `reference`, if that is set.
Figures Run(const Contender& contender, const std::vector<std::string>& regexes,
            const std::vector<std::string>& warm_up,
            const std::vector<std::string>& messages,
            const Figures& reference) {
  const double before = ResidentMegabytes();
  const auto start = SteadyClock::now();
  const Design design = contender.make(regexes);
  const double built = MicrosecondsSince(start) / 1e6;
  if (design == nullptr) {
    fmt::print("{:<28} does not compile ({:.1f} s)\n", contender.name, built);
    return {};
  }
  Measure(design, warm_up);
  const Figures figures = Measure(design, messages);
  const double scale =
      reference.median > 0 ? figures.median / reference.median : 1.0;
  fmt::print("{:<28} {:>10.1f} {:>10.1f} {:>8.1f}x {:>8.2f} {:>8.0f} {:>9}\n",
             contender.name, figures.median, figures.p99, scale, built,
             ResidentMegabytes() - before, figures.matches);
  std::fflush(stdout);
  return figures;
}

std::vector<std::string> First(const std::vector<std::string>& all,
                               size_t size) {
  return {all.begin(), all.begin() + std::min(size, all.size())};
}

void CompareDesigns(size_t size) {
  SyntheticPatterns synthetic(20240229);
  const std::vector<std::string> regexes = synthetic.Patterns(size);
  const std::vector<std::string> warm_up = synthetic.Messages(4000);
  const std::vector<std::string> messages = synthetic.Messages(4000);
  const size_t few = size > 10000 ? 20 : 4000;
  fmt::print("\n{} patterns, {} new messages (loop: {})\n", size,
             messages.size(), few);
  fmt::print("{:<28} {:>10} {:>10} {:>9} {:>8} {:>8} {:>9}\n", "design",
             "median us", "p99 us", "median", "build s", "MB", "matches");
  const Figures ours =
      Run({"quiver", MakeQuiver}, regexes, warm_up, messages, {});
  Run({"FilteredRE2 + Aho-Corasick", MakeFiltered}, regexes, warm_up, messages,
      ours);
  if (size <= kLargestSet) {
    Run({"RE2::Set, 64 MB", MakeSet}, regexes, warm_up, messages, ours);
  } else {
    fmt::print("RE2::Set, 64 MB              skipped: does not compile\n");
  }
  Run({"loop of RE2", MakeLoop}, regexes, First(warm_up, few),
      First(messages, few), ours);
}

// A paste as a whole, and in parts.
void MeasurePastes(size_t size) {
  SyntheticPatterns synthetic(20240301);
  const auto matcher = MakeMatcher(synthetic.Patterns(size));
  fmt::print("\n{} patterns, quiver, long texts\n", size);
  fmt::print("{:<28} {:>10} {:>10} {:>10} {:>10}\n", "bytes", "median us",
             "p99 us", "in parts", "p99 us");
  for (const size_t bytes : {250, 500, 1000, 2000, 4000, 8000}) {
    std::vector<std::string> pastes;
    for (int i = 0; i < 200; ++i) pastes.push_back(synthetic.Paste(bytes));
    const Figures whole = Measure(
        [&](const std::string& text) { return matcher->Match(text).size(); },
        pastes);
    const Figures parts = Measure(
        [&](const std::string& text) {
          return MatchInParts(*matcher, text).size();
        },
        pastes);
    fmt::print("{:<28} {:>10.1f} {:>10.1f} {:>10.1f} {:>10.1f}\n", bytes,
               whole.median, whole.p99, parts.median, parts.p99);
  }
}

}  // namespace
}  // namespace quiver

int main() {
  for (const size_t size : {500, 50000}) quiver::CompareDesigns(size);
  for (const size_t size : {500, 1500}) quiver::MeasurePastes(size);
}
