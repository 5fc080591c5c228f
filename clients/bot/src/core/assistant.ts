import { readFileSync } from 'node:fs';
import { credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import {
  AssistantServiceClient,
  DeleteSessionRequest,
  DescribeAssistantRequest,
  type DescribeAssistantResponse,
  SendMessageRequest,
  type SendMessageResponse,
} from '../generated/quiver/v1/assistant.js';

/** A call failed.  `again`: later it may succeed. */
export class AskError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly again: boolean,
  ) {
    super(message);
    this.name = 'AskError';
  }
}

/** The calls that bots make.  All reject with AskError only. */
export interface Assistant {
  send(request: Partial<SendMessageRequest>): Promise<SendMessageResponse>;
  describe(language: string): Promise<DescribeAssistantResponse>;
  forget(session: string): Promise<void>;
  close(): void;
}

export interface ServerSettings {
  /** host:port. */
  readonly address: string;
  readonly assistant: string;
  readonly tls: boolean;
  /** PEM file of who vouches for the server; empty: the usual ones. */
  readonly tlsRoots: string;
  /** A call that takes longer is made again. */
  readonly deadlineMs: number;
}

/** Faults of the message itself; all else can be put right by waiting. */
const final = new Set([status.INVALID_ARGUMENT, status.OUT_OF_RANGE]);

type Callback<T> = (error: ServiceError | null, response: T) => void;

export function connect(settings: ServerSettings): Assistant {
  const client = new AssistantServiceClient(
    settings.address,
    settings.tls
      ? credentials.createSsl(
          settings.tlsRoots === '' ? null : readFileSync(settings.tlsRoots),
        )
      : credentials.createInsecure(),
    {
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.min_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 2000,
    },
  );
  const options = (): { deadline: number } => ({
    deadline: Date.now() + settings.deadlineMs,
  });
  const call = <T>(start: (done: Callback<T>) => unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      start((error, response) => {
        if (error === null) resolve(response);
        else reject(askError(error));
      });
    });
  const { assistant } = settings;
  return {
    send: (request) =>
      call((done) =>
        client.sendMessage(
          SendMessageRequest.fromPartial({ ...request, assistant }),
          new Metadata(),
          options(),
          done,
        ),
      ),
    describe: (languageCode) =>
      call((done) =>
        client.describeAssistant(
          DescribeAssistantRequest.fromPartial({ assistant, languageCode }),
          new Metadata(),
          options(),
          done,
        ),
      ),
    forget: async (sessionId) => {
      await call((done) =>
        client.deleteSession(
          DeleteSessionRequest.fromPartial({ sessionId }),
          new Metadata(),
          options(),
          done,
        ),
      );
    },
    close: () => {
      client.close();
    },
  };
}

function askError(error: ServiceError): AskError {
  return new AskError(error.details, status[error.code], !final.has(error.code));
}
