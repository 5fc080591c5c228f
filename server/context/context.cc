#include "context/context.h"

#include "context/clause_view.h"
#include "context/experiencer.h"
#include "context/negation.h"
#include "context/role.h"
#include "context/supposition.h"
#include "context/temporality.h"

namespace quiver {

std::vector<Assertion> DetectContext(const Reading& reading,
                                     const std::vector<Span>& mentions,
                                     const std::vector<bool>& is_matter) {
  std::vector<Assertion> assertions(mentions.size());
  if (mentions.empty()) return assertions;
  const std::vector<ClauseView> views = ViewsOf(reading, mentions);
  NoteDenials(views, assertions);
  NoteSuppositions(views, assertions);
  NoteBearers(views, assertions);
  NoteDates(views, assertions);
  NoteRoles(views, is_matter, assertions);
  return assertions;
}

}  // namespace quiver
