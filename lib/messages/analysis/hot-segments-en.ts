import { lackEn } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeEn } from './place-words';

const street = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : 'a street without a known name');

/** English texts of hot street segments. */
export const hotSegmentsEn: MethodTexts = {
  title: 'Hot street segments',
  question: 'Which stretches of street have clearly more incidents per hundred metres than others, and how surely?',
  reading: 'Streets are cut into short segments, each incident counts for the nearest. Segments with little data are drawn towards the mean, so that luck alone leads no list; sureness is the probability that the true rate exceeds the chosen multiple of the mean. The mean goes by length of street, not by traffic.',
  source: 'Gamma–Poisson shrinkage, Clayton & Kaldor (1987), Marshall (1991); ranked by P(θ > threshold).',
  parameters: {
    segmentMetres: { label: 'Longest segment', help: 'Streets are cut into equal segments no longer than this.' },
    snapMetres: { label: 'Distance to a street', help: 'Incidents farther than this from every known street count for no segment.' },
    times: { label: 'How many times', help: 'A hot segment has a true rate above so many times the mean.' },
    sureness: { label: 'Sureness', help: 'Only segments are told whose probability of that is at least this.' },
  },
  told: {
    ...lackEn,
    snap_from_accuracy: ({ snap, median }, p) => `${p.in('metres', snap)}: twice the usual accuracy of a location (${p.in('metres', median)}), kept within 30 to 80 m.`,
    no_streets: () => 'No streets are known in this area, so nothing can be said by street segment; use density or hot cells.',
    none_near: ({ count, snap }, p) => `None of ${p.count(count)} incidents lies within ${p.in('metres', snap)} of a known street.`,
    headline: (v, p) => `Hot stretches of street: ${p.count(v.stretches)}. Foremost: ${street(v.street)} (${placeEn(v, p)}), ${p.count(v.count)} incidents on ${p.in('metres', v.lengthMetres)} where the mean is ${p.number(v.expected, 1)}; probability of truly more than ${p.number(v.times)} times the mean: ${p.in('share', v.sureness)}. ${p.in('share', v.unsnapped)} of the incidents lie near no known street and are left out.`,
    none: (v, p) => `Of ${p.count(v.segments)} segments none exceeds ${p.number(v.times)} times the mean with a probability of ${p.in('share', v.asked)}. ${p.in('share', v.unsnapped)} of the incidents lie near no known street and are left out.`,
    stretch: (v, p) => `${street(v.street)} (${placeEn(v, p)}): ${p.count(v.count)} incidents on ${p.in('metres', v.lengthMetres)}, mean ${p.number(v.expected, 1)}; its busiest segment about ${p.number(v.relative, 1)} times, sureness ${p.in('share', v.sureness)}`,
    hot90: ({ segments }, p) => `Hot with a sureness of 90% (or as chosen) or more: ${p.count(segments)} segments`,
    hot95: ({ segments }, p) => `Hot with a sureness of 95% or more: ${p.count(segments)} segments`,
    hot99: ({ segments }, p) => `Hot with a sureness of 99% or more: ${p.count(segments)} segments`,
    legend_stretch: ({ times, sureness }, p) => `Segments that meet, above ${p.number(times)} times with a sureness of ${p.in('share', sureness)}; can become zones`,
    many_unsnapped: ({ share, snap }, p) => `${p.in('share', share)} of the incidents lie more than ${p.in('metres', snap)} from every known street: streets are missing, or they happened in alleys and yards. The result speaks of the rest only.`,
    even: ({ times }, p) => `Segments differ no more than chance makes them: none can be called above ${p.number(times)} times.`,
  },
  facts: {
    topRelative: { label: 'Surest segment, times the mean', help: 'Shrunk rate of the first segment over the mean, with its 95% interval.' },
    hotSegments: { label: 'Hot segments', help: 'Segments of the chosen sureness.' },
    hotLengthShare: { label: 'Share of street length that is hot', help: 'Length of the hot segments over all streets of the area.' },
    hotCountShare: { label: 'Share of incidents on hot segments', help: 'Of the incidents near a street.' },
    unsnappedShare: { label: 'Incidents near no street', help: 'Share of the incidents farther than the distance from every known street.' },
    segments: { label: 'Segments', help: 'Street segments in the area.' },
    lengthKm: { label: 'Length', help: 'Length of the known streets in the area.' },
  },
  tables: {
    segments: {
      title: 'Segments by sureness',
      columns: { rank: 'Rank', street: 'Street', ward: 'Ward', length: 'Length', count: 'Incidents', expected: 'Mean', per100: 'Per 100 m', relative: 'Times the mean (shrunk)', low: 'From', high: 'To', sureness: 'Sureness' },
    },
  },
  charts: { top: { title: 'First segments', x: 'Segment', y: 'Times the mean', series: { relative: 'Times the mean, 95% interval' }, marks: { times: 'Chosen multiple' } } },
  classes: {},
};
