#ifndef QUIVER_CONTENT_YAML_EVENTS_H_
#define QUIVER_CONTENT_YAML_EVENTS_H_

#include <yaml.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quiver {

// Why a text is no YAML.
struct YamlError {
  std::string message;
  size_t offset = 0;       // Of the byte where it showed.
  std::string inside;      // "while parsing a flow sequence"; may be empty.
  size_t inside_from = 0;  // Where that begins.
};

// What libyaml reads in a text, one event after the other.
class YamlEvents {
 public:
  // `text`, well-formed UTF-8, must outlive the events.
  explicit YamlEvents(std::string_view text);
  ~YamlEvents();

  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;

  // The next event, valid until the one after it is asked for; null after a
  // mistake.  YAML_STREAM_END_EVENT is the last.
  const yaml_event_t* Next();

  // The mistake that ended the reading.
  std::optional<YamlError> error() const { return error_; }

  // The byte of the text where `mark` stands.  Cheap for marks in order.
  size_t OffsetOf(const yaml_mark_t& mark);

 private:
  YamlError TakeError();

  const std::string_view text_;
  yaml_parser_t parser_;
  yaml_event_t event_ = {};
  std::optional<YamlError> error_;
  // The place of the last mark: libyaml counts characters.
  size_t characters_ = 0;
  size_t bytes_ = 0;
};

}  // namespace quiver

#endif  // QUIVER_CONTENT_YAML_EVENTS_H_
