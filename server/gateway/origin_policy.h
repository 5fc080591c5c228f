#ifndef QUIVER_GATEWAY_ORIGIN_POLICY_H_
#define QUIVER_GATEWAY_ORIGIN_POLICY_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "gateway/http_message.h"

namespace quiver {

// Which pages of other origins may call (CORS).  Immutable.
class OriginPolicy {
 public:
  // `allowed`: exact origins ("https://example.org"), origins of all
  // subdomains ("https://*.example.org"), or "*" for any.
  //
  // InvalidArgument: not an origin: a path, no scheme, a star elsewhere.
  static absl::StatusOr<OriginPolicy> Make(std::vector<std::string> allowed);

  // "null" only when listed.
  bool Allows(std::string_view origin) const;

  // Fields for a response to `origin`: nothing when there is no origin, only
  // "vary" when it is not allowed.  Page scripts may read the fields that
  // `head` has so far, and the trailers of gRPC.
  void AddTo(std::string_view origin, HttpHead& head) const;

  // The answer to a preflight: 204, or 403 with the setting to change.  To
  // OPTIONS without an origin it says what may be sent.
  HttpResponse AnswerPreflight(const HttpRequest& request) const;

 private:
  struct Wildcard {
    std::string scheme;  // "https://".
    std::string suffix;  // ".example.org".
  };

  bool any_ = false;
  std::vector<std::string> exact_;
  std::vector<Wildcard> wildcards_;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_ORIGIN_POLICY_H_
