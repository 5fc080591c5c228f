import type {
  Option,
  Reply,
  SendMessageRequest,
  SendMessageResponse,
  SubmitFeedbackRequest,
  Turn,
} from '../../src/generated/quiver/v1/assistant.js';
import { Event } from '../../src/generated/quiver/v1/assistant.js';
import type { AssistantClient } from '../../src/rpc/assistant_client.js';
import { Code, RpcError } from '../../src/rpc/rpc_error.js';

export function makeReply(text: string, change: Partial<Reply> = {}): Reply {
  return {
    messages: [{ text, parts: [], kind: 1 }],
    citations: [],
    options: [],
    picker: '',
    outcome: 1,
    urgency: 1,
    pendingSlot: '',
    handover: false,
    multiple: false,
    pickerOptions: [],
    ...change,
  };
}

export function makeOption(optionId: string, label: string): Option {
  return { optionId, label, documentId: '', topic: '' };
}

/**
 * Keeps sessions as the server does: repeated request ids get the recorded
 * answer.  Answers "re: " and the input.
 */
export class FakeServer implements AssistantClient {
  readonly sessions = new Map<string, Turn[]>();
  readonly requests: SendMessageRequest[] = [];
  readonly ratings: string[] = [];
  /** Errors of the next calls, before they reach the server. */
  readonly failures: RpcError[] = [];
  /** Answers that get lost on the way back. */
  losses = 0;

  private readonly recorded = new Map<string, SendMessageResponse>();

  private fail(): void {
    const failure = this.failures.shift();
    if (failure) throw failure;
  }

  describe = async () => {
    await this.arrive();
    return {
      assistant: 'test',
      name: 'Test assistant',
      languageCode: 'en',
      greeting: 'Hello.',
      disclaimer: 'No doctor.',
      starterQuestions: ['Why?'],
      contentHash: '',
      contact: '',
      maxTextBytes: 4096,
    };
  };

  send = async (request: SendMessageRequest): Promise<SendMessageResponse> => {
    this.requests.push(request);
    await this.arrive();
    const response = this.recorded.get(request.requestId) ?? this.take(request);
    this.recorded.set(request.requestId, response);
    if (this.losses > 0) {
      this.losses -= 1;
      throw new RpcError(Code.UNAVAILABLE, 'lost');
    }
    return response;
  };

  listTurns = async ({
    sessionId,
    pageToken,
  }: {
    sessionId: string;
    pageToken: string;
  }) => {
    await this.arrive();
    const turns = this.sessions.get(sessionId);
    if (!turns) throw new RpcError(Code.NOT_FOUND, 'no such session');
    // Pages of two, so that there are several.
    const start = Number(pageToken || 0);
    const end = start + 2;
    return {
      turns: turns.slice(start, end),
      nextPageToken: end < turns.length ? String(end) : '',
    };
  };

  deleteSession = async ({ sessionId }: { sessionId: string }) => {
    await this.arrive();
    this.sessions.delete(sessionId);
    return { receipt: undefined };
  };

  submitFeedback = async ({ sessionId, turn, rating }: SubmitFeedbackRequest) => {
    await this.arrive();
    const rated = this.sessions.get(sessionId)?.find((one) => one.turn === turn);
    if (!rated) throw new RpcError(Code.NOT_FOUND, 'no such turn');
    rated.feedback = { rating, comment: '' };
    this.ratings.push(`${String(turn)}:${String(rating)}`);
    return {};
  };

  /** Calls are answered later, as over a network. */
  private async arrive(): Promise<void> {
    await Promise.resolve();
    this.fail();
  }

  private take(request: SendMessageRequest): SendMessageResponse {
    const known = this.sessions.has(request.sessionId);
    const sessionId = known
      ? request.sessionId
      : `session-${String(this.sessions.size + 1)}`;
    const turns = this.sessions.get(sessionId) ?? [];
    const input = request.text || request.optionIds.join('+');
    const restart = request.event === Event.EVENT_RESTART;
    const reply = makeReply(restart ? 'Afresh.' : `re: ${input}`);
    const turn = turns.length + 1;
    this.sessions.set(sessionId, [
      ...turns,
      { turn, createTime: new Date(0), input, reply, feedback: undefined },
    ]);
    const response: SendMessageResponse = {
      sessionId,
      requestId: request.requestId,
      turn,
      reply,
      understanding: undefined,
      contentHash: '',
      trace: undefined,
    };
    if (request.text === 'forget me') {
      this.sessions.delete(sessionId);
      return { ...response, sessionId: '', turn: 0 };
    }
    return response;
  }
}
