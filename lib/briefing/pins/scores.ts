import { rounded } from '../../analysis/rounded';
import type { Told } from '../../domain/analysis-result';
import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import type { ScoreCriterion, WardScore } from '../../domain/score';
import { say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** A period with the scores of its wards, as they came out of what was known at the briefing's instant, or as they were closed before it. */
export interface ScoreEvidence {
  readonly kind: 'score';
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly isClosed: boolean;
  readonly assumed: boolean;
  readonly criteria: readonly ScoreCriterion[];
  readonly leastShare: number;
  /** By code. */
  readonly scores: readonly (Omit<WardScore, 'ward'> & { readonly code: string })[];
  /** The one ward that is shown; null = all beside each other. */
  readonly ward: string | null;
}

/** Steps below which one step more or less moves a score by many points. */
const FEW_STEPS = 20;
const MOST_BARS = 30;

type Scored = ScoreEvidence['scores'][number];

/** Steps from the records that a score rests on; what was given by hand is none. */
const stepsOf = ({ criteria }: ScoreEvidence, score: Scored): number =>
  score.criteria.reduce((sum, one, place) => sum + (criteria[place]?.source === 'records' && one.state === 'scored' ? one.whole : 0), 0);

const median = (sorted: readonly number[]): number | null => (sorted.length === 0 ? null : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2);

const tellHow = (evidence: ScoreEvidence, scores: readonly Scored[]): Told[] => [
  say(evidence.isClosed ? 'about_closed' : 'about_open', { share: evidence.leastShare }),
  say('about_steps', { wards: scores.length, fewSteps: scores.filter((one) => stepsOf(evidence, one) < FEW_STEPS).length, limit: FEW_STEPS }), ...(evidence.assumed ? [say('about_assumed')] : []),
];

function composeWard(pin: Pinned, evidence: ScoreEvidence, score: Scored): Slide {
  const { name, from, to, criteria } = evidence;
  const values = { name, from, to, ward: score.code, total: rounded(score.total), share: rounded(score.weightShare) };
  const rows = score.criteria.map((one, place) => ({ cells: [criteria[place]?.name ?? one.id, one.state, criteria[place]?.source === 'records' ? one.part : null, criteria[place]?.source === 'records' ? one.whole : null, rounded(one.points), rounded(one.share)] }));
  const scored = score.criteria.flatMap((one, place) => (one.points === null ? [] : [{ name: criteria[place]?.name ?? one.id, points: rounded(one.points) }]));
  return makePinSlide(pin, 'pin_ward_score', say(score.total === null ? 'ward_no_total' : 'ward_total', values), {
    uncertainty: tellHow(evidence, [score]), facts: [{ id: 'total', unit: 'number', value: values.total }, { id: 'share', unit: 'share', value: values.share }],
    tables: [{ id: 'criteria', columns: [{ id: 'criterion', kind: 'text' }, { id: 'state', kind: 'code' }, { id: 'part', kind: 'count' }, { id: 'whole', kind: 'count' }, { id: 'points', kind: 'number' }, { id: 'share', kind: 'share' }], rows }],
    charts: scored.length === 0 ? [] : [{ id: 'criteria', kind: 'bars', x: 'text', y: 'number', xs: scored.map((one) => one.name), series: [{ id: 'points', values: scored.map(({ points }) => points) }] }],
  });
}

/** The wards of a period beside each other, by code and never by rank; or one ward with its criteria. */
export function composeScores(pin: Pinned, evidence: ScoreEvidence): Slide {
  const { name, from, to, scores, ward } = evidence;
  if (ward !== null) {
    const one = scores.find(({ code }) => code === ward);
    return one === undefined ? makePinSlide(pin, 'pin', say('pin_gone')) : composeWard(pin, evidence, one);
  }
  const totals = scores.flatMap(({ total }) => (total === null ? [] : [total])).sort((a, b) => a - b);
  const values = { name, from, to, wards: scores.length, wardsScored: totals.length, lowest: rounded(totals[0]), middle: rounded(median(totals)), highest: rounded(totals.at(-1)) };
  if (totals.length === 0) return makePinSlide(pin, 'pin_scores', say('scores_none', values), { uncertainty: tellHow(evidence, scores) });
  const cut = cutRows({
    id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'total', kind: 'number' }, { id: 'steps', kind: 'count' }, { id: 'share', kind: 'share' }],
    rows: scores.map((one) => ({ cells: [one.code, rounded(one.total), stepsOf(evidence, one), rounded(one.weightShare)] })),
  });
  const drawn = scores.filter(({ total }) => total !== null).slice(0, MOST_BARS);
  return makePinSlide(pin, 'pin_scores', say('scores_found', values), {
    uncertainty: [...tellHow(evidence, scores), ...cut.told],
    facts: [{ id: 'wards', unit: 'number', value: totals.length }, { id: 'least', unit: 'number', value: values.lowest }, { id: 'middle', unit: 'number', value: values.middle }, { id: 'most', unit: 'number', value: values.highest }],
    tables: [cut.table], charts: [{ id: 'wards', kind: 'bars', x: 'ward', y: 'number', xs: drawn.map(({ code }) => code), series: [{ id: 'total', values: drawn.map(({ total }) => rounded(total)) }] }],
  });
}
