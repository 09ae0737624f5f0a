import { daySchema, type Day } from '@/lib/domain/instant';

/** What the list of incidents is narrowed by; empty texts and nulls keep everything. */
export interface ListFilter {
  readonly open: boolean;
  readonly overdue: boolean;
  readonly zone: boolean;
  readonly category: string;
  readonly cluster: string;
  /** `editionId/wardCode`. */
  readonly lead: string;
  readonly assist: string;
  /** Ward of the place, `editionId/wardCode`. */
  readonly ward: string;
  /** Id of the zone the place lies in. */
  readonly inside: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

export const NO_LIST_FILTER: ListFilter = { open: false, overdue: false, zone: false, category: '', cluster: '', lead: '', assist: '', ward: '', inside: '', from: null, to: null };

const FLAGS = ['open', 'overdue', 'zone'] as const;
const CODES = ['category', 'cluster', 'lead', 'assist', 'ward'] as const;
const DAYS = ['from', 'to'] as const;
const CODE = /^[\w./-]{1,120}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The filter a link names; what is missing or wrong keeps everything. `zone` is 1 for the border zone or the id of a zone; `border=1` goes with an id. */
export function parseListFilter(params: { readonly get: (name: string) => string | null }): ListFilter {
  const day = (name: string): Day | null => {
    const parsed = daySchema.safeParse(params.get(name));
    return parsed.success ? parsed.data : null;
  };
  const code = (name: string): string => (CODE.test(params.get(name) ?? '') ? (params.get(name) ?? '') : '');
  const flag = (name: string): boolean => params.get(name) === '1';
  const zone = params.get('zone') ?? '';
  return {
    open: flag('open'), overdue: flag('overdue'), zone: flag('zone') || flag('border'), category: code('category'), cluster: code('cluster'), lead: code('lead'), assist: code('assist'),
    ward: code('ward'), inside: UUID.test(zone) ? zone : '',
    from: day('from'), to: day('to'),
  };
}

/** The search string that `parseListFilter` reads back. */
export function formatListFilter(filter: ListFilter): string {
  const params = new URLSearchParams();
  for (const name of FLAGS) if (filter[name]) params.set(name === 'zone' && filter.inside !== '' ? 'border' : name, '1');
  if (filter.inside !== '') params.set('zone', filter.inside);
  for (const name of CODES) if (filter[name] !== '') params.set(name, filter[name]);
  for (const name of DAYS) if (filter[name] !== null) params.set(name, filter[name]);
  return params.toString();
}

/** The query of `GET /api/incidents` for a filter; days are whole days in Viet Nam. */
export function toIncidentQuery(filter: ListFilter, limit: number): string {
  const params = new URLSearchParams({ limit: String(limit) });
  if (filter.open) params.set('open', 'true');
  if (filter.overdue) params.set('overdue', 'true');
  if (filter.zone) params.set('borderZone', 'true');
  if (filter.inside !== '') params.set('zone', filter.inside);
  for (const name of CODES) if (filter[name] !== '') params.set(name, filter[name]);
  if (filter.from !== null) params.set('from', `${filter.from}T00:00:00+07:00`);
  if (filter.to !== null) params.set('to', `${filter.to}T23:59:59+07:00`);
  return params.toString();
}
