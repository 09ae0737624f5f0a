import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';
import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const LEADS: Readonly<Record<string, string>> = { first_detector: 'the first detector leads', owner: 'the owner leads', standing_unit: 'the standing unit leads' };
const rule = (v: Values, s: Phrases): string => {
  const parts = [when(v.width, () => `a width of ${s.in('metres', v.width)}`), when(v.leadRule, () => LEADS[String(v.leadRule)] ?? ''), when(v.defaultWidth, () => `a default width of ${s.in('metres', v.defaultWidth)}`)].filter((part) => part !== '');
  return `${when(v.cluster, () => `${s.cluster(v.cluster)}, `)}${parts.join(', ')}`;
};

/** Words of what another rule would have done. */
export const rulesEn: SlideTexts = {
  title: 'Another rule tried',
  told: {
    more_rows: (v, s) => `The table shows ${s.count(v.shown)} of ${s.count(v.count)} rows.`,
    rules_empty: (v, s) => `No incident from ${s.day(v.from)} to ${s.day(v.to)} to try the rule on (${rule(v, s)}).`,
    rules_same: (v, s) => `With ${rule(v, s)}: the lead of all ${s.count(v.count)} incidents stays; in the border zone ${s.count(v.before)} → ${s.count(v.after)}.`,
    rules_moved: (v, s) => `With ${rule(v, s)}: ${s.count(v.moved)} of ${s.count(v.count)} incidents get another lead; in the border zone ${s.count(v.before)} → ${s.count(v.after)}.`,
    about_rules: (v, s) => `Incidents from ${s.day(v.from)} to ${s.day(v.to)} replayed by the regulations known at the instant of the figures, before and after the change. A calculation, no matter of chance; people might have acted otherwise under another rule.`,
    about_unknown: (v, s) => `Of ${s.count(v.count)} incidents in the zone no detection is known: no rule about detecting moves those.`,
    about_recorded: (v, s) => `${s.count(v.count)} incidents have another lead on record than by the rule: a decision, a hand-over, or what became known later.`,
    about_edition: (v, s) => `${s.count(v.count)} incidents lie on days without a boundary edition and were not replayed.`,
  },
  facts: { count: { label: 'Incidents' }, moved: { label: 'Another lead' }, before: { label: 'In the zone before' }, after: { label: 'In the zone after' } },
  tables: {
    pairs: { title: 'From whom to whom', columns: { from: 'Before', to: 'After', count: 'Incidents' } }, wards: { title: 'Incidents led', columns: { ward: 'Ward', before: 'Before', after: 'After' } },
  },
  charts: { wards: { title: 'Incidents led, large changes first', x: 'Ward', y: 'Incidents', series: { before: 'Before', after: 'After' } } },
  classes: {},
};
