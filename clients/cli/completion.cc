#include "cli/completion.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "absl/strings/str_replace.h"

namespace quiver {
namespace {

// $words are the commands, then of each the options; options with a value are
// completed with file names.
constexpr std::string_view kBash = R"(_quiver() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
  local command= words= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      {names}) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $before in
    {valued}) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  case $command in
{cases}    *) words="{all}" ;;
  esac
  if [[ $command == completion && $word != -* ]]; then
    words="bash zsh"
  elif [[ $command == @({filed}) && $word != -* ]]; then
    COMPREPLY=($(compgen -f -- "$word"))
    return
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o filenames -F _quiver quiver
)";

constexpr std::string_view kZsh = R"(#compdef quiver
_quiver() {{
  local -a commands=(
{commands}  )
  local command=${{words[(r)({names})]}}
  if [[ -z $command || $command == $words[CURRENT] ]]; then
    _describe command commands
    return
  fi
  case $command in
{cases}  esac
}}
_quiver "$@"
)";

std::string Joined(const std::vector<std::string>& items,
                   std::string_view between) {
  return fmt::format("{}", fmt::join(items, between));
}

std::vector<std::string> NamesOf(const std::vector<CommandOutline>& commands) {
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CommandOutline& command : commands) names.push_back(command.name);
  return names;
}

std::vector<std::string> OptionsOf(const CommandOutline& command) {
  std::vector<std::string> names;
  names.reserve(command.options.size());
  for (const OptionOutline& option : command.options) {
    names.push_back(option.name);
  }
  return names;
}

// Text between single quotes for zsh's _arguments and _describe.
std::string Quoted(const std::string& text) {
  return absl::StrReplaceAll(
      text, {{"'", "'\\''"}, {":", "\\:"}, {"[", "\\["}, {"]", "\\]"}});
}

std::string ZshArguments(const CommandOutline& command) {
  std::string arguments;
  for (const OptionOutline& option : command.options) {
    arguments += fmt::format(" \\\n      '{}[{}]{}'", option.name,
                             Quoted(option.description),
                             option.takes_value ? ":value:_files" : "");
  }
  if (command.takes_files) arguments += " \\\n      '*:path:_files'";
  if (command.name == "completion") {
    arguments += " \\\n      '*:shell:(bash zsh)'";
  }
  return arguments;
}

}  // namespace

std::string BashCompletion(const std::vector<CommandOutline>& commands) {
  std::string cases;
  std::set<std::string> valued;
  std::vector<std::string> filed;
  for (const CommandOutline& command : commands) {
    cases += fmt::format("    {}) words=\"{}\" ;;\n", command.name,
                         Joined(OptionsOf(command), " "));
    for (const OptionOutline& option : command.options) {
      if (option.takes_value) valued.insert(option.name);
    }
    if (command.takes_files) filed.push_back(command.name);
  }
  const std::vector<std::string> names = NamesOf(commands);
  return fmt::format(
      kBash, fmt::arg("names", Joined(names, "|")),
      fmt::arg("valued", Joined({valued.begin(), valued.end()}, "|")),
      fmt::arg("cases", cases), fmt::arg("all", Joined(names, " ")),
      fmt::arg("filed", Joined(filed, "|")));
}

std::string ZshCompletion(const std::vector<CommandOutline>& commands) {
  std::string described;
  std::string cases;
  for (const CommandOutline& command : commands) {
    described +=
        fmt::format("    '{}:{}'\n", command.name, Quoted(command.description));
    cases += fmt::format("    {}) _arguments{} ;;\n", command.name,
                         ZshArguments(command));
  }
  return fmt::format(kZsh, fmt::arg("commands", described),
                     fmt::arg("names", Joined(NamesOf(commands), "|")),
                     fmt::arg("cases", cases));
}

}  // namespace quiver
