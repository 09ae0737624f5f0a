const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a request's `Host` may be answered. With the public demonstration accounts only names of this very machine: a page
 * elsewhere whose name was made to point here (DNS rebinding) could sign in otherwise.
 */
export function isAllowedHost(hostHeader: string | null, isDemonstration: boolean): boolean {
  return !isDemonstration || (hostHeader !== null && LOOPBACK.test(hostHeader));
}

/** Whether the launcher found the public demonstration accounts in the database. */
export const isDemonstrationServer = (): boolean => process.env['GIAP_RANH_DEMONSTRATION'] === '1';
