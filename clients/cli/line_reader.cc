#include "cli/line_reader.h"

#include <histedit.h>
#include <unistd.h>

#include <cstdlib>
#include <cwchar>
#include <utility>

#include "cli/interruption.h"

namespace quiver {
namespace {

constexpr int kKeptLines = 200;

// One character of the terminal, or a value below 1 as read() gives it.
// libedit's own reader goes on after a signal; this one lets Ctrl-C end the
// line.
int ReadCharacter(int file, wchar_t& character) {
  std::mbstate_t state = {};
  while (true) {
    if (!WaitForInput(file)) return -1;
    char byte = 0;
    const ssize_t count = read(file, &byte, 1);
    if (count <= 0) return static_cast<int>(count);
    const size_t used = std::mbrtowc(&character, &byte, 1, &state);
    if (used == static_cast<size_t>(-2)) continue;  // More bytes belong to it.
    if (used != static_cast<size_t>(-1)) return 1;
    state = {};  // Not a character: left out.
  }
}

class EditingReader final : public LineReader {
 public:
  EditingReader(std::string prompt, std::vector<std::string> completions)
      : prompt_(std::move(prompt)),
        completions_(std::move(completions)),
        editor_(el_init("quiver", stdin, stdout, stderr)),
        history_(history_init()) {
    HistEvent event;
    history(history_, &event, H_SETSIZE, kKeptLines);
    history(history_, &event, H_SETUNIQUE, 1);
    el_set(editor_, EL_CLIENTDATA, this);
    el_set(editor_, EL_PROMPT, &Prompt);
    el_set(editor_, EL_EDITOR, "emacs");
    el_set(editor_, EL_HIST, history, history_);
    el_set(editor_, EL_GETCFN, &NextCharacter);
    el_source(editor_, nullptr);
  }

  ~EditingReader() override {
    el_end(editor_);
    history_end(history_);
  }

  InputLine Read() override {
    el_resize(editor_);
    // Before the prompt, so that what is typed at it is never taken for the
    // terminal's own line editing.
    el_set(editor_, EL_PREP_TERM, 1);
    int count = 0;
    const char* const line = el_gets(editor_, &count);
    if (Interrupted()) {
      // Else the next line would begin with what was typed here.
      const LineInfo* const typed = el_line(editor_);
      std::string text(typed->buffer, typed->lastchar);
      el_set(editor_, EL_UNBUFFERED, 0);
      el_reset(editor_);
      return {LineEnd::kInterrupted, std::move(text)};
    }
    if (line == nullptr || count <= 0) return {LineEnd::kEndOfInput, ""};
    std::string text(line, static_cast<size_t>(count));
    if (text.ends_with('\n')) text.pop_back();
    if (!text.empty()) {
      HistEvent event;
      history(history_, &event, H_ENTER, text.c_str());
    }
    return {LineEnd::kLine, std::move(text)};
  }

 private:
  static EditingReader& Of(EditLine* editor) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    return *static_cast<EditingReader*>(self);
  }

  static char* Prompt(EditLine* editor) { return Of(editor).prompt_.data(); }

  // What libedit takes for typed: the terminal's characters, and in the place
  // of a tab the rest of the only word that begins with what is there.
  static int NextCharacter(EditLine* editor, wchar_t* character) {
    EditingReader& self = Of(editor);
    while (self.completion_.empty()) {
      const int count = ReadCharacter(STDIN_FILENO, *character);
      if (count != 1 || *character != L'\t') return count;
      self.completion_ = self.RestOfWord();
    }
    *character = static_cast<unsigned char>(self.completion_.front());
    self.completion_.erase(0, 1);
    return 1;
  }

  // ASCII, as the completions are.
  std::string RestOfWord() const {
    const LineInfo* const line = el_line(editor_);
    const std::string typed(line->buffer, line->cursor);
    const std::string* only = nullptr;
    for (const std::string& word : completions_) {
      if (typed.empty() || !word.starts_with(typed)) continue;
      if (only != nullptr) return "";
      only = &word;
    }
    return only == nullptr ? "" : only->substr(typed.size());
  }

  std::string prompt_;
  const std::vector<std::string> completions_;
  std::string completion_;  // Not given to libedit yet.
  EditLine* const editor_;
  History* const history_;
};

class PlainReader final : public LineReader {
 public:
  explicit PlainReader(std::FILE* stream) : stream_(stream) {}
  ~PlainReader() override { std::free(buffer_); }

  InputLine Read() override {
    const ssize_t count = getline(&buffer_, &capacity_, stream_);
    if (Interrupted()) return {LineEnd::kInterrupted, ""};
    if (count < 0) return {LineEnd::kEndOfInput, ""};
    std::string text(buffer_, static_cast<size_t>(count));
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    return {LineEnd::kLine, std::move(text)};
  }

 private:
  std::FILE* const stream_;
  char* buffer_ = nullptr;  // Of getline().
  size_t capacity_ = 0;
};

}  // namespace

std::unique_ptr<LineReader> EditLines(std::string prompt,
                                      std::vector<std::string> completions) {
  return std::make_unique<EditingReader>(std::move(prompt),
                                         std::move(completions));
}

std::unique_ptr<LineReader> ReadLines(std::FILE* stream) {
  return std::make_unique<PlainReader>(stream);
}

}  // namespace quiver
