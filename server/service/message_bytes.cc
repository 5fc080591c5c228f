#include "service/message_bytes.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/unknown_field_set.h>

#include <string>
#include <vector>

#include "service/error_details.h"
#include "text/reader.h"

namespace quiver {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::UnknownField;
using google::protobuf::UnknownFieldSet;

// More are not told (error_details.h).
constexpr size_t kMaxViolations = 16;

bool IsBadText(const FieldDescriptor& descriptor, const UnknownField& field) {
  return descriptor.type() == FieldDescriptor::TYPE_STRING &&
         !IsValidUtf8(field.length_delimited());
}

// The text fields of `bytes` that are not UTF-8, submessages included.
void FindBadText(const std::string& bytes, const Descriptor& type,
                 const std::string& prefix,
                 std::vector<FieldViolation>& violations) {
  UnknownFieldSet fields;
  if (!fields.ParseFromString(bytes)) return;
  for (int i = 0; i < fields.field_count(); ++i) {
    if (violations.size() >= kMaxViolations) return;
    const UnknownField& field = fields.field(i);
    const FieldDescriptor* descriptor = type.FindFieldByNumber(field.number());
    if (descriptor == nullptr ||
        field.type() != UnknownField::TYPE_LENGTH_DELIMITED) {
      continue;
    }
    const std::string name = prefix + descriptor->name();
    if (descriptor->type() == FieldDescriptor::TYPE_MESSAGE) {
      FindBadText(field.length_delimited(), *descriptor->message_type(),
                  name + ".", violations);
    } else if (IsBadText(*descriptor, field)) {
      violations.push_back({name, "is not valid UTF-8"});
    }
  }
}

std::string Joined(const grpc::ByteBuffer& bytes) {
  std::vector<grpc::Slice> slices;
  std::string joined;
  if (!bytes.Dump(&slices).ok()) return joined;
  joined.reserve(bytes.Length());
  for (const grpc::Slice& slice : slices) {
    joined.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return joined;
}

}  // namespace

absl::Status ParseMessage(const grpc::ByteBuffer& bytes,
                          google::protobuf::Message& message) {
  const std::string joined = Joined(bytes);
  // Looked at first: protobuf prints the field and its text to stderr.
  std::vector<FieldViolation> violations;
  FindBadText(joined, *message.GetDescriptor(), "", violations);
  if (!violations.empty()) return InvalidFields(violations);
  if (!message.ParseFromString(joined)) {
    return InvalidFields(
        {{"", "the bytes are not a " + message.GetDescriptor()->full_name()}},
        "MALFORMED_MESSAGE");
  }
  return absl::OkStatus();
}

grpc::ByteBuffer SerializeMessage(const google::protobuf::Message& message) {
  const std::string bytes = message.SerializeAsString();
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

}  // namespace quiver
