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
  const auto denials = FindDenials(views);
  const auto suppositions = FindSuppositions(views);
  const auto bearers = FindBearers(views);
  const auto roles = FindRoles(views, is_matter);
  for (size_t c = 0; c < views.size(); ++c) {
    for (size_t m = 0; m < views[c].mentions().size(); ++m) {
      const MentionView& mention = views[c].mentions()[m];
      const Dating dating = DatingOf(views, c, mention);
      assertions[mention.index] = {
          .negated = denials[c][m],
          .hypothetical = suppositions[c][m].hypothetical,
          .asked = suppositions[c][m].asked,
          .experiencer = bearers[c][m].experiencer,
          .is_own = bearers[c][m].is_own,
          .temporality = dating.temporality,
          .weeks_ago = dating.weeks_ago,
          .taken = roles[c][m].taken,
          .remedy = roles[c][m].remedy,
          .tied = roles[c][m].tied};
    }
  }
  return assertions;
}

}  // namespace quiver
