import type { Values } from '../../domain/analysis-result';
import { borderCommonEn } from './border-common-en';
import type { MethodTexts, Phrases } from './method-texts';

const what = (v: Values, say: Phrases): string => `${say.count(v.count)} incidents within ${say.in('metres', v.metres)} on each side, ${say.number(v.expected, 1)} at the mean rate`;

/** English words of the border league. */
export const borderLeagueEn: MethodTexts = {
  title: 'League of borders',
  question: 'Which border has most incidents for its length, which is changing, and which is hot without an agreement?',
  reading: 'Ranked by how sure it is that a border is several times the mean, not by raw counts: a short border with a few incidents is drawn towards the mean. Dashed = no agreement; strong colour = outside the control limits.',
  source: 'Gamma–Poisson shrinkage (Clayton & Kaldor 1987; Marshall 1991); exact funnel limits (Spiegelhalter 2005); change: conditional test and square roots (Wheeler 2016).',
  parameters: {
    widths: { label: 'Width of the border zone', help: 'The agreed width of each border, or one width for all.', choices: { agreed: 'As agreed for each border', fixed: 'One width' } },
    widthMetres: { label: 'The one width', help: 'Used when one width is chosen, metres on each side.' },
    exposure: { label: 'Compared with', help: 'Counts are held against the length of the border, or of the streets in its zone (where streets are known).', choices: { length: 'Length of border', streets: 'Length of street' } },
    recentDays: { label: 'Recent days', help: 'The last days are compared with the time before them to see a change.' },
    threshold: { label: 'How many times', help: 'The table is ordered by the probability that a border truly exceeds so many times the mean.' },
  },
  told: {
    ...borderCommonEn,
    too_few_borders: (v, say) => `There are only ${say.count(v.borders)} shared borders; at least ${say.count(v.least)} are needed to compare.`,
    none_near: (v, say) => `None of the ${say.count(v.count)} incidents lies in a border zone.`,
    no_streets: () => 'Too few borders have known streets to compare; compare with the length of border instead.',
    found: (v, say) => `${say.pair(v.pair)}: ${what(v, say)}, surely ${say.number(v.low, 1)} to ${say.number(v.high, 1)} times as many.${Number(v.unagreed) > 0 ? ` ${say.count(v.unagreed)} borders above the limit have no agreement, first ${say.pair(v.unagreedPair)}.` : ''}`,
    found_unagreed: (v, say) => `${say.pair(v.pair)} has no agreement and comes first: ${what(v, say)}, ${say.number(v.low, 1)} to ${say.number(v.high, 1)} times as many.${Number(v.others) > 0 ? ` ${say.count(v.others)} more borders above the limit have no agreement.` : ''}`,
    none: (v, say) => `None of the ${say.count(v.borders)} borders is above the action limit: they differ as chance makes them.`,
    border: (v, say) => `${say.pair(v.pair)}: ${what(v, say)}, ${say.number(v.ratio, 1)} times after shrinkage; ${say.cluster(v.cluster)}; ${say.count(v.recent)} recent (z = ${say.number(v.changeZ, 1)}).`,
    border_unagreed: (v, say) => `${say.pair(v.pair)}: ${what(v, say)}, ${say.number(v.ratio, 1)} times after shrinkage; no agreement; ${say.count(v.recent)} recent (z = ${say.number(v.changeZ, 1)}).`,
    legend_above_action: () => 'Above the action limit', legend_above_warning: () => 'Above the warning limit', legend_usual: () => 'As the mean', legend_below_warning: () => 'Below the warning limit', legend_below_action: () => 'Below the action limit',
    legend_above_action_unagreed: () => 'Above the action limit, no agreement', legend_above_warning_unagreed: () => 'Above the warning limit, no agreement', legend_usual_unagreed: () => 'As the mean, no agreement',
    legend_below_warning_unagreed: () => 'Below the warning limit, no agreement', legend_below_action_unagreed: () => 'Below the action limit, no agreement',
    left_out: (v, say) => `${say.count(v.borders)} borders with less than ${say.in('metres', v.metres)} of known street in their zone are not ranked.`,
    about_length: () => 'The mean is per length of border over the whole area: a dense town naturally stands above the country. Compare with streets, or take a smaller area, to be fairer. An incident near a tri-point counts for each border nearby.',
    about_streets: () => 'Only streets of the base map count; small lanes are missing. An incident near a tri-point counts for each border nearby.',
    no_agreement_known: () => 'No linked cluster is in force in this edition on the last day, so every border shows as without agreement.',
    overdispersed: () => 'More than a tenth of the borders lie outside the action limits: borders differ by more than chance, so trust ranks and intervals more than limits.',
  },
  facts: {
    borders: { label: 'Borders ranked', help: 'Borders shared by two wards of the area.' }, above: { label: 'Above the action limit', help: 'Chance around the mean passes it once in a thousand.' },
    unagreed: { label: 'Without agreement', help: 'Borders of which no cluster in force holds both wards.' }, unagreedAbove: { label: 'Hot and without agreement', help: 'Above the action limit and without agreement.' },
    rate: { label: 'Mean rate', help: 'Incidents a kilometre over the whole area.' }, changed: { label: 'Changing', help: 'Borders whose recent change has |z| > 3.' },
  },
  tables: {
    league: {
      title: 'League of borders',
      columns: {
        rank: 'Rank', border: 'Border', agreement: 'Agreement', cluster: 'Cluster', length: 'Length', exposure: 'Compared with', width: 'Width a side', count: 'Incidents', inA: 'First side', inB: 'Second side', expected: 'At the mean', relative: 'Times (shrunk)', low: 'From', high: 'To',
        exceedance: 'P above threshold', standing: 'Standing', recent: 'Recent', change: 'Change (times)', changeZ: 'z of change', changeP: 'p of change',
      },
    },
  },
  charts: {
    league: { title: 'How many times the mean', x: 'Border', y: 'Times', series: { relative: 'Shrunk, 95%' }, marks: { mean: 'Mean', threshold: 'Threshold' } },
    limits: { title: 'Incidents a kilometre and control limits', x: 'Border', y: 'Incidents/km', series: { observed: 'Observed', usual: 'Mean and 99.8% limits' } },
  },
  classes: { agreed: 'Agreed', unagreed: 'No agreement', above_action: 'Above the action limit', above_warning: 'Above the warning limit', usual: 'As the mean', below_warning: 'Below the warning limit', below_action: 'Below the action limit' },
};
