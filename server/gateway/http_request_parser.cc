// The only file that knows Boost.Beast.

#include "gateway/http_request_parser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace quiver {
namespace {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::string_body>;
using Message = http::request<http::string_body>;
using boost::system::error_code;

constexpr std::string_view kEmptyLine = "\r\n";

std::string ToString(boost::beast::string_view text) {
  return std::string(text.data(), text.size());
}

int RefusalOf(const error_code& error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::bad_version) return 505;
  return 400;
}

// What a well-formed head may say and this server does not do.
int RefusalOf(const Message& message) {
  if (message.version() != 10 && message.version() != 11) return 505;
  const size_t hosts = message.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && message.version() == 11)) return 400;
  const auto expected = message[http::field::expect];
  if (!expected.empty() && !boost::beast::iequals(expected, "100-continue")) {
    return 417;
  }
  const auto coding = message[http::field::transfer_encoding];
  const bool plain = coding.empty() || boost::beast::iequals(coding, "chunked");
  return plain ? 0 : 501;
}

// "http://host/path" and "/path" both name a path.
std::string PathAndQuery(std::string target) {
  const size_t scheme = target.find("://");
  if (scheme == std::string::npos || target.front() == '/') return target;
  const size_t path = target.find('/', scheme + 3);
  return path == std::string::npos ? "/" : target.substr(path);
}

HttpRequest HeadOf(const Message& message) {
  HttpRequest request;
  request.method = ToString(message.method_string());
  const std::string target = PathAndQuery(ToString(message.target()));
  const size_t mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != std::string::npos) request.query = target.substr(mark + 1);
  for (const auto& field : message) {
    request.headers.emplace_back(
        absl::AsciiStrToLower(ToString(field.name_string())),
        ToString(field.value()));
  }
  return request;
}

}  // namespace

struct HttpRequestParser::State {
  explicit State(const HttpParserLimits& given) : limits(given) { Renew(); }

  void Renew() {
    parser.emplace();
    parser->header_limit(static_cast<std::uint32_t>(limits.max_header_bytes));
    parser->body_limit(limits.max_body_bytes);
    stage = Stage::kStart;
  }

  // Takes the head, or more of the body: never both, so that fields behind a
  // body of chunks do not pass for fields of the head.
  size_t Put(std::string_view bytes) {
    error_code error;
    const size_t taken = parser->put(boost::asio::buffer(bytes), error);
    if (error && error != http::error::need_more) refusal = RefusalOf(error);
    if (refusal == 0 && stage < Stage::kBody && parser->is_header_done()) {
      stage = Stage::kBody;
      refusal = RefusalOf(parser->get());
      request = HeadOf(parser->get());
      keep_alive = parser->keep_alive();
    }
    if (stage == Stage::kStart) stage = Stage::kHead;
    if (parser->is_done()) stage = Stage::kComplete;
    return taken;
  }

  const HttpParserLimits limits;
  std::optional<Parser> parser;
  Stage stage = Stage::kStart;
  HttpRequest request;
  bool keep_alive = false;
  int refusal = 0;
};

HttpRequestParser::HttpRequestParser(const HttpParserLimits& limits)
    : state_(std::make_unique<State>(limits)) {}

HttpRequestParser::~HttpRequestParser() = default;

size_t HttpRequestParser::Feed(std::string_view bytes) {
  State& state = *state_;
  size_t taken = 0;
  // Empty lines before a request are passed over, as RFC 9112 asks for.
  while (state.stage == Stage::kStart &&
         bytes.substr(taken).starts_with(kEmptyLine)) {
    taken += kEmptyLine.size();
  }
  if (state.stage == Stage::kStart && bytes.substr(taken) == "\r") return taken;
  while (taken < bytes.size() && state.refusal == 0 &&
         state.stage != Stage::kComplete) {
    const size_t more = state.Put(bytes.substr(taken));
    if (more == 0) break;
    taken += more;
  }
  // What stands around chunks is taken when it is whole; it may never be.
  if (state.stage == Stage::kBody && state.refusal == 0 &&
      bytes.size() - taken > state.limits.max_header_bytes) {
    state.refusal = 431;
  }
  return taken;
}

HttpRequestParser::Stage HttpRequestParser::stage() const {
  return state_->stage;
}

int HttpRequestParser::refusal() const { return state_->refusal; }

bool HttpRequestParser::keep_alive() const { return state_->keep_alive; }

bool HttpRequestParser::takes_chunks() const {
  return state_->parser->get().version() >= 11;
}

bool HttpRequestParser::expects_continue() const {
  return takes_chunks() && !state_->parser->get()[http::field::expect].empty();
}

HttpRequest HttpRequestParser::Take() {
  HttpRequest request = std::move(state_->request);
  request.body = std::move(state_->parser->get().body());
  state_->Renew();
  return request;
}

}  // namespace quiver
