import type { z } from 'zod';
import { fieldProblem, problem, type FieldError } from './problem';

/** A parsed request, or the answer that says what is wrong with it. */
export type Parsed<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'refused'; readonly response: Response };

/** Largest JSON body taken, in bytes; the longest valid one is a few kilobytes. */
const MAX_BODY_BYTES = 64 * 1024;

const refused = (response: Response): { kind: 'refused'; response: Response } => ({ kind: 'refused', response });

function checked<S extends z.ZodType>(schema: S, input: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(input);
  if (result.success) return { kind: 'ok', value: result.data };
  const errors = result.error.issues.flatMap((issue): FieldError[] => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (unknown.length > 0) return unknown.map((field) => ({ field, message: 'this field is not known' }));
    return [{ field: issue.path.join('.') || '(body)', message: issue.message }];
  });
  const told = errors.filter((one, place) => errors.findIndex((other) => other.field === one.field) === place);
  return refused(problem('invalid', told.map((one) => `${one.field}: ${one.message}`).join('; '), told));
}

/**
 * Parses a query string with a schema of string inputs. A parameter the schema lists in `repeated` becomes an array.
 *
 * Limits: another parameter that is given twice is refused rather than read by its first or last value.
 */
export function parseQuery<S extends z.ZodType>(schema: S, url: string, repeated: readonly string[] = []): Parsed<z.output<S>> {
  const parameters = new URL(url).searchParams;
  const input: Record<string, string | string[]> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    if (repeated.includes(name)) input[name] = values.flatMap((value) => value.split(','));
    else if (values.length > 1) return refused(fieldProblem(name, 'is given more than once'));
    else input[name] = values[0] ?? '';
  }
  return checked(schema, input);
}

/** Parses a JSON body with a schema; refuses other content types, broken JSON, broken UTF-8 and bodies over `maxBytes` (64 KiB). */
export async function parseBody<S extends z.ZodType>(schema: S, request: Request, maxBytes = MAX_BODY_BYTES): Promise<Parsed<z.output<S>>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    return refused(fieldProblem('Content-Type', 'must be application/json', 'unsupported'));
  }
  const bytes = await readLimited(request, maxBytes);
  if (bytes === null) return refused(problem('too_large', `a body of at most ${String(maxBytes)} bytes is taken`));
  try {
    return checked(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return refused(fieldProblem('(body)', 'is not valid JSON in UTF-8'));
  }
}

/** The bytes of a body; null when there are more than `maxBytes`. */
export async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk = part.value as Uint8Array;
    total += chunk.byteLength;
    if (total > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
