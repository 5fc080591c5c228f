#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>

#include "cli/help_text.h"
#include "main/version.h"

namespace quiver {
namespace {

// The command line and what it fills in.
class Parser {
 public:
  Parser()
      : settings_(UsualSettings()),
        app_(std::make_unique<CLI::App>(kDescription, "quiver")),
        timeout_(absl::ToDoubleSeconds(settings_.server.timeout)) {
    app_->footer(kFooter);
    app_->set_version_flag("--version", std::string("quiver ") + kVersion);
    app_->require_subcommand(1);
    app_->fallthrough();
    app_->option_defaults()->always_capture_default(false);
    AddServer();
    AddOutput();
    AddChat();
    AddSession();
    AddScripts();
    AddAuthoring();
    AddCompletion();
  }

  CLI::App& app() { return *app_; }

  Settings Take() {
    settings_.server.timeout = absl::Seconds(timeout_);
    const CLI::App* const command = app_->get_subcommands().front();
    settings_.command = command->get_name();
    const bool without_server =
        settings_.command == "test" || settings_.command == "check";
    if (without_server && settings_.content.empty()) settings_.content = ".";
    return std::move(settings_);
  }

 private:
  void AddServer() {
    const std::string group = "Server";
    app_->add_option("--server", settings_.server.target,
                     "Address of the server")
        ->type_name("HOST:PORT")
        ->envname("QUIVER_SERVER")
        ->capture_default_str()
        ->group(group);
    app_->add_option("--authoring-server", settings_.server.authoring_target,
                     "Its address for authors; explain and reload use it")
        ->type_name("HOST:PORT")
        ->envname("QUIVER_AUTHORING_SERVER")
        ->capture_default_str()
        ->group(group);
    app_->add_flag("--tls", settings_.server.tls, "Talk to it encrypted")
        ->envname("QUIVER_TLS")
        ->group(group);
    app_->add_option("--tls-roots", settings_.server.root_certificates,
                     "Certificates to trust, PEM; default: the system's")
        ->type_name("FILE")
        ->envname("QUIVER_TLS_ROOTS")
        ->group(group);
    app_->add_option("--timeout", timeout_, "How long a call may take")
        ->type_name("SECONDS")
        ->envname("QUIVER_TIMEOUT")
        ->check(CLI::Range(0.001, 3600.0))
        ->capture_default_str()
        ->group(group);
    app_->add_option("--assistant", settings_.assistant,
                     "Which assistant; default: the server's")
        ->type_name("NAME")
        ->envname("QUIVER_ASSISTANT")
        ->group(group);
  }

  void AddOutput() {
    const std::string group = "Output";
    app_->add_flag("--json", settings_.json,
                   "One JSON object a line instead of text")
        ->group(group);
    app_->add_flag("--no-color", settings_.no_colour, "No colours")
        ->group(group);
    app_->add_option("--width", settings_.width,
                     "Columns of a line; default: as the terminal, at most 100")
        ->type_name("COLUMNS")
        ->check(CLI::Range(20, 1000))
        ->group(group);
  }

  CLI::App* AddCommand(const char* name, const char* description) {
    CLI::App* const command = app_->add_subcommand(name, description);
    command->fallthrough();
    command->footer("Options of all commands, exit codes: quiver --help");
    return command;
  }

  void AddSessionOption(CLI::App* command) {
    command
        ->add_option("--session", settings_.session,
                     "Id of a session, as an earlier reply gave it; a secret")
        ->type_name("ID")
        ->envname("QUIVER_SESSION");
  }

  void AddContentInstead(CLI::App* command) {
    command
        ->add_option("--content", settings_.content,
                     "Answer here, from this folder with intents/ and "
                     "knowledge/, instead of asking a server")
        ->type_name("FOLDER");
    AddLocal(command);
  }

  void AddContentFolder(CLI::App* command) {
    command
        ->add_option("--content", settings_.content,
                     "Folder with intents/ and knowledge/; default: this one")
        ->type_name("FOLDER")
        ->envname("QUIVER_CONTENT");
    AddLocal(command);
  }

  void AddLocal(CLI::App* command) {
    command
        ->add_option("--word-list", settings_.word_lists,
                     "List of ordinary words, never taken for typos; may be "
                     "repeated")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->envname("QUIVER_WORD_LIST")
        ->capture_default_str();
    command->add_option("--cache", settings_.cache, "Keeps what was learned")
        ->type_name("FOLDER")
        ->envname("QUIVER_CACHE")
        ->capture_default_str();
    command
        ->add_option("--day", settings_.day,
                     "When it takes place, without a server; default: today")
        ->type_name("YYYY-MM-DD");
  }

