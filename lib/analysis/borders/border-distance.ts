import { z } from 'zod';
import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import { buildArcIndex } from '../plane/arc-index';
import { commonWidthMetres, findBorderObstacle, pairOf } from './border-conditions';
import { sampleArea, sampleStreets } from './border-exposure';
import { listBands, measureBorderDistances, profileBorder, proposeBorderBandwidth } from './border-profile';
import { tellDistances } from './distance-outcome';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { shareOnStreets } from './street-share';
import { listConditions, nothing } from '../times-conditions';

const EXPOSURES = ['streets', 'area'] as const;
const STRATA = ['wards', 'area'] as const;
const schema = z.strictObject({
  border: z.string().regex(/^(\d{5}\/\d{5})?$/, 'two ward codes with a stroke between them, or nothing for all borders'),
  exposure: z.enum(EXPOSURES),
  strata: z.enum(STRATA),
  widthMetres: z.number().min(10).max(2_000),
  reachMetres: z.number().min(100).max(5_000),
  /** 0 = from the data. */
  bandwidthMetres: z.number().min(0).max(500),
});
/** Parameters of the distance-to-border test. */
export type DistanceParameters = z.output<typeof schema>;

/** Places that stand for the exposure: cells of the area, metres between places on streets. */
const AREA_CELLS = 60_000;
const STREET_STEP = 25;
/** Share of the incidents that must lie on known streets for streets to be what incidents are held against. */
const ENOUGH_ON_STREETS = 0.8;

function propose(input: AnalysisInput, given: Readonly<Partial<DistanceParameters>>): Record<keyof DistanceParameters, Proposal> {
  const onStreets = given.exposure === undefined ? shareOnStreets(input, 30) : 0;
  const width = commonWidthMetres(input);
  const fixed = (value: number | string): Proposal => ({ value, by: 'default' });
  return {
    border: fixed(''), strata: fixed('wards'), reachMetres: fixed(500), bandwidthMetres: fixed(0),
    exposure: { value: onStreets >= ENOUGH_ON_STREETS ? 'streets' : 'area', by: 'data', told: { code: onStreets >= ENOUGH_ON_STREETS ? 'proposed_streets' : 'proposed_area', values: { share: onStreets } } },
    widthMetres: { value: width, by: 'data', told: { code: 'proposed_width', values: { metres: width } } },
  };
}

function run(input: AnalysisInput, { border, exposure, strata, widthMetres, reachMetres, bandwidthMetres }: DistanceParameters, _random: Random, progress: Progress): AnalysisOutcome | null {
  const obstacle = findBorderObstacle(input, 10, 1);
  if (obstacle !== null && obstacle.reason.code !== 'one_day') return obstacle;
  const turned = border.split('/').reverse().join('/');
  const arc = border === '' ? null : input.arcs.findIndex((one) => [border, turned].includes(pairOf(input, one)));
  if (arc === -1) return nothing('unknown_border', { pair: border });
  if (!progress(0)) return null;
  const index = buildArcIndex(input.arcs);
  const sample = exposure === 'streets' ? sampleStreets(input, STREET_STEP, (share) => progress(0.05 + 0.25 * share)) : sampleArea(input, AREA_CELLS);
  if (sample === null) return null;
  if (sample.count === 0) return nothing('no_streets');
  if (!progress(0.3)) return null;
  const measured = measureBorderDistances(index, input.points, sample, strata === 'wards', arc);
  if (!progress(0.8)) return null;
  const { distances, leftOut } = measured;
  if (distances.length < 10) return nothing('too_few', { count: distances.length, least: 10 });
  const bandwidth = bandwidthMetres > 0 ? bandwidthMetres : proposeBorderBandwidth(distances, reachMetres);
  if (bandwidth === null) return nothing('no_spread', { count: distances.length });
  const result = profileBorder(measured, { reachMetres, widthMetres, bandwidthMetres: bandwidth, sides: arc !== null });
  const warnings: Told[] = [
    { code: `about_${exposure}`, values: {} },
    ...(leftOut > 0 ? [{ code: 'left_out', values: { count: leftOut } }] : []),
    ...(strata === 'area' ? [{ code: 'about_strata', values: {} }] : []),
    ...listConditions(input, bandwidth),
  ];
  return tellDistances(input, { index, arc, widthMetres, incidents: distances.length, result, bands: listBands(measured), warnings });
}

/** Capability 12: whether incidents lie nearer to borders than the places do where they could happen, and how far that reaches. */
export const borderDistanceMethod: AnalysisMethod<DistanceParameters> = {
  id: 'border_distance',
  version: 1,
  fields: [
    { name: 'border', kind: 'arc' },
    { name: 'exposure', kind: 'choice', choices: EXPOSURES },
    { name: 'strata', kind: 'choice', choices: STRATA },
    { name: 'widthMetres', kind: 'number', least: 10, most: 2_000, unit: 'metres' },
    { name: 'reachMetres', kind: 'number', least: 100, most: 5_000, unit: 'metres' },
    { name: 'bandwidthMetres', kind: 'number', least: 0, most: 500, unit: 'metres' },
  ],
  schema, propose, run,
};
