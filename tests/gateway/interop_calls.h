#ifndef QUIVER_TESTS_GATEWAY_INTEROP_CALLS_H_
#define QUIVER_TESTS_GATEWAY_INTEROP_CALLS_H_

#include <gtest/gtest.h>

#include <string>

#include "gateway/web_client.h"
#include "quiver/interop/v1/interop.pb.h"

namespace quiver {

// Methods of the interop service, and their messages as bytes.
inline constexpr char kEcho[] = "/quiver.interop.v1.InteropService/Echo";
inline constexpr char kFail[] = "/quiver.interop.v1.InteropService/Fail";
inline constexpr char kWait[] = "/quiver.interop.v1.InteropService/Wait";
inline constexpr char kStream[] = "/quiver.interop.v1.InteropService/Stream";

inline std::string EchoOf(const std::string& text) {
  interop::v1::EchoRequest request;
  request.set_text(text);
  return request.SerializeAsString();
}

inline std::string TextOf(const WebReply& reply) {
  interop::v1::EchoResponse response;
  EXPECT_EQ(reply.messages.size(), 1u);
  if (reply.messages.empty()) return "";
  EXPECT_TRUE(response.ParseFromString(reply.messages[0]));
  return response.text();
}

inline std::string StreamOf(int messages, bool stay_open = false,
                            int bytes = 0) {
  interop::v1::StreamRequest request;
  request.set_messages(messages);
  request.set_stay_open(stay_open);
  request.set_bytes(bytes);
  return request.SerializeAsString();
}

}  // namespace quiver

#endif  // QUIVER_TESTS_GATEWAY_INTEROP_CALLS_H_
