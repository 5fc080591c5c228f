import type { Turn } from '../generated/quiver/v1/assistant.js';
import type { AssistantClient } from '../rpc/assistant_client.js';
import { Code, RpcError } from '../rpc/rpc_error.js';

const pageSize = 200;

/** All turns that the server has of a session; null when it has none such. */
export async function fetchTurns(
  client: AssistantClient,
  sessionId: string,
): Promise<Turn[] | null> {
  const turns: Turn[] = [];
  let pageToken = '';
  try {
    do {
      const page = await client.listTurns({ sessionId, pageSize, pageToken });
      turns.push(...page.turns);
      pageToken = page.nextPageToken;
    } while (pageToken);
    return turns;
  } catch (error) {
    if (error instanceof RpcError && error.code === Code.NOT_FOUND) return null;
    throw error;
  }
}
