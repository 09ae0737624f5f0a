/** A mistake of the person at the keyboard: told in one line, exit code 2, no stack trace. */
export class UsageError extends Error {}
