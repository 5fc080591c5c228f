// Reads google.rpc.Status with google.rpc.ErrorInfo as far as the tests need.
import { fromBinary, createFileRegistry } from '@bufbuild/protobuf';
import { anyUnpack, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

import descriptors from './generated/interop.binpb';

const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, descriptors));

const toBytes = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

// The reason in a google.rpc.ErrorInfo.
export function reasonOf(base64) {
  return fromBinary(registry.getMessage('google.rpc.ErrorInfo'), toBytes(base64)).reason;
}

// The reason in the value of grpc-status-details-bin; undefined for none.
export function reasonIn(base64) {
  if (!base64) return undefined;
  const bytes = toBytes(base64);
  const status = fromBinary(registry.getMessage('google.rpc.Status'), bytes);
  return anyUnpack(status.details[0], registry)?.reason;
}
