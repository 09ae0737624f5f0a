import type { MultiPolygon, Polygon } from 'geojson';
import type { AnalysisResult, Finding, LegendEntry, ResultFeature } from '../../domain/analysis-result';
import { MOST_FINDING_INCIDENTS } from '../../domain/analysis-result';
import { mainEvaluation, type DisplacementFound } from './displacement-evaluation';
import { discRing, toShape } from '../plane/finding-shapes';
import { dayNumber } from '../method';
import { fieldOfAll, fieldOfPolygons, traceField, type PlaneBox, type PlaneField } from './plane-fields';

type Shape = Polygon | MultiPolygon;

/** Outlines of a footprint widened by `byMetres` on the side of some wards. */
function traceSide({ input, treated }: DisplacementFound, wards: Iterable<number> | null, byMetres: number): Shape | null {
  const { box: [west, south, east, north], field, radiusMetres } = treated.footprint;
  const box: PlaneBox = [west - byMetres, south - byMetres, east + byMetres, north + byMetres];
  const cell = Math.max(2, (radiusMetres + byMetres) / 50);
  const fields: PlaneField[] = [(x, y) => field(x, y) + byMetres];
  if (wards !== null) fields.push(fieldOfPolygons([...wards].flatMap((ward) => input.wards[ward]!.polygons), 4 * cell, [box[0] - 4 * cell, box[1] - 4 * cell, box[2] + 4 * cell, box[3] + 4 * cell]));
  return traceField(input.plane, box, fieldOfAll(fields, -3 * cell), cell);
}

const facingShape = (found: DisplacementFound): Shape | null => (found.facing.size === 0 ? null : traceSide(found, [...found.input.wards.keys()].filter((ward) => !found.treated.wards!.has(ward)), found.parameters.corridorMetres));

/** Where an evaluation looked, as drawn, and the corridor across the border as a finding where more happened than expected. */
export function displacementPlaces(found: DisplacementFound): Pick<AnalysisResult, 'features' | 'legend' | 'findings'> {
  const across = facingShape(found);
  const findings = across === null ? [] : listFindings(found, across);
  return { features: listFeatures(found, across, findings[0]?.id), legend: listLegend(found), findings };
}

function listFeatures(found: DisplacementFound, across: Shape | null, findingId: string | undefined): ResultFeature[] {
  const { input, treated, controls, parameters } = found;
  const draw = (geometry: Shape | null, tone: ResultFeature['tone'], drawn: ResultFeature['drawn'], code: string): ResultFeature[] =>
    geometry === null ? [] : [{ geometry, tone, drawn, told: { code, values: {} } }];
  const radius = parameters.control === 'circle' ? parameters.controlRadiusMetres : treated.footprint.radiusMetres;
  return [
    ...draw(traceSide(found, null, parameters.ringMetres), 'calm', 'dashed', 'area_ring'),
    ...draw(across, 'series2', 'fill', 'area_facing').map((feature) => (findingId === undefined ? feature : { ...feature, findingId })),
    ...draw(traceSide(found, treated.wards, 0), 'series1', 'fill', 'area_target'),
    ...controls.slice(0, 1).flatMap(({ x, y }) => draw(toShape(input.plane, [[discRing(x, y, radius)]]), 'series3', 'fill', 'area_control')),
    ...controls.slice(1).flatMap(({ x, y }) => draw(toShape(input.plane, [[discRing(x, y, radius)]]), 'series3', 'outline', 'area_other_control')),
  ];
}

/** A line of the legend for everything that `listFeatures` draws. */
function listLegend({ facing, controls }: DisplacementFound): LegendEntry[] {
  const entry = (tone: LegendEntry['tone'], drawn: LegendEntry['drawn'], code: string): LegendEntry => ({ tone, drawn, told: { code, values: {} } });
  return [
    entry('series1', 'fill', 'area_target'),
    ...(facing.size === 0 ? [] : [entry('series2', 'fill', 'area_facing')]),
    entry('calm', 'dashed', 'area_ring'), entry('series3', 'fill', 'area_control'),
    ...(controls.length > 1 ? [entry('series3', 'outline', 'area_other_control')] : []),
  ];
}

/** The corridor across the border, where more happened there than the control lets expect. */
function listFindings(found: DisplacementFound, geometry: Shape): AnalysisResult['findings'] {
  const { input, treated, parameters, evaluations } = found;
  const across = evaluations.find(({ buffer }) => buffer === 'facing');
  if (across === undefined || treated.wards === null) return [];
  const { buffer, control } = across.counts;
  const expected = control.before === 0 ? buffer.before : buffer.before * (control.after / control.before);
  if (buffer.after <= expected) return [];
  const from = dayNumber(parameters.date);
  const { points } = input;
  const inside = points.ids.filter((_, i) => {
    const [ward, day] = [points.wards[i]!, points.days[i]!];
    return ward >= 0 && !treated.wards!.has(ward) && day >= from && day < from + parameters.periodDays && treated.footprint.field(points.xs[i]!, points.ys[i]!) >= -parameters.corridorMetres;
  });
  const finding: Finding = {
    id: 'facing', rank: 1, geometry, incidents: inside.slice(0, MOST_FINDING_INCIDENTS), count: inside.length, expected, p: null,
    told: { code: 'facing_rose', values: { before: buffer.before, during: buffer.after, expected, estimate: mainEvaluation(found).difference.estimate } },
  };
  return [finding];
}
