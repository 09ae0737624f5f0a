import { dayNumber, dayOfNumber, type AnalysisInput, type Proposal } from '../method';
import { findWardCode, patrolDay } from './treated-area';
import type { DisplacementParameters } from './displacement-parameters';

type Given = Readonly<Partial<DisplacementParameters>>;
const standard = (value: Proposal['value']): Proposal => ({ value, by: 'default' });

/** Longest period compared by itself: a quarter, in weeks. */
const LONGEST_DAYS = 91;

/** The patrol with the most days around its start inside the scope; the latest of equally good ones. */
function findPatrol({ patrols, firstDay, lastDay }: AnalysisInput, given: Given): string {
  if (given.patrol !== undefined) return given.patrol;
  const room = (from: number): number => Math.min(LONGEST_DAYS, patrolDay(from) - firstDay, lastDay - patrolDay(from) + 1);
  return [...patrols].sort((a, b) => room(b.from) - room(a.from) || b.from - a.from || (a.id < b.id ? -1 : 1))[0]?.id ?? '';
}

function findTreated({ patrols, zones }: AnalysisInput, given: Given): DisplacementParameters['treated'] {
  if (given.treated !== undefined) return given.treated;
  if (given.longitude !== undefined) return 'circle';
  if (given.zone !== undefined && given.zone !== '') return 'zone';
  return patrols.length > 0 ? 'patrol' : zones.length > 0 ? 'zone' : 'circle';
}

/** Fills in what an analyst left open: the patrol, its date, the longest equal periods that fit, the side, the buffer, the control. */
export function proposeDisplacement(input: AnalysisInput, given: Given): Readonly<Record<keyof DisplacementParameters & string, Proposal>> {
  const treated = findTreated(input, given);
  const patrolId = treated === 'patrol' ? findPatrol(input, given) : '';
  const patrol = input.patrols.find(({ id }) => id === patrolId);
  const date: Proposal = patrol === undefined
    ? standard(dayOfNumber(Math.floor((input.firstDay + input.lastDay + 1) / 2)))
    : { value: dayOfNumber(patrolDay(patrol.from)), by: 'data', told: { code: 'date_of_patrol', values: { day: dayOfNumber(patrolDay(patrol.from)) } } };
  const day = dayNumber(given.date ?? (date.value as DisplacementParameters['date']));
  const room = Math.min(LONGEST_DAYS, day - input.firstDay, input.lastDay - day + 1);
  const side = given.ward ?? (treated === 'circle' ? findWardCode(input, given.longitude ?? 0, given.latitude ?? 0) : '');
  const hasSides = input.wards.length > 1 && (side !== '' || (patrol !== undefined && patrol.wardCodes.some((code) => input.wards.some((ward) => ward.code === code))));
  const width = input.arcs.reduce((widest, { borderWidthMetres }) => Math.max(widest, borderWidthMetres), 0) || input.defaultWidthMetres;
  const depth: Proposal = { value: Math.max(20, Math.min(2_000, 2 * width)), by: 'data', told: { code: 'depth_from_width', values: { width } } };
  return {
    treated: standard(treated), patrol: standard(patrolId), zone: standard(treated === 'zone' ? (given.zone ?? input.zones[0]?.id ?? '') : ''),
    longitude: standard(0), latitude: standard(0), radiusMetres: standard(300),
    ward: side === '' ? standard('') : { value: side, by: 'data', told: { code: 'ward_of_centre', values: { ward: side } } },
    date,
    periodDays: room < 7 ? standard(7) : { value: room, by: 'data', told: { code: 'period_fits', values: { days: room } } },
    buffer: hasSides ? { value: 'facing', by: 'data', told: { code: 'facing_near', values: {} } } : { value: 'ring', by: 'data', told: { code: 'ring_only', values: {} } },
    // A circle over a border has its other side already; a patrol's footprint mostly ends at the border.
    corridorMetres: treated === 'circle' ? standard(0) : depth,
    ringMetres: depth,
    control: standard(given.controlLongitude === undefined ? 'matched' : 'circle'), controls: standard(5),
    controlLongitude: standard(0), controlLatitude: standard(0), controlRadiusMetres: standard(given.radiusMetres ?? 300), placeboStepDays: standard(7),
  };
}
