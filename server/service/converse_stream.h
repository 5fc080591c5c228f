#ifndef QUIVER_SERVICE_CONVERSE_STREAM_H_
#define QUIVER_SERVICE_CONVERSE_STREAM_H_

#include <grpcpp/grpcpp.h>

#include "conversation/conversation.h"
#include "service/request_validation.h"
#include "service/unary_call.h"

namespace quiver {

// Answers one Converse stream: reads a request, takes its turn, writes the
// response, reads the next.  Deletes itself when the stream is done.
// `conversation` and `observers` must outlive it.
grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* NewConverseStream(
    Conversation& conversation, const RequestLimits& limits,
    const CallObservers& observers);

}  // namespace quiver

#endif  // QUIVER_SERVICE_CONVERSE_STREAM_H_
