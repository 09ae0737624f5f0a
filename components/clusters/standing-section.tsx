'use client';

import { ArrowRightLeft, Flag, Printer } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ClusterPage, LeadHandOver } from '@/lib/domain/cluster-work';
import { isInForce, type Day } from '@/lib/domain/instant';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { addDays } from '@/lib/view/day-arithmetic';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';

interface StandingProps {
  readonly page: ClusterPage;
  readonly today: Day;
  readonly onSaved: () => void;
}

/** Who chairs the cluster, who did before, and the records of the hand-overs. */
export function StandingSection({ page, today, onSaved }: StandingProps) {
  const { messages } = usePreferences();
  const { sections, rotation } = messages.clusters;
  const [open, setOpen] = useState(false);
  const [recorded, setRecorded] = useState<LeadHandOver | null>(null);
  const onRecorded = (record: LeadHandOver): void => {
    setOpen(false);
    setRecorded(record);
    onSaved();
  };
  return (
    <Section title={sections.standing} testId="standing-section" actions={page.mayEdit ? <Button size="small" onClick={() => setOpen(true)} data-testid="edit-rotation"><ArrowRightLeft size={14} aria-hidden /> {rotation.open}</Button> : undefined}>
      {recorded === null ? null : (
        <p role="status" className="mb-3 flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent" data-testid="rotation-done">
          {rotation.done}. <Link href={`/clusters/${page.cluster.id}/hand-overs/${String(recorded.number)}`} className="font-medium underline">{rotation.print}</Link>
        </p>
      )}
      <StandingTimeline page={page} today={today} />
      {open ? <RotationForm page={page} today={today} onRecorded={onRecorded} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

function StandingTimeline({ page, today }: Pick<StandingProps, 'page' | 'today'>) {
  const { messages, language } = usePreferences();
  const { clusters: texts } = messages;
  const leads = [...page.leads].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  if (leads.length === 0) return <p className="text-sm text-ink-2">{texts.standingNone}</p>;
  return (
    <ol className="space-y-3 border-l-2 border-line pl-4">
      {leads.map((lead) => {
        const current = isInForce(lead, today);
        const record = page.handOvers.find(({ to, effectiveFrom }) => to.code === lead.code && effectiveFrom === lead.from);
        const when = current ? texts.now : (lead.from ?? '') > today ? texts.next : texts.earlier;
        return (
          <li key={`${lead.code}/${lead.from ?? ''}`} className="relative" data-current={current}>
            <span aria-hidden className={`absolute top-1.5 -left-[21px] size-2.5 rounded-full border-2 border-surface ${current ? 'bg-accent' : 'bg-quiet'}`} />
            <p className={`flex flex-wrap items-center gap-x-2 text-sm ${current ? 'font-semibold' : ''}`}>
              {current ? <Flag size={14} aria-hidden className="text-accent" /> : null}{formatWardInSentence(lead.name, language)}
              <span className="rounded-full bg-sunken px-2 py-0.5 text-xs font-normal text-ink-2">{when}</span>
            </p>
            <p className="tabular text-xs text-ink-2">{formatDayRange(lead.from ?? page.cluster.termFrom, lead.to ?? page.cluster.termTo)}</p>
            {record === undefined ? null : <RecordLine clusterId={page.cluster.id} record={record} />}
          </li>
        );
      })}
    </ol>
  );
}

function RecordLine({ clusterId, record }: { readonly clusterId: string; readonly record: LeadHandOver }) {
  const { messages, language } = usePreferences();
  const { rotation } = messages.clusters;
  const count = (number: number): string => formatCount(number, language);
  return (
    <p className="mt-0.5 text-xs text-ink-2">
      <Link href={`/clusters/${clusterId}/hand-overs/${String(record.number)}`} className="inline-flex items-center gap-1 font-medium text-accent underline" data-testid="hand-over-link">
        <Printer size={13} aria-hidden /> {rotation.record(String(record.number))}
      </Link>{' '}
      {rotation.facts(count(record.facts.openIncidents), count(record.facts.openAssists), count(record.facts.overdue))}
    </p>
  );
}

interface RotationFormProps {
  readonly page: ClusterPage;
  readonly today: Day;
  readonly onRecorded: (record: LeadHandOver) => void;
  readonly onClose: () => void;
}

function RotationForm({ page, today, onRecorded, onClose }: RotationFormProps) {
  const { messages, language } = usePreferences();
  const { rotation } = messages.clusters;
  const [from, setFrom] = useState(addDays(today, 1));
  const [chosen, setChosen] = useState<string | null>(null);
  // Who chairs the cluster on that day already can not take over from itself.
  const before = page.leads.find((lead) => isInForce(lead, from));
  const candidates = page.members.filter((member) => member.code !== before?.code && (member.to === null || member.to > from));
  const ward = candidates.find(({ code }) => code === chosen)?.code ?? candidates[0]?.code ?? '';
  const [remarks, setRemarks] = useState('');
  const action = useAction();
  const fields = action.error?.fields ?? {};
  const submit = async (): Promise<void> => {
    let record: LeadHandOver | null = null;
    const body = { wardCode: ward, from, ...(remarks.trim() === '' ? {} : { remarks }) };
    await action.run(async (requestId) => { record = await sendJson<LeadHandOver>('POST', `/api/clusters/${page.cluster.id}/leads`, { ...body, requestId }); });
    if (record !== null) onRecorded(record);
  };
  return (
    <FormDialog title={rotation.title} action={action} knownFields={['wardCode', 'from', 'remarks']} onSubmit={() => void submit()} onClose={onClose} testId="rotation-form">
      <Field label={rotation.ward} error={fields['wardCode']}>
        {(attributes) => <select {...attributes} className="control" value={ward} onChange={(event) => setChosen(event.target.value)} data-testid="rotation-ward">{candidates.map(({ code, name }) => <option key={code} value={code}>{formatWardInSentence(name, language)}</option>)}</select>}
      </Field>
      <div className="max-w-48 text-xs text-ink-2"><span aria-hidden>{rotation.from}</span><DayInput label={rotation.from} value={from} onChange={setFrom} testId="rotation-from" /></div>
      {fields['from'] === undefined ? null : <p role="alert" className="text-xs text-alarm">{fields['from']}</p>}
      <Field label={rotation.remarks} hint={rotation.remarksHint} error={fields['remarks']}>
        {(attributes) => <textarea {...attributes} rows={4} className="control h-auto py-2" value={remarks} onChange={(event) => setRemarks(event.target.value)} data-testid="rotation-remarks" />}
      </Field>
    </FormDialog>
  );
}
