import type {
  DeleteSessionRequest,
  DeleteSessionResponse,
  DescribeAssistantRequest,
  DescribeAssistantResponse,
  ListTurnsRequest,
  ListTurnsResponse,
  SendMessageRequest,
  SendMessageResponse,
  SubmitFeedbackRequest,
  SubmitFeedbackResponse,
} from '../generated/quiver/v1/assistant.js';
import * as tables from '../generated/tables.js';
import { callUnary } from './call_unary.js';
import type { Table } from './wire.js';

const service = '/quiver.v1.AssistantService/';
const timeoutMs = 15_000;

/** The calls that a conversation makes.  All reject with RpcError only. */
export interface AssistantClient {
  describe(request: DescribeAssistantRequest): Promise<DescribeAssistantResponse>;
  send(request: SendMessageRequest): Promise<SendMessageResponse>;
  listTurns(request: ListTurnsRequest): Promise<ListTurnsResponse>;
  deleteSession(request: DeleteSessionRequest): Promise<DeleteSessionResponse>;
  submitFeedback(request: SubmitFeedbackRequest): Promise<SubmitFeedbackResponse>;
}

/** The client of a server at `endpoint`; "" is the page's own. */
export function makeAssistantClient(endpoint: string): AssistantClient {
  const call = <Q extends object, S extends object>(
    name: string,
    request: Q,
    q: Table<Q>,
    s: Table<S>,
  ): Promise<S> => callUnary(service + name, request, q, s, { endpoint, timeoutMs });
  return {
    describe: (r) =>
      call(
        'DescribeAssistant',
        r,
        tables.DescribeAssistantRequest,
        tables.DescribeAssistantResponse,
      ),
    send: (r) =>
      call('SendMessage', r, tables.SendMessageRequest, tables.SendMessageResponse),
    listTurns: (r) =>
      call('ListTurns', r, tables.ListTurnsRequest, tables.ListTurnsResponse),
    deleteSession: (r) =>
      call('DeleteSession', r, tables.DeleteSessionRequest, tables.DeleteSessionResponse),
    submitFeedback: (r) =>
      call(
        'SubmitFeedback',
        r,
        tables.SubmitFeedbackRequest,
        tables.SubmitFeedbackResponse,
      ),
  };
}
