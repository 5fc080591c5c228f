#ifndef QUIVER_CLI_HELP_TEXT_H_
#define QUIVER_CLI_HELP_TEXT_H_

namespace quiver {

// What "quiver --help" says before and after the options and commands.
inline constexpr char kDescription[] =
    R"(Talks to Quiver assistants, and tests and explains what they say.

  quiver chat                                  talk to a server
  quiver ask "why does my eyelid twitch?"      one question, one answer
  quiver chat --content .                      talk without a server
  quiver check                                 find mistakes in content
  quiver test tests/conversations              see whether conversations hold
  quiver explain --content . "my calf jumps"   see why an answer is given)";

inline constexpr char kFooter[] = R"(Exit codes:
  0    fine
  1    a conversation did not go as expected, or content has mistakes
  2    the command line, a file or a folder is not usable
  10+  a call failed: 10 + the canonical code; 24 (UNAVAILABLE): no server
  130  interrupted with Ctrl-C

Options win over environment variables, which are named beside them.  NO_COLOR
(not empty) and TERM=dumb turn colours off, as --no-color does.

"quiver COMMAND --help" tells about a command.)";

}  // namespace quiver

#endif  // QUIVER_CLI_HELP_TEXT_H_
