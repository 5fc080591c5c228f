#ifndef QUIVER_GATEWAY_GRPC_RPC_CHANNEL_H_
#define QUIVER_GATEWAY_GRPC_RPC_CHANNEL_H_

#include <grpcpp/grpcpp.h>

#include <memory>

#include "gateway/rpc_channel.h"

namespace quiver {

// Calls through a gRPC channel, such as that of a server in this process.
// No message is parsed.
std::shared_ptr<RpcChannel> MakeGrpcRpcChannel(
    std::shared_ptr<grpc::Channel> channel);

}  // namespace quiver

#endif  // QUIVER_GATEWAY_GRPC_RPC_CHANNEL_H_
