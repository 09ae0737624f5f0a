import type { PinKind } from '../domain/briefing';

/** Pages that something can be brought from, and as what. */
export const PIN_PAGES = {
  map: ['map', 'chart'], trends: ['chart'], zone: ['zone'], analysis: ['analysis'], alarm: ['chart'], coverage: ['map', 'chart'], patrol: ['map'], review: ['chart'], drug_free: ['chart'],
  programme: ['chart'], score: ['chart'], ward_score: ['chart'], disputes: ['chart'], cluster: ['map'], rules: ['chart'],
} as const satisfies Readonly<Record<string, readonly PinKind[]>>;
export type PinPageName = keyof typeof PIN_PAGES;

/** What an address of the product names. */
export interface PinPage {
  readonly page: PinPageName;
  /** What the page is about, of those that are about one thing: a UUID in small letters, or the id of a cluster. */
  readonly id: string | null;
  /** Code of the ward, of a page about one. */
  readonly code: string | null;
  readonly params: URLSearchParams;
}

const UUID = '([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})';
const PATHS: readonly (readonly [PinPageName, RegExp])[] = [
  ['map', /^\/map$/], ['trends', /^\/trends$/], ['zone', new RegExp(`^/zones/${UUID}$`)], ['analysis', /^\/analysis$/], ['alarm', /^\/alarms$/], ['coverage', /^\/patrols$/],
  ['patrol', new RegExp(`^/patrols/${UUID}$`)], ['review', /^\/programmes\/review$/], ['drug_free', /^\/programmes\/drug-free$/], ['programme', new RegExp(`^/programmes/${UUID}$`)],
  ['score', new RegExp(`^/scores/${UUID}$`)], ['ward_score', new RegExp(`^/scores/${UUID}/wards/(\\d{5})$`)], ['disputes', /^\/disputes$/], ['cluster', /^\/clusters\/([A-Za-z0-9._-]{1,60})$/], ['rules', /^\/rules$/],
];

/** The address in its parts; null when it is none of this product. */
function readAddress(path: string): { readonly pathname: string; readonly params: URLSearchParams } | null {
  if (!path.startsWith('/')) return null;
  try {
    const { origin, pathname, searchParams } = new URL(path, 'http://here.invalid');
    return origin === 'http://here.invalid' ? { pathname, params: searchParams } : null;
  } catch {
    return null;
  }
}

/**
 * The page that a path names, of those that something can be brought from; null for any other.
 *
 * Limits: never throws; whether there is what it names is for others to find out.
 */
export function readPinPage(path: string): PinPage | null {
  const address = readAddress(path);
  if (address === null) return null;
  const { pathname, params } = address;
  for (const [page, pattern] of PATHS) {
    const found = pattern.exec(pathname);
    if (found === null) continue;
    const id = page === 'alarm' ? (new RegExp(`^${UUID}$`).exec(params.get('alarm') ?? '')?.[1] ?? null) : (found[1] ?? null);
    if (page === 'alarm' && id === null) return null;
    if (page === 'coverage' && params.get('tab') !== 'coverage') return null;
    return { page, id: page === 'cluster' ? id : (id?.toLowerCase() ?? null), code: found[2] ?? null, params };
  }
  return null;
}
