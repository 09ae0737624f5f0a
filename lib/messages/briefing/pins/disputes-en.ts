import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';
import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const RISKS: Readonly<Record<string, string>> = { high: 'high risk', medium: 'medium risk', low: 'low risk' };
const about = (v: Values, s: Phrases): string => `${when(v.ward, () => ` in ${s.ward(v.ward)}`)}${when(v.risk, () => `, ${RISKS[String(v.risk)] ?? ''}`)}`;

/** Words of the disputes. */
export const disputesEn: SlideTexts = {
  title: 'Disputes',
  told: {
    disputes_none: (v, s) => `No dispute${about(v, s)} at the instant of the figures.`,
    disputes_timely: (v, s) => `${s.count(v.count)} disputes${about(v, s)}, ${s.count(v.open)} open, none of them late.`,
    disputes_overdue: (v, s) => `${s.count(v.count)} disputes${about(v, s)}, ${s.count(v.open)} open, ${s.count(v.overdue)} of them late.`,
    about_disputes: () => 'Counted by stage at the instant of the figures; nothing of what they are about.',
    about_judged: (v, s) => `Settled in time: ${s.count(v.inTime)} of ${s.count(v.judged)} that were settled or are past their day; withdrawn ones, and those handed over in time, do not count.`,
  },
  facts: { count: { label: 'Disputes' }, open: { label: 'Open' }, overdue: { label: 'Late' }, in_time: { label: 'Settled in time' } },
  tables: { stages: { title: 'By stage', columns: { stage: 'Stage', count: 'Disputes', overdue: 'Late' } } },
  charts: { stages: { title: 'By stage', x: 'Stage', y: 'Disputes', series: { count: 'Disputes' } } },
  classes: { received: 'Received', mediating: 'In mediation', settled: 'Settled', handed_over: 'Handed over', withdrawn: 'Withdrawn' },
};
