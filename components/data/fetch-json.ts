import { z } from 'zod';

const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
});

/** Why a request failed: `network` when no answer came, else by status; `conflict` when somebody was faster. */
export class RequestError extends Error {
  readonly kind: 'network' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'server';
  readonly fields: Readonly<Record<string, string>>;
  /** How things stand now, told with a conflict. */
  readonly current: unknown;

  constructor(kind: RequestError['kind'], message: string, fields: Readonly<Record<string, string>> = {}, current?: unknown) {
    super(message);
    this.name = 'RequestError';
    this.kind = kind;
    this.fields = fields;
    this.current = current;
  }
}

function kindOf(status: number): RequestError['kind'] {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  return status < 500 ? 'invalid' : 'server';
}

async function problemOf(response: Response): Promise<RequestError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => ({})));
  const problem = parsed.success ? parsed.data : {};
  const fields = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
  return new RequestError(kindOf(response.status), problem.detail ?? problem.title ?? `HTTP ${response.status}`, fields, problem.current);
}

/** The answer to a request that succeeded. @throws RequestError for everything else. */
export async function fetchOk(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError('network', String(error));
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** JSON of our own server, typed by its contract. @throws RequestError */
export async function fetchJson<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await fetchOk(path, init)).json()) as T;
}

/** Posts JSON. @throws RequestError */
export function postJson<T>(path: string, body: unknown): Promise<T> {
  return sendJson<T>('POST', path, body);
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const jsonInit = (method: Method, body: unknown): RequestInit => ({
  method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
});

/** Sends a change and reads the answer. @throws RequestError */
export function sendJson<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return fetchJson<T>(path, jsonInit(method, body));
}

/** Sends a change whose answer does not matter. @throws RequestError */
export async function send(method: Method, path: string, body?: unknown): Promise<void> {
  await fetchOk(path, jsonInit(method, body));
}
