#ifndef QUIVER_CLI_SCRIPT_REPORT_H_
#define QUIVER_CLI_SCRIPT_REPORT_H_

#include <string>
#include <vector>

#include "cli/script_runner.h"
#include "cli/terminal.h"

namespace quiver {

// How a conversation went, for a terminal: its failures with what was said,
// expected and got, and why.  Empty when all went well.
std::string FormatResult(const ScriptResult& result, const TextStyle& style);

// A last line that counts: "41 conversations, 130 turns: all as expected".
std::string FormatTotal(const std::vector<ScriptResult>& results,
                        const TextStyle& style);

// One line of JSON: file, ok, turns, skipped, failures.
std::string FormatResultJson(const ScriptResult& result);

// All results as JUnit XML, which continuous integration servers read.
std::string FormatJunit(const std::vector<ScriptResult>& results);

}  // namespace quiver

#endif  // QUIVER_CLI_SCRIPT_REPORT_H_
