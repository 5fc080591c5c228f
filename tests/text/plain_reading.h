#ifndef QUIVER_TESTS_TEXT_PLAIN_READING_H_
#define QUIVER_TESTS_TEXT_PLAIN_READING_H_

#include <memory>
#include <string_view>

#include "text/dictionary.h"
#include "text/reader.h"

namespace quiver {

// `message` as read by an assistant that knows no words: nothing is mended.
inline Reading ReadPlain(std::string_view message) {
  static const std::unique_ptr<Dictionary> dictionary = MakeDictionary({});
  static const std::unique_ptr<Reader> reader = MakeReader({}, *dictionary);
  return reader->Read(message).raw;
}

}  // namespace quiver

#endif  // QUIVER_TESTS_TEXT_PLAIN_READING_H_
