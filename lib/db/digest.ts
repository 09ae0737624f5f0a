import { createHash } from 'node:crypto';

/** SHA-256 of a value's JSON, hexadecimal: to know the same sent twice. */
export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
