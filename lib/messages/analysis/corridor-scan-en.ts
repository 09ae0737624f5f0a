import type { Values } from '../../domain/analysis-result';
import { borderCommonEn } from './border-common-en';
import type { MethodTexts, Phrases } from './method-texts';
import { placeEn } from './place-words';

const where = (v: Values, say: Phrases): string => `${v.street === null ? '' : `${say.text(v.street)}, `}${v.shape === 'stretch' ? `${say.in('metres', v.metres)} of the border of` : 'around the meeting point of'} ${placeEn(v, say)}`;
const what = (v: Values, say: Phrases): string => `${say.count(v.count)} incidents in the last ${say.count(v.days)} days, ${say.number(v.expected, 1)} expected`;

/** English words of the corridor scan. */
export const corridorScanEn: MethodTexts = {
  title: 'Scan along borders',
  question: 'Which stretch of a border, or which point where three wards meet, had clearly more incidents in the last days than that place and those days lead to expect?',
  reading: 'Each corridor is a stretch of a border with both its sides, wards taken together. The recurrence interval says how often regular scans would see so strong a corridor by chance: the longer, the surer.',
  source: 'Space-time permutation scan of Kulldorff et al. (2005) with windows that run along borders (B-16); Gumbel tail after Abrams et al. (2010).',
  parameters: {
    widthMetres: { label: 'Width on each side', help: 'Incidents no farther than this from the border, on both sides, are looked at.' },
    longestMetres: { label: 'Longest stretch', help: 'Longest piece of border that is looked at as one cluster, in metres.' },
    discMetres: { label: 'Disc around tri-points', help: 'Largest radius around places where three wards meet, in metres.' },
    longestDays: { label: 'Longest duration', help: 'A cluster that still goes on may have begun at most so many days before the last day; shorter durations are tried too.' },
    leastEvents: { label: 'Fewest incidents', help: 'Places with fewer recent incidents are left out.' },
    level: { label: 'Level', help: 'A cluster with a p below this counts as beyond chance.' },
    everyDays: { label: 'Days between scans', help: 'For the recurrence interval: days between two scans over p.' },
    permutations: { label: 'Permutations', help: 'How often the days are dealt anew to learn how strong a cluster chance alone makes.' },
  },
  told: {
    ...borderCommonEn,
    found: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); chance makes such a thing about once in ${say.in('days', v.recurrence)}.${Number(v.others) > 0 ? ` ${say.count(v.others)} more places are beyond chance.` : ''}`,
    none: (v, say) => `No stretch of a border is beyond chance. The strongest is ${where(v, say)}: ${what(v, say)} (${say.p(v.p)}, level ${say.number(v.level, 3)}).`,
    none_at_all: () => 'No stretch of a border has enough recent incidents and more than expected.',
    cluster: (v, say) => `${where(v, say)}: ${what(v, say)}; ${say.p(v.p)}.`,
    weak_cluster: (v, say) => `${where(v, say)}: ${what(v, say)}; ${say.p(v.p)}, chance makes such things too.`,
    legend_sure: () => 'Corridor beyond chance', legend_incident: () => 'Incident of those days', legend_weak: () => 'Strong corridor that chance makes too',
    about_p: (v, say) => `p allows for the whole search (${say.count(v.permutations)} permutations, level ${say.number(v.level, 3)}); from the second corridor on it can only be too large. The expected number holds the corridor's own incidents and is a little high. Recurrence is for a scan every ${say.count(v.everyDays)} days and says no more than 100 years.`,
  },
  facts: {
    count: { label: 'Incidents of the strongest corridor', help: 'Recent incidents in the corridor on top.' }, expected: { label: 'Expected', help: 'The incidents of the place times the share of those days in all.' },
    p: { label: 'p', help: 'Its rank among the strongest corridors of the permutations.' }, gumbelP: { label: 'p by Gumbel', help: 'The rank prolonged by a Gumbel distribution fitted to the permutations.' },
    recurrence: { label: 'Recurrence interval', help: 'Days between chance corridors as strong, on average; no more than 100 years.' }, likelihood: { label: 'Strength', help: 'Logarithm of the likelihood ratio.' },
    sure: { label: 'Corridors beyond chance', help: 'Corridors with a p below the level.' }, families: { label: 'Borders and points scanned', help: 'Runs of border and tri-points with enough incidents.' }, scanned: { label: 'Length of border', help: 'All shared borders of the area.' },
  },
  tables: {
    clusters: {
      title: 'The strongest corridors',
      columns: { rank: 'Rank', sure: 'Verdict', shape: 'Shape', border: 'Border', from: 'From metre', to: 'To metre', since: 'Since', days: 'Days', count: 'Incidents', expected: 'Expected', ratio: 'Ratio', likelihood: 'Strength', p: 'p', recurrence: 'Recurrence' },
    },
  },
  charts: {
    history: { title: 'Incidents at the strongest corridor over time', x: 'First day of the stretch', y: 'Incidents', series: { cluster: 'At that corridor' }, marks: { normal: 'Expected' } },
    along: { title: 'Along the border of the strongest corridor', x: 'Metres from the begin of the border', y: 'Incidents', series: { recent: 'Last days', usual: 'Mean of the period, as many days' }, marks: { from: 'Begin', to: 'End' } },
  },
  classes: { sure: 'Beyond chance', weak: 'Not beyond chance', stretch: 'Stretch of border', junction: 'Around a tri-point' },
};
