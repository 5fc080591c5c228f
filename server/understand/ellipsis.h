#ifndef QUIVER_UNDERSTAND_ELLIPSIS_H_
#define QUIVER_UNDERSTAND_ELLIPSIS_H_

#include <cstddef>

#include "base/string_map.h"
#include "content/catalog.h"
#include "understand/understanding.h"

namespace quiver {

// Tells whether a message that names nothing of the subject may yet be meant
// for the assistant, as what is left of a longer question: "how long does it
// last?", "my left thumb"; not "how long does it last in the fridge".
//
// Immutable: any number of threads may use one.
class Ellipsis {
 public:
  // `catalog` must outlive it.
  explicit Ellipsis(const Catalog& catalog);

  // How many words of the message carry meaning and neither are a detail nor
  // serve to ask.  With none it may be an ellipsis; in a talk about the subject
  // also with one: "seriously, is it dangerous?".
  size_t CountUnexplained(const Understanding& understanding) const;

  // Whether a detail is named that no slot asks for: a medicine, an illness.
  bool NamesUnaskedDetail(const Understanding& understanding) const;

 private:
  bool Explains(const Mention& mention) const;
  bool IsExplained(const Understanding& understanding,
                   const Token& token) const;

  const Catalog& catalog_;
  const StringSet asking_words_;
};

}  // namespace quiver

#endif  // QUIVER_UNDERSTAND_ELLIPSIS_H_
