#ifndef QUIVER_CONTENT_NAMES_H_
#define QUIVER_CONTENT_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

namespace quiver {

// Whether `text` is a name as entities, values, slots, intents, aspects and
// macros have it: lower-case letters, digits and "_", a letter or digit first,
// at most kMaxNameBytes.
bool IsName(std::string_view text);

// Whether `text` is a name of a document: lower-case letters, digits and single
// hyphens between them, at most kMaxDocumentId bytes.
bool IsDocumentId(std::string_view text);

// The one of `names` that `text` was probably meant to be, as advice: `did you
// mean "eyelid"?`; empty when none is near.  Of equally near ones the first in
// the alphabet.
std::string DidYouMean(std::string_view text,
                       const std::vector<std::string_view>& names);

// `names` as a phrase: "a, b or c".
std::string Alternatives(const std::vector<std::string_view>& names);

}  // namespace quiver

#endif  // QUIVER_CONTENT_NAMES_H_
