/** What is used of @xmpp/client, which has no types of its own. */
declare module '@xmpp/client' {
  import type { EventEmitter } from 'node:events';

  export class Element {
    name: string;
    attrs: Record<string, string | undefined>;
    is(name: string, namespace?: string): boolean;
    getChild(name: string, namespace?: string): Element | undefined;
    getChildText(name: string, namespace?: string): string | null;
    toString(): string;
  }

  export interface Jid {
    bare(): Jid;
    toString(): string;
  }

  export interface Client extends EventEmitter {
    status: string;
    jid: Jid | null;
    reconnect: { delay: number; stop(): void };
    streamManagement: EventEmitter & { enabled: boolean; requestAckDebounce: number };
    iqCaller: { request(iq: Element): Promise<Element> };
    start(): Promise<Jid>;
    stop(): Promise<unknown>;
    disconnect(): Promise<unknown>;
    send(element: Element): Promise<void>;
  }

  export function client(options: {
    service: string;
    domain?: string;
    username: string;
    password: string;
    resource?: string;
    userAgent?: Element;
  }): Client;
  export function xml(
    name: string,
    attrs: Record<string, string | undefined> | null,
    ...children: (Element | string)[]
  ): Element;
  export function jid(text: string): Jid;
}
