import type { ResultTable, Told } from '../domain/analysis-result';
import type { Slide, SlidePoint } from '../domain/briefing';
import type { KnownIncident } from '../domain/briefing-facts';
import { rounded } from '../analysis/rounded';
import { poissonUpperTail } from '../stats/count-tails';
import { addDays, dayNumberOf } from '../view/day-arithmetic';
import type { BriefingInput } from './briefing-input';
import { countNear, type BorderMembers } from './border-members';
import { STANDARD_DAYS } from './period';
import { boxOfArea, linkToMap, makeMap, makeSlide } from './slide-parts';
import { boxAround, say } from './slide-pieces';

const MOST_ROWS = 40;

const placeOf = ({ owner, neighbour }: KnownIncident): string | null => (owner === null ? null : neighbour === null ? owner : `${owner}/${neighbour}`);

function listIncidents(incidents: readonly KnownIncident[]): ResultTable {
  return {
    id: 'incidents',
    columns: [
      { id: 'at', kind: 'instant' }, { id: 'category', kind: 'category' }, { id: 'place', kind: 'pair' }, { id: 'lead', kind: 'ward' }, { id: 'reason', kind: 'code' },
      { id: 'confirmed', kind: 'code' }, { id: 'assists', kind: 'pair' }, { id: 'incident', kind: 'incident' },
    ],
    rows: incidents.slice(0, MOST_ROWS).map((one) => ({
      cells: [one.occurredAt, one.category, placeOf(one), one.lead, one.leadReason, one.isConfirmed || one.resolved ? 'confirmed' : 'unconfirmed', one.assists.length === 0 ? null : one.assists.join('/'), one.id],
    })),
  };
}

/** Two wards in one order, whichever of them owns. */
const pairKey = ({ owner, neighbour }: KnownIncident): string | null => (owner === null || neighbour === null ? null : [owner, neighbour].sort().join('/'));

function findBusiest(incidents: readonly KnownIncident[]): { pair: string | null; count: number } {
  const counts = new Map<string, number>();
  for (const one of incidents) { const key = pairKey(one); if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1); }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { pair: first?.[0] ?? null, count: first?.[1] ?? 0 };
}

/** What a day usually brings at the borders, and how often as many as now or more; nothing where nothing is known to compare with. */
function tellUsual({ analysis, asOfDay }: BriefingInput, members: BorderMembers, count: number): { usual: number; told: Told[] } {
  const last = dayNumberOf(asOfDay) - 1;
  const days = Math.min(STANDARD_DAYS, Math.max(0, last - analysis.firstDay + 1));
  if (days === 0) return { usual: 0, told: [] };
  const usual = countNear(analysis, members, last - days + 1, last) / days;
  return { usual, told: [say('about_usual', { usual: rounded(usual), days, p: rounded(poissonUpperTail(count, usual)) })] };
}

export const pointOf = (one: Pick<KnownIncident, 'id' | 'position' | 'category' | 'borderZone' | 'resolved'>): SlidePoint => ({
  id: one.id, position: one.position, category: one.category, borderZone: one.borderZone, resolved: one.resolved,
});

/** The last 24 hours at the borders: what came in, who leads, who helps. */
export function composeLastDay(input: BriefingInput, members: BorderMembers): Slide {
  const near = input.lastDay.filter(({ borderZone }) => borderZone);
  const link = linkToMap(input, { period: { kind: 'days', from: addDays(input.asOfDay, -1), to: input.asOfDay }, borderZoneOnly: true });
  const { usual, told } = tellUsual(input, members, near.length);
  const open = near.filter(({ isConfirmed, resolved }) => !isConfirmed && !resolved).length;
  const busiest = findBusiest(near);
  const claim = near.length === 0 ? say('last_day_none', { all: input.lastDay.length })
    : say(busiest.pair === null ? 'last_day_found' : 'last_day_pair', { count: near.length, all: input.lastDay.length, open, pair: busiest.pair, most: busiest.count });
  return makeSlide('last_day', claim, {
    uncertainty: [...told, ...(near.length > MOST_ROWS ? [say('more_rows', { shown: MOST_ROWS, count: near.length })] : [])],
    facts: [
      { id: 'near', unit: 'count', value: near.length }, { id: 'all', unit: 'count', value: input.lastDay.length }, { id: 'usual', unit: 'perDay', value: rounded(usual) },
      { id: 'unconfirmed', unit: 'count', value: open }, { id: 'assisted', unit: 'count', value: near.filter(({ assists }) => assists.length > 0).length },
      { id: 'junction', unit: 'count', value: near.filter(({ junction }) => junction).length },
    ],
    tables: near.length === 0 ? [] : [listIncidents(near)],
    map: makeMap(input, {
      bbox: near.length === 0 ? boxOfArea(input) : (boxAround(near.map(({ position }) => position), 0.03) ?? boxOfArea(input)),
      points: near.map(pointOf), legend: near.length === 0 ? [] : [{ tone: 'alarm', drawn: 'dot', told: say('legend_incident') }],
    }),
    link,
  });
}
