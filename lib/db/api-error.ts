/** The part of a supabase-js answer that tells whether it worked. */
export interface ApiAnswer<T> {
  readonly data: T | null;
  readonly error: { readonly code?: string; readonly message: string; readonly details?: string | null } | null;
}

/** A request to the database's API that failed for no reason of the caller's. */
export class DatabaseFailure extends Error {
  /** SQLSTATE or PostgREST code; empty when the API was not reached. */
  readonly code: string;

  constructor(what: string, error: NonNullable<ApiAnswer<unknown>['error']>) {
    super(`${what}: ${error.message}${error.code === undefined || error.code === '' ? '' : ` (${error.code})`}`);
    this.name = 'DatabaseFailure';
    this.code = error.code ?? '';
  }
}

/**
 * The data of an answer.
 *
 * @throws DatabaseFailure when the API answered with an error; `what` says what was asked for.
 */
export function unwrap<T>(what: string, { data, error }: ApiAnswer<T>): T {
  if (error !== null) throw new DatabaseFailure(what, error);
  if (data === null) throw new DatabaseFailure(what, { message: 'the answer was empty' });
  return data;
}

/** Rows a page; below the smallest limit a hosted project has by default. */
const PAGE_ROWS = 500;

/** All rows of a request that is answered in pages, in the order the request gives them. */
export async function readAll<T>(what: string, page: (from: number, to: number) => PromiseLike<ApiAnswer<T[]>>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const batch = unwrap(what, await page(rows.length, rows.length + PAGE_ROWS - 1));
    rows.push(...batch);
    if (batch.length < PAGE_ROWS) return rows;
  }
}
