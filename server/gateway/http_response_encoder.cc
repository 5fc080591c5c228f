#include "gateway/http_response_encoder.h"

#include "gateway/http_response_bytes.h"

namespace quiver {

void HttpResponseEncoder::Encode(const HttpOutput& output, absl::Time now,
                                 std::string& bytes) {
  switch (output.kind) {
    case HttpOutput::kWhole:
      bytes += HttpHeadBytes(
          output.head,
          {HttpFraming::kLength, output.bytes.size(), terms_.keep_alive}, now);
      if (!terms_.head_only) bytes += output.bytes;
      ended_ = true;
      return;
    case HttpOutput::kBegin:
      return EncodeHead(output.head, now, bytes);
    case HttpOutput::kPiece:
      if (terms_.head_only || output.bytes.empty()) return;
      bytes +=
          terms_.takes_chunks ? HttpChunkBytes(output.bytes) : output.bytes;
      return;
    case HttpOutput::kEnd:
      if (terms_.takes_chunks && !terms_.head_only) bytes += kHttpLastChunk;
      ended_ = true;
      return;
    case HttpOutput::kDropped:
      dropped_ = true;
      return;
  }
}

void HttpResponseEncoder::EncodeHead(const HttpHead& head, absl::Time now,
                                     std::string& bytes) {
  HttpFraming framing;
  framing.kind =
      terms_.takes_chunks ? HttpFraming::kChunks : HttpFraming::kUntilClose;
  if (!terms_.takes_chunks) ForbidKeepAlive();
  framing.keep_alive = terms_.keep_alive;
  bytes += HttpHeadBytes(head, framing, now);
}

}  // namespace quiver
