#include "gateway/client_address.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quiver {
namespace {

struct AddressCase {
  std::string peer;
  std::vector<std::string> forwarded;
  std::string client;
};

class ClientAddressTest : public testing::TestWithParam<AddressCase> {};

TEST_P(ClientAddressTest, IsWhomTheProxiesName) {
  HttpRequest request;
  request.remote_address = GetParam().peer;
  for (const std::string& value : GetParam().forwarded) {
    request.headers.emplace_back("x-forwarded-for", value);
  }
  EXPECT_EQ(ClientAddress(request, {"10.0.0.1", "10.0.0.2"}),
            GetParam().client);
}

INSTANTIATE_TEST_SUITE_P(
    Requests, ClientAddressTest,
    testing::Values(
        AddressCase{"192.0.2.9", {}, "192.0.2.9"},
        AddressCase{"192.0.2.9", {"203.0.113.7"}, "192.0.2.9"},
        AddressCase{"10.0.0.1", {}, "10.0.0.1"},
        AddressCase{"10.0.0.1", {"203.0.113.7"}, "203.0.113.7"},
        AddressCase{"10.0.0.1", {"1.1.1.1, 203.0.113.7"}, "203.0.113.7"},
        AddressCase{"10.0.0.1", {"1.1.1.1", "203.0.113.7"}, "203.0.113.7"},
        AddressCase{"10.0.0.1", {"203.0.113.7, 10.0.0.2"}, "203.0.113.7"},
        AddressCase{"10.0.0.1", {"10.0.0.2"}, "10.0.0.2"},
        AddressCase{"10.0.0.1", {" ,"}, "10.0.0.1"},
        AddressCase{"10.0.0.1", {"2001:db8::7"}, "2001:db8::7"}));

}  // namespace
}  // namespace quiver
