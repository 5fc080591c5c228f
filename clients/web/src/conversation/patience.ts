import { RpcError } from '../rpc/rpc_error.js';

/**
 * Waits after the first, second... failure of a call before it is tried once
 * more; false to give up.
 */
export type Patience = (failures: number) => Promise<boolean>;

const pausesMs = [500, 2000];

/** Two more tries, at moments spread by chance; none while there is no network. */
export const browserPatience: Patience = async (failures) => {
  const pause = pausesMs[failures - 1];
  if (pause === undefined || !navigator.onLine) return false;
  await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  return true;
};

/** Makes `call` until it succeeds, fails for good, or patience ends. */
export async function withPatience<T>(
  call: () => Promise<T>,
  patience: Patience,
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await call();
    } catch (error) {
      const hope = error instanceof RpcError && error.transient;
      if (!hope || !(await patience(failures))) throw error;
    }
  }
}
