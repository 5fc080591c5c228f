/** What is used of @xmpp/component, which has no types of its own. */
declare module '@xmpp/component' {
  import type { Client, Element } from '@xmpp/client';

  export function component(options: {
    service: string;
    domain: string;
    password: string;
  }): Client;
  export function xml(
    name: string,
    attrs: Record<string, string | undefined> | null,
    ...children: (Element | string)[]
  ): Element;
}
