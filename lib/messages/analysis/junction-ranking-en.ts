import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';

const wards = (v: Values, s: Phrases): string => [v['wardA'], v['wardB'], v['wardC']].flatMap((code) => (code === null ? [] : [s.ward(code)])).join(' – ');
const place = (v: Values, s: Phrases): string => (v['kind'] === 'tri_point' ? `Tri-point ${wards(v, s)}` : v['street'] === null ? `A street over the border ${wards(v, s)}` : `${s.text(v['street'])} over the border ${wards(v, s)}`);

/** English texts of the method `junction_ranking`. */
export const junctionRankingEn: MethodTexts = {
  title: 'Ranking of border junctions',
  question: 'Which junction, where three wards meet or a street crosses a border, surely has more incidents than the rest?',
  reading: 'Each risk is drawn towards the mean by how little is known of it, so a small junction with bad luck does not jump to the top. Ranked by the probability that the true risk passes the threshold, surest first.',
  source: 'Gamma–Poisson shrinkage (Clayton & Kaldor 1987; Marshall 1991), ranked by P(θ > threshold).',
  parameters: {
    reachMetres: { label: 'Radius of a junction', help: 'An incident within this of a junction, and nearest to it, is counted there.' },
    mergeMetres: { label: 'Merge', help: 'Two crossings nearer than this are one junction.' },
    exposure: { label: 'Compared by', help: 'What is expected at each junction goes by the area around it, or by metres of known street.', choices: { area: 'Area around', streets: 'Street length' } },
    threshold: { label: 'Threshold', help: 'Ranked by the probability that the true risk is more than this times the mean.' },
  },
  told: {
    headline: (v, s) => `${place(v, s)}: ${s.count(v['count'])} incidents within ${s.in('metres', v['reach'])}, ${s.number(v['relative'], 1)} times the mean risk of junctions (95%: ${s.number(v['low'], 1)}–${s.number(v['high'], 1)}); above ${s.number(v['threshold'], 1)} times with probability ${s.in('share', v['chance'])}.`,
    headline_none: (v, s) => `None of ${s.count(v['places'])} junctions is more likely than not above ${s.number(v['threshold'], 1)} times the mean.`,
    no_incident: () => 'No incident in this period and area.',
    no_place: () => 'The area has no junction: no three wards meet, and no street is known to cross a border.',
    one_place: (v, s) => `There is one junction only, with ${s.count(v['incidents'])} incidents; nothing to rank.`,
    none_near: (v, s) => `No incident within ${s.in('metres', v['reach'])} of ${s.count(v['places'])} junctions.`,
    reach_from_accuracy: (v, s) => `Twice the accuracy of nine in ten places (${s.in('metres', v['accuracy'])}).`,
    place: (v, s) => `${place(v, s)}: ${s.count(v['count'])} incidents, ${s.number(v['expected'], 1)} expected; ${s.number(v['relative'], 1)} times the mean (${s.number(v['low'], 1)}–${s.number(v['high'], 1)}), above the threshold with probability ${s.in('share', v['chance'])}.`,
    legend_sure: (v, s) => `Surely (95%) above ${s.number(v['threshold'], 1)} times`,
    legend_likely: (v, s) => `Likely above ${s.number(v['threshold'], 1)} times`,
    legend_other: () => 'Other junctions with incidents',
    no_isochrones: () => 'Where one gets to by road within some minutes is not computed: the radius is as the crow flies, not a way of escape.',
    unsnapped: (v, s) => `${s.in('share', v['share'])} of the incidents lie near no junction within ${s.in('metres', v['reach'])} and are not in this ranking.`,
    even: () => 'The junctions differ no more than chance makes them: the ranking says nothing.',
    few_incidents: (v, s) => `Only ${s.count(v['incidents'])} incidents at ${s.count(v['places'])} junctions; the ranking is shaky.`,
    no_streets: () => 'No street is known to cross a border here: only tri-points are ranked.',
  },
  facts: {
    tri_points: { label: 'Tri-points', help: 'Where three or more wards meet.' },
    crossings: { label: 'Street crossings', help: 'Where a known street passes a border, after merging.' },
    snapped: { label: 'Incidents at junctions', help: 'Incidents counted at some junction.' },
    unsnapped_share: { label: 'Near no junction', help: 'Share of the incidents outside the radius of every junction.' },
    sure: { label: 'Surely above', help: 'Junctions above the threshold with probability 95% or more.' },
    likely: { label: 'Likely above', help: 'Junctions above the threshold with probability one half or more.' },
  },
  tables: {
    ranking: {
      title: 'Junctions',
      columns: { kind: 'Kind', street: 'Street', ward_a: 'Ward', ward_b: 'Ward', ward_c: 'Ward', count: 'Incidents', expected: 'Expected', relative: 'Times the mean', low: 'From', high: 'To', chance: 'Probability above' },
    },
  },
  charts: { risk: { title: 'Risk of the junctions ranked first', x: 'Rank', y: 'Times the mean', series: { relative: 'Shrunk, 95%' }, marks: { mean: 'Mean', threshold: 'Threshold' } } },
  classes: { tri_point: 'Tri-point', crossing: 'Street over a border' },
};
