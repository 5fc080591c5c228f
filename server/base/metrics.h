#ifndef QUIVER_BASE_METRICS_H_
#define QUIVER_BASE_METRICS_H_

#include <string>
#include <string_view>

#include "absl/time/time.h"

namespace quiver {

// What calls are told apart by.  The texts live as long as the process.
struct CallKind {
  std::string_view service;   // "quiver.v1.AssistantService".
  std::string_view method;    // "SendMessage".
  std::string_view type;      // "unary", "server_stream", "bidi_stream", ...
  std::string_view protocol;  // "grpc", "grpc-web", "grpc-web-text", "connect".
};

// What the running server counts, for its operators.
//
// Every text given has one of few values, known beforehand; what visitors say
// is never among them.  Implementations are safe for concurrent use and do not
// fail.
class Metrics {
 public:
  virtual ~Metrics() = default;

  virtual void CallStarted(const CallKind& kind) = 0;
  // Once for each CallStarted(), with the name of the code: "InvalidArgument".
  virtual void CallEnded(const CallKind& kind, std::string_view code,
                         absl::Duration time) = 0;
  // A turn was taken; "answered", "fallback", ...
  virtual void TurnTaken(std::string_view outcome) = 0;
  // A visitor said of a turn: "helpful", "not_helpful".
  virtual void FeedbackGiven(std::string_view rating) = 0;
  // A web client connected (+1) or went away (-1).
  virtual void WebConnections(int change) = 0;

  // Everything, in the text format of Prometheus.
  virtual std::string Format() const = 0;
};

}  // namespace quiver

#endif  // QUIVER_BASE_METRICS_H_
