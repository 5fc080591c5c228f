// The engine numbers its outcomes as the public API does, so that both the wire
// and the store may cast.

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "dialogue/reply.h"
#include "quiver/v1/assistant.pb.h"

namespace quiver {
namespace {

using Numbers = std::map<std::string, int>;

// All values of an enum but the unspecified one.
Numbers NumbersOf(const google::protobuf::EnumDescriptor* type) {
  Numbers numbers;
  for (int i = 0; i < type->value_count(); ++i) {
    if (type->value(i)->number() != 0) {
      numbers[type->value(i)->name()] = type->value(i)->number();
    }
  }
  return numbers;
}

template <typename Enum>
int Number(Enum value) {
  return static_cast<int>(value);
}

TEST(EnumsTest, OutcomesAreNumberedAlike) {
  EXPECT_EQ(NumbersOf(v1::Outcome_descriptor()),
            (Numbers{{"OUTCOME_ANSWERED", Number(Outcome::kAnswered)},
                     {"OUTCOME_ASKED", Number(Outcome::kAsked)},
                     {"OUTCOME_CLARIFY", Number(Outcome::kClarify)},
                     {"OUTCOME_FALLBACK", Number(Outcome::kFallback)},
                     {"OUTCOME_SAFETY", Number(Outcome::kSafety)},
                     {"OUTCOME_SOCIAL", Number(Outcome::kSocial)},
                     {"OUTCOME_CONTROL", Number(Outcome::kControl)}}));
}

TEST(EnumsTest, UrgenciesAreNumberedAlike) {
  EXPECT_EQ(NumbersOf(v1::Urgency_descriptor()),
            (Numbers{{"URGENCY_NONE", Number(Urgency::kNone)},
                     {"URGENCY_SEE_DOCTOR", Number(Urgency::kSeeDoctor)},
                     {"URGENCY_SAME_DAY", Number(Urgency::kSameDay)},
                     {"URGENCY_EMERGENCY", Number(Urgency::kEmergency)}}));
}

TEST(EnumsTest, MessageKindsAreNumberedAlike) {
  EXPECT_EQ(NumbersOf(v1::MessageKind_descriptor()),
            (Numbers{{"MESSAGE_KIND_ANSWER", Number(MessageKind::kAnswer)},
                     {"MESSAGE_KIND_SAFETY", Number(MessageKind::kSafety)},
                     {"MESSAGE_KIND_QUESTION", Number(MessageKind::kQuestion)},
                     {"MESSAGE_KIND_REMARK", Number(MessageKind::kRemark)}}));
}

}  // namespace
}  // namespace quiver
