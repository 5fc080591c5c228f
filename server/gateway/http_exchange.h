#ifndef QUIVER_GATEWAY_HTTP_EXCHANGE_H_
#define QUIVER_GATEWAY_HTTP_EXCHANGE_H_

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "gateway/http_message.h"

namespace quiver {

// What a handler gives out, in order.
struct HttpOutput {
  enum Kind { kWhole, kBegin, kPiece, kEnd, kDropped };
  Kind kind = kWhole;
  HttpHead head;                  // Of kWhole and kBegin.
  std::string bytes;              // Of kWhole and kPiece.
  std::function<void()> written;  // Of kPiece.
};

// The outputs of one response, between the threads of a handler and the one
// of its connection.  Thread safe.
class HttpExchange {
 public:
  // `wake` is called, on the thread of Put(), when there is something to take
  // after Take() had found nothing.
  explicit HttpExchange(std::function<void()> wake) : wake_(std::move(wake)) {}

  void Put(HttpOutput output) {
    {
      const std::lock_guard lock(mutex_);
      if (gone_) return;
      outputs_.push_back(std::move(output));
      if (!std::exchange(awaited_, false)) return;
    }
    wake_();
  }

  std::optional<HttpOutput> Take() {
    const std::lock_guard lock(mutex_);
    awaited_ = outputs_.empty();
    if (awaited_) return std::nullopt;
    HttpOutput output = std::move(outputs_.front());
    outputs_.pop_front();
    return output;
  }

  void OnDisconnect(std::function<void()> action) {
    {
      const std::lock_guard lock(mutex_);
      if (complete_) return;
      if (!gone_) {
        disconnected_ = std::move(action);
        return;
      }
    }
    action();
  }

  // The client is gone: nothing more is taken.
  void Disconnect() {
    std::function<void()> action;
    {
      const std::lock_guard lock(mutex_);
      if (gone_ || complete_) return;
      gone_ = true;
      outputs_.clear();
      action = std::move(disconnected_);
    }
    if (action) action();
  }

  // The response is on its way: a disconnection means nothing any more.
  void Complete() {
    const std::lock_guard lock(mutex_);
    complete_ = true;
    disconnected_ = nullptr;
  }

 private:
  const std::function<void()> wake_;
  std::mutex mutex_;  // Guards all below.
  std::deque<HttpOutput> outputs_;
  std::function<void()> disconnected_;
  bool awaited_ = false;
  bool gone_ = false;
  bool complete_ = false;
};

// The handler's end of an exchange.
class ExchangeResponder final : public HttpResponder {
 public:
  explicit ExchangeResponder(std::shared_ptr<HttpExchange> exchange)
      : exchange_(std::move(exchange)) {}
  // A response that was dropped half-way must not keep a client waiting.
  ~ExchangeResponder() override {
    exchange_->Put({HttpOutput::kDropped, {}, {}, {}});
  }

  void Send(HttpResponse response) override {
    exchange_->Put({HttpOutput::kWhole,
                    std::move(response.head),
                    std::move(response.body),
                    {}});
  }
  void Begin(HttpHead head) override {
    exchange_->Put({HttpOutput::kBegin, std::move(head), {}, {}});
  }
  void Write(std::string piece, std::function<void()> written) override {
    exchange_->Put(
        {HttpOutput::kPiece, {}, std::move(piece), std::move(written)});
  }
  void End() override { exchange_->Put({HttpOutput::kEnd, {}, {}, {}}); }
  void OnDisconnect(std::function<void()> action) override {
    exchange_->OnDisconnect(std::move(action));
  }

 private:
  const std::shared_ptr<HttpExchange> exchange_;
};

}  // namespace quiver

#endif  // QUIVER_GATEWAY_HTTP_EXCHANGE_H_
