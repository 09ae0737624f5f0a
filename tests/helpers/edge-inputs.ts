import type { RawIncident, RawInput } from '../../lib/analysis/build-input';
import type { AnalysisInput } from '../../lib/analysis/method';
import { demoInput, demoScope } from './analysis-input';

const WARDS = ['00008', '00025', '00160'];
const year = { from: '2025-11-01', to: '2026-10-31' };

const change = (incidents: (all: readonly RawIncident[]) => readonly RawIncident[], more: Partial<RawInput> = {}) => (raw: RawInput): RawInput => ({ ...raw, ...more, incidents: incidents(raw.incidents) });
const inWard = (code: string) => ({ ownerCode }: RawIncident): boolean => ownerCode === code;
const atOnePlace = (all: readonly RawIncident[]): RawIncident[] => {
  const inside = all.filter(inWard('00008')).slice(0, 30);
  return inside.map((incident) => ({ ...incident, longitude: inside[0]!.longitude, latitude: inside[0]!.latitude }));
};
const atOneMoment = (all: readonly RawIncident[]): RawIncident[] => all.map((incident) => ({ ...incident, occurredAt: all[0]!.occurredAt }));

/** Scopes that ask too much of a method: each must answer in sentences, never in NaN. Three wards around a junction over a year unless said. */
export const EDGE_INPUTS: Readonly<Record<string, () => AnalysisInput>> = {
  empty: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: WARDS } }), change(() => [])),
  one_point: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: WARDS } }), change((all) => all.filter(inWard('00008')).slice(0, 1))),
  two_points: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: WARDS } }), change((all) => all.filter(inWard('00008')).slice(0, 2))),
  one_place: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: WARDS } }), change(atOnePlace)),
  one_moment: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: WARDS } }), change(atOneMoment)),
  one_ward: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: ['00008'] } })),
  one_day: () => demoInput(demoScope({ from: '2026-10-31', to: '2026-10-31', area: { kind: 'wards', codes: WARDS } })),
  no_streets: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: WARDS } }), change((all) => all, { streets: [] })),
  no_ward: () => demoInput(demoScope({ ...year, area: { kind: 'wards', codes: ['99999'] } })),
};
