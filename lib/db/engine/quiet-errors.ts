/** Errors that were answered to a client and are no fault of the server. */
const answered = new WeakSet<object>();
let isInstalled = false;

/**
 * Keeps one error object out of `console.error`, where Supabase Lite prints each error it answers, stack and all.
 *
 * Limits: only this very object, and only when it is logged on its own; everything else is printed as before.
 */
export function keepOutOfLog(error: object): void {
  answered.add(error);
  if (isInstalled) return;
  isInstalled = true;
  const print = console.error;
  console.error = (...parts: unknown[]) => {
    const [only] = parts;
    if (parts.length === 1 && typeof only === 'object' && only !== null && answered.has(only)) return;
    print(...parts);
  };
}
