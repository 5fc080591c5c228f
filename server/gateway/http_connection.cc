#include "gateway/http_connection.h"

#include <utility>

namespace quiver {
namespace {

using Stage = HttpRequestParser::Stage;

// Taken from the client while a request of it is answered.
constexpr size_t kMaxReadAhead = 64 << 10;
// Written at a time, so that the time for writing is about progress.
constexpr size_t kMaxWrite = 64 << 10;
constexpr absl::Duration kLingerTime = absl::Seconds(2);
constexpr size_t kMaxLingeredBytes = 8 << 20;

std::string_view ExplanationOf(int status) {
  switch (status) {
    case 408:
      return "The request took too long to arrive.";
    case 413:
      return "The body of the request is too long.";
    case 417:
      return "Of expectations only 100-continue is met.";
    case 429:
      return "There are too many connections from your address.";
    case 431:
      return "The head of the request is too long.";
    case 501:
      return "Bodies come plain or chunked, in no other coding.";
    case 505:
      return "This server speaks HTTP/1.1.";
    default:
      return "This is not a well-formed HTTP/1.1 request.";
  }
}

HttpParserLimits LimitsOf(const HttpServerOptions& options) {
  return {options.max_header_bytes, options.max_body_bytes};
}

}  // namespace

HttpConnection::HttpConnection(HttpConnectionContext& context,
                               std::string remote_address,
                               CallLimit::Ticket ticket)
    : context_(context),
      remote_address_(std::move(remote_address)),
      ticket_(std::move(ticket)),
      parser_(LimitsOf(context.options)) {}

HttpConnection::~HttpConnection() = default;

void HttpConnection::Start(std::unique_ptr<HttpTransport> transport) {
  transport_ = std::move(transport);
  Enter(Phase::kOpening);
  transport_->Open();
}

void HttpConnection::Refuse(std::unique_ptr<HttpTransport> transport,
                            int status) {
  refusal_ = status;
  Start(std::move(transport));
}

void HttpConnection::Tick() {
  if (ticks_left_ == 0 || --ticks_left_ > 0) return;
  if (phase_ == Phase::kHead || phase_ == Phase::kBody) {
    AnswerAtOnce(408);
  } else {
    Close();
  }
}

void HttpConnection::Close() {
  if (phase_ == Phase::kClosed) return;
  const auto self = shared_from_this();
  phase_ = Phase::kClosed;
  transport_->Close();
  if (exchange_ != nullptr) {
    exchange_->Disconnect();
    exchange_ = nullptr;
    context_.busy(-1);
  }
  written_.clear();
  context_.closed(*this);
}

void HttpConnection::Enter(Phase phase) {
  phase_ = phase;
  const HttpServerOptions& options = context_.options;
  switch (phase) {
    case Phase::kOpening:
    case Phase::kHead:
      return BeWithin(options.header_time);
    case Phase::kIdle:
      return BeWithin(options.idle_time);
    case Phase::kBody:
      return BeWithin(options.body_time);
    case Phase::kLingering:
      return BeWithin(kLingerTime);
    case Phase::kAnswering:
    case Phase::kClosed:
      return BeWithin(absl::InfiniteDuration());
  }
}

void HttpConnection::BeWithin(absl::Duration time) {
  if (time == absl::InfiniteDuration()) {
    ticks_left_ = 0;
    return;
  }
  // One more, because the first tick may come at once.
  ticks_left_ = time / kHttpTick + 1;
}

void HttpConnection::OnOpen(bool ok) {
  if (phase_ == Phase::kClosed) return;
  if (!ok) return Close();
  Enter(Phase::kIdle);
  if (refusal_ != 0) AnswerAtOnce(refusal_);
  KeepReading();
}

void HttpConnection::KeepReading() {
  const bool far_ahead =
      phase_ == Phase::kAnswering && input_.size() >= kMaxReadAhead;
  if (reading_ || far_ahead || phase_ == Phase::kClosed) return;
  reading_ = true;
  transport_->Read();
}

void HttpConnection::OnRead(std::string_view bytes) {
  reading_ = false;
  if (phase_ == Phase::kClosed) return;
  if (bytes.empty()) return OnPeerGone();
  if (phase_ == Phase::kLingering || refusal_ != 0) {
    lingered_bytes_ += bytes.size();
    if (lingered_bytes_ > kMaxLingeredBytes) return Close();
  } else {
    input_ += bytes;
    ReadRequest();
  }
  KeepReading();
}

// Whoever has got the whole response may read it in peace.
void HttpConnection::OnPeerGone() {
  if (phase_ == Phase::kAnswering && response_.ended()) {
    response_.ForbidKeepAlive();
  } else {
    Close();
  }
}

void HttpConnection::ReadRequest() {
  if (phase_ != Phase::kIdle && phase_ != Phase::kHead &&
      phase_ != Phase::kBody) {
    return;
  }
  input_.erase(0, parser_.Feed(input_));
  if (parser_.refusal() != 0) return AnswerAtOnce(parser_.refusal());
  switch (parser_.stage()) {
    case Stage::kStart:
      return;
    case Stage::kHead:
      if (phase_ == Phase::kIdle) Enter(Phase::kHead);
      return;
    case Stage::kBody:
      if (phase_ == Phase::kBody) return;
      Enter(Phase::kBody);
      return AskForBody();
    case Stage::kComplete:
      return Dispatch();
  }
}

void HttpConnection::AskForBody() {
  if (!parser_.expects_continue() || !input_.empty()) return;
  output_ += "HTTP/1.1 100 Continue\r\n\r\n";
  WriteMore();
}

void HttpConnection::Dispatch() {
  Enter(Phase::kAnswering);
  HttpResponseTerms terms{parser_.keep_alive(), parser_.takes_chunks()};
  HttpRequest request = parser_.Take();
  request.remote_address = remote_address_;
  terms.head_only = request.method == "HEAD";
  response_ = HttpResponseEncoder(terms);
  exchange_ = std::make_shared<HttpExchange>(
      [post = context_.post, weak = weak_from_this()] {
        post([weak] {
          if (const auto self = weak.lock()) self->Pump();
        });
      });
  context_.busy(+1);
  context_.handler(std::move(request),
                   std::make_shared<ExchangeResponder>(exchange_));
  Pump();
}

// Without a handler; the last response of the connection.
void HttpConnection::AnswerAtOnce(int status) {
  refusal_ = status;
  Enter(Phase::kAnswering);
  input_.clear();
  HttpResponse response = TextResponse(status, ExplanationOf(status));
  response_ = HttpResponseEncoder();
  response_.Encode({HttpOutput::kWhole,
                    std::move(response.head),
                    std::move(response.body),
                    {}},
                   context_.clock.Now(), output_);
  BeWithin(context_.options.write_time);
  WriteMore();
}

// Writes what the handler has given out.
void HttpConnection::Pump() {
  if (exchange_ == nullptr || writing_) return;
  if (context_.draining) response_.ForbidKeepAlive();
  while (!response_.ended() && !response_.dropped()) {
    std::optional<HttpOutput> output = exchange_->Take();
    if (!output) break;
    response_.Encode(*output, context_.clock.Now(), output_);
    if (output->written) written_.push_back(std::move(output->written));
  }
  if (response_.dropped()) return Close();
  if (!output_.empty()) return WriteMore();
  if (response_.ended() || !written_.empty()) OnAllWritten();
}

void HttpConnection::WriteMore() {
  if (writing_) return;
  if (sending_.empty()) sending_ = std::exchange(output_, {});
  if (sending_.empty()) return OnAllWritten();
  writing_ = true;
  if (phase_ == Phase::kAnswering) BeWithin(context_.options.write_time);
  const auto next = std::string_view(sending_).substr(sent_bytes_, kMaxWrite);
  sent_bytes_ += next.size();
  transport_->Write(next);
}

void HttpConnection::OnWritten(bool ok) {
  writing_ = false;
  if (phase_ == Phase::kClosed) return;
  if (!ok) return Close();
  if (sent_bytes_ == sending_.size()) {
    sending_.clear();
    sent_bytes_ = 0;
  }
  WriteMore();
}

void HttpConnection::OnAllWritten() {
  if (phase_ != Phase::kAnswering) return;  // The body was asked for.
  BeWithin(absl::InfiniteDuration());
  for (const auto& written : std::exchange(written_, {})) written();
  if (response_.ended()) {
    EndResponse();
  } else {
    Pump();
  }
}

void HttpConnection::EndResponse() {
  if (exchange_ != nullptr) {
    exchange_->Complete();
    exchange_ = nullptr;
    context_.busy(-1);
  }
  if (!response_.keep_alive()) return Linger();
  Enter(Phase::kIdle);
  ReadRequest();
  KeepReading();
}

// Closing with unread bytes would reset the connection, and take from the
// client what it has not read yet.
void HttpConnection::Linger() {
  Enter(Phase::kLingering);
  input_.clear();
  transport_->FinishWriting();
  KeepReading();
}

}  // namespace quiver
