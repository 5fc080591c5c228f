#include "content/yaml_events.h"

#include <algorithm>
#include <new>

namespace quiver {
namespace {

bool IsInsideCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

YamlEvents::YamlEvents(std::string_view text) : text_(text) {
  if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
  yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
  // libyaml takes bytes for unsigned.
  yaml_parser_set_input_string(
      &parser_, reinterpret_cast<const unsigned char*>(text_.data()),
      text_.size());
}

YamlEvents::~YamlEvents() {
  yaml_event_delete(&event_);
  yaml_parser_delete(&parser_);
}

const yaml_event_t* YamlEvents::Next() {
  yaml_event_delete(&event_);
  event_ = {};
  if (error_) return nullptr;
  if (yaml_parser_parse(&parser_, &event_) != 0) return &event_;
  error_ = TakeError();
  return nullptr;
}

size_t YamlEvents::OffsetOf(const yaml_mark_t& mark) {
  if (mark.index < characters_) characters_ = bytes_ = 0;
  for (; characters_ < mark.index && bytes_ < text_.size(); ++characters_) {
    ++bytes_;
    while (bytes_ < text_.size() && IsInsideCharacter(text_[bytes_])) ++bytes_;
  }
  return bytes_;
}

YamlError YamlEvents::TakeError() {
  YamlError error;
  error.message = parser_.problem == nullptr ? "unreadable" : parser_.problem;
  if (parser_.error == YAML_READER_ERROR) {
    error.offset = std::min(parser_.problem_offset, text_.size());
    return error;
  }
  if (parser_.context != nullptr) {
    error.inside = parser_.context;
    error.inside_from = OffsetOf(parser_.context_mark);
  }
  error.offset = OffsetOf(parser_.problem_mark);
  return error;
}

}  // namespace quiver
