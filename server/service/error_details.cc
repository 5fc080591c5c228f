#include "service/error_details.h"

#include <fmt/format.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <optional>
#include <utility>

#include "absl/strings/cord.h"

namespace quiver {
namespace {

constexpr char kDomain[] = "quiver.dev";
constexpr char kTypePrefix[] = "type.googleapis.com/";
constexpr int kRetrySeconds = 1;
constexpr int kMaxViolations = 16;

template <typename Detail>
std::string TypeUrl() {
  return kTypePrefix + Detail::descriptor()->full_name();
}

template <typename Detail>
void Attach(const Detail& detail, absl::Status& status) {
  status.SetPayload(TypeUrl<Detail>(), absl::Cord(detail.SerializeAsString()));
}

template <typename Detail>
bool Has(const absl::Status& status) {
  return status.GetPayload(TypeUrl<Detail>()).has_value();
}

// What a person should read, where the sentence for developers will not do.
std::optional<std::string_view> SentenceFor(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kResourceExhausted:
      return "The assistant is busy. Please try again in a moment.";
    case absl::StatusCode::kAborted:
      return "Two messages arrived at once. Please send yours again.";
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kUnknown:
      return "Something went wrong on our side. Please try again later.";
    default:
      return std::nullopt;
  }
}

// The details that follow from the code alone.
absl::Status Completed(absl::Status status) {
  const absl::StatusCode code = status.code();
  if (!Has<google::rpc::ErrorInfo>(status)) {
    status = WithReason(std::move(status), absl::StatusCodeToString(code));
  }
  if (code == absl::StatusCode::kUnavailable ||
      code == absl::StatusCode::kResourceExhausted) {
    google::rpc::RetryInfo retry;
    retry.mutable_retry_delay()->set_seconds(kRetrySeconds);
    Attach(retry, status);
  }
  if (const auto sentence = SentenceFor(code)) {
    google::rpc::LocalizedMessage localized;
    localized.set_locale("en");
    localized.set_message(std::string(*sentence));
    Attach(localized, status);
  }
  return status;
}

}  // namespace

absl::Status InvalidFields(const std::vector<FieldViolation>& violations,
                           std::string_view reason) {
  google::rpc::BadRequest bad_request;
  std::string message;
  for (const FieldViolation& violation : violations) {
    if (bad_request.field_violations_size() == kMaxViolations) break;
    auto& added = *bad_request.add_field_violations();
    added.set_field(violation.field);
    added.set_description(violation.description);
    if (!message.empty()) message += "; ";
    if (!violation.field.empty()) message += violation.field + ": ";
    message += violation.description;
  }
  absl::Status status = absl::InvalidArgumentError(message);
  Attach(bad_request, status);
  return WithReason(std::move(status), reason);
}

absl::Status WithReason(absl::Status status, std::string_view reason) {
  if (status.ok() || Has<google::rpc::ErrorInfo>(status)) return status;
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(kDomain);
  Attach(info, status);
  return status;
}

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const absl::Status completed = Completed(status);
  google::rpc::Status wire;
  wire.set_code(static_cast<int>(completed.code()));
  wire.set_message(std::string(completed.message()));
  completed.ForEachPayload(
      [&](absl::string_view type_url, const absl::Cord& payload) {
        auto& detail = *wire.add_details();
        detail.set_type_url(std::string(type_url));
        detail.set_value(std::string(payload));
      });
  return grpc::Status(static_cast<grpc::StatusCode>(completed.code()),
                      wire.message(), wire.SerializeAsString());
}

}  // namespace quiver
