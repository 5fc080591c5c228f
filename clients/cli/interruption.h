#ifndef QUIVER_CLI_INTERRUPTION_H_
#define QUIVER_CLI_INTERRUPTION_H_

namespace quiver {

// Makes Ctrl-C (SIGINT) set a flag instead of ending the process.
void CatchInterruptions();

// Whether Ctrl-C was pressed since the last ClearInterruption().
bool Interrupted();
void ClearInterruption();

// Waits until `file` can be read or Ctrl-C is pressed, even if that was just
// before the call.  False: Ctrl-C was pressed.
bool WaitForInput(int file);

}  // namespace quiver

#endif  // QUIVER_CLI_INTERRUPTION_H_
