import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import { buildArcIndex } from '../plane/arc-index';
import { commonWidthMetres, findBorderObstacle } from './border-conditions';
import { countBorders, measureStreets } from './border-counts';
import { tellLeague } from './league-outcome';
import { rankBorders } from './league-rows';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { countDays, listConditions, nothing } from '../times-conditions';

const WIDTHS = ['agreed', 'fixed'] as const;
const EXPOSURES = ['length', 'streets'] as const;
const schema = z.strictObject({
  widths: z.enum(WIDTHS),
  widthMetres: z.number().min(10).max(1_000),
  exposure: z.enum(EXPOSURES),
  recentDays: z.int().min(1).max(366),
  threshold: z.number().min(1).max(10),
});
/** Parameters of the border league. */
export type LeagueParameters = z.output<typeof schema>;

/** A border with less than this many metres of known street has no rate a kilometre of street. */
const LEAST_STREET = 100;

/** Share of borders outside the action limits above which chance alone is plainly no model of them. */
const OVERDISPERSED_SHARE = 0.1;

/** Kilometres of straight border whose zone is as large as that of this one, round ends included: a border of no length still has a zone. */
const effectiveKm = (lengthMetres: number, widthMetres: number): number => (lengthMetres + (Math.PI / 2) * widthMetres) / 1000;

function propose(input: AnalysisInput): Record<keyof LeagueParameters, Proposal> {
  const days = Math.max(1, Math.min(28, Math.floor(countDays(input) / 4)));
  return {
    widths: { value: 'agreed', by: 'default' }, widthMetres: { value: commonWidthMetres(input), by: 'data', told: { code: 'proposed_width', values: { metres: commonWidthMetres(input) } } },
    exposure: { value: 'length', by: 'default' },
    recentDays: days === 28 ? { value: 28, by: 'default' } : { value: days, by: 'data', told: { code: 'proposed_days', values: { days } } },
    threshold: { value: 2, by: 'default' },
  };
}

function run(input: AnalysisInput, { widths, widthMetres, exposure, recentDays, threshold }: LeagueParameters, _random: Random, progress: Progress): AnalysisOutcome | null {
  const obstacle = findBorderObstacle(input, 2, 2);
  if (obstacle !== null) return obstacle;
  if (recentDays >= countDays(input)) return nothing('calm_too_short', { days: countDays(input), recent: recentDays });
  if (input.arcs.length < 3) return nothing('too_few_borders', { borders: input.arcs.length, least: 3 });
  if (!progress(0)) return null;
  const index = buildArcIndex(input.arcs);
  const widthOf = (arc: number): number => (widths === 'fixed' ? widthMetres : input.arcs[arc]!.borderWidthMetres);
  const counts = countBorders(input, index, widthOf, recentDays);
  if (counts.every(({ members }) => members.length === 0)) return nothing('none_near', { count: input.points.count });
  if (!progress(0.4)) return null;
  const streets = exposure === 'streets' ? measureStreets(input, index, widthOf) : null;
  const exposures = streets === null ? input.arcs.map(({ lengthMetres }, arc) => effectiveKm(lengthMetres, widthOf(arc))) : Array.from(streets, (metres) => (metres < LEAST_STREET ? 0 : metres / 1000));
  const rows = rankBorders(input.arcs, counts, exposures, threshold);
  if (rows.length < 3) return nothing('no_streets', {});
  if (!progress(0.8)) return null;
  const left = input.arcs.length - rows.length;
  const warnings: Told[] = [
    ...(left > 0 ? [{ code: 'left_out', values: { borders: left, metres: LEAST_STREET } }] : []),
    { code: exposure === 'streets' ? 'about_streets' : 'about_length', values: {} },
    ...(input.clusters.length === 0 ? [{ code: 'no_agreement_known', values: {} }] : []),
    ...(rows.filter(({ standing }) => standing === 'above_action' || standing === 'below_action').length > OVERDISPERSED_SHARE * rows.length ? [{ code: 'overdispersed', values: {} }] : []),
    ...listConditions(input, widthMetres),
  ];
  return tellLeague(input, rows, threshold, warnings);
}

/** Capability 19: borders by their shrunk rate, with control limits, instead of a league of wards. */
export const borderLeagueMethod: AnalysisMethod<LeagueParameters> = {
  id: 'border_league',
  version: 1,
  fields: [
    { name: 'widths', kind: 'choice', choices: WIDTHS },
    { name: 'widthMetres', kind: 'number', least: 10, most: 1_000, unit: 'metres' },
    { name: 'exposure', kind: 'choice', choices: EXPOSURES },
    { name: 'recentDays', kind: 'integer', least: 1, most: 366, unit: 'days' },
    { name: 'threshold', kind: 'number', least: 1, most: 10, unit: 'ratio' },
  ],
  schema, propose, run,
};
