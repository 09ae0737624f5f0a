/** Resolves after a time in milliseconds. */
export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again every 20 ms until the answer is not null.
 *
 * Limits: gives null once `limitMs` milliseconds have passed.
 */
export async function poll<T>(limitMs: number, ask: () => Promise<T | null> | T | null): Promise<T | null> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null || Date.now() > end) return answer;
    await wait(20);
  }
}
