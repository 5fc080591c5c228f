import {
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
import { callUnary, type Codec } from './call_unary.js';

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
  const call = <Q, S>(name: string, request: Q, q: Codec<Q>, s: Codec<S>): Promise<S> =>
    callUnary(service + name, request, q, s, { endpoint, timeoutMs });
  return {
    describe: (r) =>
      call('DescribeAssistant', r, DescribeAssistantRequest, DescribeAssistantResponse),
    send: (r) => call('SendMessage', r, SendMessageRequest, SendMessageResponse),
    listTurns: (r) => call('ListTurns', r, ListTurnsRequest, ListTurnsResponse),
    deleteSession: (r) =>
      call('DeleteSession', r, DeleteSessionRequest, DeleteSessionResponse),
    submitFeedback: (r) =>
      call('SubmitFeedback', r, SubmitFeedbackRequest, SubmitFeedbackResponse),
  };
}
