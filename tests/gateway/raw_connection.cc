#include "gateway/raw_connection.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace quiver {
namespace {

// Long enough for a loaded machine; only a failing test waits for it.
constexpr absl::Duration kPatience = absl::Minutes(1);

std::string LowerCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char character) {
    return character >= 'A' && character <= 'Z'
               ? static_cast<char>(character - 'A' + 'a')
               : character;
  });
  return text;
}

RawResponse ParseHead(const std::string& head) {
  RawResponse response;
  if (!head.starts_with("HTTP/1.1 ")) return response;
  response.status = std::atoi(head.c_str() + 9);
  size_t at = head.find("\r\n") + 2;
  while (at < head.size()) {
    const size_t end = head.find("\r\n", at);
    const size_t colon = head.find(": ", at);
    if (end == at || end == std::string::npos || colon > end) break;
    response.headers.emplace_back(LowerCase(head.substr(at, colon - at)),
                                  head.substr(colon + 2, end - colon - 2));
    at = end + 2;
  }
  return response;
}

}  // namespace

RawConnection::RawConnection(int port)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(
      connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address),
      0);
}

RawConnection::~RawConnection() { close(socket_); }

// A server that has closed takes nothing more; the answer says why.
void RawConnection::Send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent =
        send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
}

void RawConnection::FinishSending() { shutdown(socket_, SHUT_WR); }

void RawConnection::Reset() {
  const linger at_once = {1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close(std::exchange(socket_, -1));
}

bool RawConnection::ReadSome() {
  pollfd wait = {socket_, POLLIN, 0};
  const auto patience = absl::ToInt64Milliseconds(kPatience);
  if (poll(&wait, 1, static_cast<int>(patience)) <= 0) {
    ADD_FAILURE() << "nothing comes after \"" << unread_ << "\"";
    return false;
  }
  std::array<char, 65536> buffer;
  const ssize_t bytes = read(socket_, buffer.data(), buffer.size());
  if (bytes <= 0) return false;
  unread_.append(buffer.data(), static_cast<size_t>(bytes));
  return true;
}

std::string RawConnection::Take(size_t bytes) {
  while (unread_.size() < bytes && ReadSome()) {
  }
  std::string taken = unread_.substr(0, bytes);
  unread_.erase(0, taken.size());
  return taken;
}

std::string RawConnection::ReadUntil(std::string_view text) {
  size_t at = 0;
  while ((at = unread_.find(text)) == std::string::npos) {
    if (!ReadSome()) return std::exchange(unread_, "");
  }
  return Take(at + text.size());
}

std::string RawConnection::ReadToEnd() {
  while (ReadSome()) {
  }
  return std::exchange(unread_, "");
}

RawResponse RawConnection::ReadHead() {
  return ParseHead(ReadUntil("\r\n\r\n"));
}

std::string RawConnection::ReadChunk() {
  const std::string size = ReadUntil("\r\n");
  std::string chunk = Take(std::strtoul(size.c_str(), nullptr, 16));
  Take(2);
  return chunk;
}

RawResponse RawConnection::ReadResponse() {
  RawResponse response = ReadHead();
  if (response.Field("transfer-encoding") == "chunked") {
    for (std::string chunk = ReadChunk(); !chunk.empty(); chunk = ReadChunk()) {
      response.body += chunk;
    }
  } else {
    const std::string length = response.Field("content-length");
    response.body = Take(std::strtoul(length.c_str(), nullptr, 10));
  }
  return response;
}

RawResponse Fetch(int port, std::string_view request) {
  RawConnection connection(port);
  connection.Send(request);
  return connection.ReadResponse();
}

bool Eventually(const std::function<bool()>& holds) {
  const absl::Time deadline = absl::Now() + kPatience;
  while (!holds()) {
    if (absl::Now() > deadline) return false;
    absl::SleepFor(absl::Milliseconds(5));
  }
  return true;
}

}  // namespace quiver