  void AddMessage(CLI::App* command) {
    command
        ->add_option("message", settings_.words,
                     "What to say; \"-\" or nothing: what is piped in")
        ->type_name("TEXT");
    command
        ->add_option("--option", settings_.options,
                     "Id of an option to tap instead; may be repeated")
        ->type_name("ID")
        ->allow_extra_args(false);
    AddSessionOption(command);
    AddContentInstead(command);
  }

  void AddTrace(CLI::App* command) {
    command->add_flag("--trace", settings_.trace,
                      "Show with each reply how it came about");
  }

  void AddChat() {
    CLI::App* const chat = AddCommand("chat", "Talk to an assistant");
    chat->footer(
        "Type /help inside it for what can be typed.  Without a terminal, "
        "each line\nof standard input is a message:\n"
        "  printf 'hello\\nwhy do i twitch\\n' | quiver chat --json");
    AddTrace(chat);
    AddSessionOption(chat);
    AddContentInstead(chat);
    CLI::App* const ask = AddCommand("ask", "Ask one thing");
    AddTrace(ask);
    AddMessage(ask);
    CLI::App* const explain = AddCommand(
        "explain", "Show how a reply comes about; nothing is stored");
    AddMessage(explain);
  }

  void AddSession() {
    AddSessionOption(AddCommand("history", "Show the turns of a session"));
    AddSessionOption(AddCommand("forget", "Delete a session for good"));
    AddCommand("health", "Tell whether a server serves");
  }

  void AddPaths(CLI::App* command) {
    command
        ->add_option("path", settings_.paths,
                     "Conversation files, or folders with .txt files")
        ->type_name("PATH")
        ->required();
    command
        ->add_option("--junit", settings_.junit,
                     "Write the results to this file too, as JUnit XML")
        ->type_name("FILE");
  }

  void AddScripts() {
    AddPaths(AddCommand("run", "Hold conversations of files with a server"));
    CLI::App* const test =
        AddCommand("test", "Hold conversations of files without a server");
    AddPaths(test);
    AddContentFolder(test);
  }

  void AddAuthoring() {
    CLI::App* const check =
        AddCommand("check", "Find mistakes in content folders");
    AddContentFolder(check);
    check->add_flag("--strict", settings_.strict,
                    "Exit with 1 for warnings too");
    AddCommand("reload", "Make a server read its content again");
  }

  void AddCompletion() {
    CLI::App* const completion =
        AddCommand("completion", "Print a completion script for a shell");
    completion->add_option("shell", settings_.shell, "Which shell")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh"}));
    completion->footer(
        "bash: source <(quiver completion bash)\n"
        "zsh:  quiver completion zsh > a folder of $fpath/_quiver");
  }

  Settings settings_;
  std::unique_ptr<CLI::App> app_;
  double timeout_;
};

OptionOutline OutlineOf(const CLI::Option& option) {
  OptionOutline outline;
  outline.name = "--" + option.get_lnames().front();
  outline.description = option.get_description();
  outline.takes_value = option.get_items_expected_max() > 0;
  return outline;
}

void AddOptions(const CLI::App& app, CommandOutline& outline) {
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty()) {
      outline.options.push_back(OutlineOf(*option));
    }
    outline.takes_files |= option->get_type_name() == "PATH";
  }
}

// What CLI11 says, or something better.
std::string Complaint(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> extras = app.remaining();
  if (!app.get_subcommands().empty() || extras.empty()) {
    std::ostringstream text;
    app.exit(error, text, text);
    return text.str();
  }
  std::string names;
  for (const CLI::App* command : app.get_subcommands({})) {
    names += " " + command->get_name();
  }
  return "There is no command \"" + extras.front() + "\"; there are:" + names +
         "\nRun with --help for more information.\n";
}

}  // namespace

std::variant<Settings, CommandLineExit> ReadCommandLine(int argc, char** argv) {
  Parser parser;
  CLI::App& app = parser.app();
  if (argc == 1) return CommandLineExit{kExitUsage, app.help()};
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& error) {  // Help or version was asked for.
    std::ostringstream text;
    app.exit(error, text, text);
    return CommandLineExit{kExitOk, text.str()};
  } catch (const CLI::ParseError& error) {
    return CommandLineExit{kExitUsage, Complaint(app, error)};
  }
  return parser.Take();
}

std::vector<CommandOutline> OutlineCommands() {
  Parser parser;
  std::vector<CommandOutline> outlines;
  for (const CLI::App* command : parser.app().get_subcommands({})) {
    CommandOutline outline;
    outline.name = command->get_name();
    outline.description = command->get_description();
    AddOptions(*command, outline);
    AddOptions(parser.app(), outline);
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

}  // namespace quiver
