'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { DrugFreeAnswer, DrugFreeStatus } from '@/lib/domain/programme-review';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { nameTableFile, type TableCell } from '@/lib/interop/typed-table';
import { PinButton } from '@/components/briefing/pin-button';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { DayInput } from '@/components/ui/day-input';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Segmented } from '@/components/ui/segmented';
import { TableActions } from '@/components/ui/table-actions';
import { ProgrammeTabs } from './programme-tabs';
import { CELL, HEAD, NUMBER_CELL, NUMBER_HEAD } from './programme-words';
import { useDrugFree } from './use-programmes';

const STATUSES: readonly DrugFreeStatus[] = ['free', 'not_free', 'not_known'];

/** Which wards count as free of drugs, by which rule, and what breaks it. */
export function DrugFreePage({ today, asked }: { readonly today: Day; readonly asked: Day | null }) {
  const { messages: { programmes: { drugFree: texts } } } = usePreferences();
  const reference = useReference();
  const [day, setDay] = useState<Day>(asked !== null && asked < today ? asked : today);
  const query = useDrugFree(day);
  const me = reference.state === 'ready' ? reference.data.me : null;
  return (
    <ConsolePage me={me} title={texts.title} actions={<ProgrammeTabs current="drugFree" />}>
      <div className="mx-auto max-w-5xl">
        <div className="mb-3 w-40"><span className="text-xs font-medium text-ink-2">{texts.day}</span><DayInput label={texts.day} value={day} onChange={(next) => setDay(next > today ? today : next)} testId="drug-free-day" /></div>
        <div className="float-right"><PinButton role={me?.role ?? null} pin={() => ({ kind: 'chart', title: texts.title, path: `/programmes/drug-free?day=${day}` })} /></div>
        <QueryState query={query} failed={texts.failed} lines={10}>{(answer) => <DrugFreeTable answer={answer} isOfficer={me?.role === 'officer'} />}</QueryState>
      </div>
    </ConsolePage>
  );
}

/** The wards by status. */
export function DrugFreeTable({ answer, isOfficer }: { readonly answer: DrugFreeAnswer; readonly isOfficer: boolean }) {
  const { messages: { programmes: { drugFree: texts } }, language } = usePreferences();
  const [only, setOnly] = useState<DrugFreeStatus | 'all'>('all');
  const shown = answer.wards.filter(({ status }) => only === 'all' || status === only);
  const options = (['all', ...STATUSES] as const).map((value) => ({ value, label: value === 'all' ? texts.all : `${texts.statuses[value]} (${formatCount(answer.counts[value], language)})` }));
  const rule = texts.rule(formatCount(answer.rule.months, language), formatDay(answer.rule.windowFrom), formatDay(answer.day), String(answer.rule.version));
  const table = {
    title: texts.title, notes: [rule, texts.caution],
    columns: [
      { id: 'ward', title: texts.ward, kind: 'text' }, { id: 'status', title: texts.status, kind: 'text' }, { id: 'since', title: texts.since, kind: 'day' }, { id: 'last', title: texts.last, kind: 'day' },
      { id: 'incidents', title: texts.incidents, kind: 'count' }, { id: 'records', title: texts.records, kind: 'day' },
    ] as const,
    rows: shown.map(({ ward, status, since, lastIncidentOn, incidents, recordsFrom }): TableCell[] => [ward.name, texts.statuses[status], since, lastIncidentOn, incidents, recordsFrom]),
  };
  return (
    <div>
      <p className="text-sm" data-testid="drug-free-rule">{rule}</p>
      <p className="mt-1 mb-3 text-xs text-ink-2">{texts.caution}{isOfficer ? ` ${texts.officer}` : ''}</p>
      <Segmented label={texts.filter} value={only} options={options} onChange={setOnly} />
      <div className="mt-2 flex flex-wrap items-center gap-1"><p className="tabular text-xs text-ink-2" role="status">{texts.count(formatCount(shown.length, language))}</p><TableActions table={table} fileName={nameTableFile(texts.title, answer.day)} /></div>
      <div tabIndex={0} role="group" aria-label={texts.title} className="overflow-x-auto">
        <table className="w-full text-sm" data-testid="drug-free-table">
          <thead><tr className="border-b border-line"><th scope="col" className={HEAD}>{texts.ward}</th><th scope="col" className={HEAD}>{texts.status}</th><th scope="col" className={HEAD}>{texts.since}</th><th scope="col" className={HEAD}>{texts.last}</th><th scope="col" className={NUMBER_HEAD}>{texts.incidents}</th><th scope="col" className={`${HEAD} pl-4`}>{texts.records}</th></tr></thead>
          <tbody>
            {shown.map(({ ward, status, since, lastIncidentOn, incidents, recordsFrom, breaking }) => (
              <tr key={ward.code} className="border-b border-line last:border-0" data-testid="drug-free-row" data-status={status}>
                <th scope="row" className={CELL}>{ward.name}</th>
                <td className={`${CELL} ${status === 'free' ? 'font-medium text-accent' : 'text-ink-2'}`}>{texts.statuses[status]}</td>
                <td className={`${CELL} tabular`}>{since === null ? '–' : formatDay(since)}</td>
                <td className={`${CELL} tabular`}>{lastIncidentOn === null ? texts.never : formatDay(lastIncidentOn)}</td>
                <td className={NUMBER_CELL}>{breaking.length === 0 ? formatCount(incidents, language) : (
                  <details><summary>{formatCount(incidents, language)}</summary>{breaking.map(({ id, day }) => <Link key={id} href={`/incidents/${id}`} prefetch={false} className="block text-accent underline"><span className="sr-only">{texts.show} </span>{formatDay(day)}</Link>)}</details>
                )}</td>
                <td className={`${CELL} tabular pl-4`}>{recordsFrom === null ? texts.noRecords : formatDay(recordsFrom)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
