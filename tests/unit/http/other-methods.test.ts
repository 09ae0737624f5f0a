import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { otherMethods } from '../../../lib/http/other-methods';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'app', 'api');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const routes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('route.ts') && !path.startsWith('[...')).sort();

const words = (text: string | undefined): string[] => text?.match(/[A-Z]+/g) ?? [];

describe('every route of the API', () => {
  it('is looked at', () => {
    expect(routes.length).toBeGreaterThan(20);
  });

  it.each(routes)('%s answers every method', (path) => {
    const text = readFileSync(join(FOLDER, path), 'utf8');
    const own = METHODS.filter((method) => new RegExp(`export (const|async function) ${method}\\b`).test(text));
    const line = /export const \{([^}]*)\} = otherMethods\(([^)]*)\);/.exec(text);
    expect(words(line?.[2]), 'otherMethods(…) names what the route takes').toEqual(own);
    expect(words(line?.[1]), 'and answers the rest').toEqual([...METHODS.filter((method) => !own.includes(method)), 'OPTIONS']);
  });
});

describe('a method that a route does not take', () => {
  it('is answered with a problem that says which it does', async () => {
    const answer = otherMethods('GET', 'PATCH').DELETE();
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('allow')]).toEqual([405, 'application/problem+json', 'GET, PATCH, HEAD, OPTIONS']);
    expect(await answer.json()).toMatchObject({ type: '/problems/not_allowed', status: 405 });
  });

  it('OPTIONS tells the same without a problem', () => {
    const answer = otherMethods('POST').OPTIONS();
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
  });
});
