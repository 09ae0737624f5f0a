'use client';

import { CalendarPlus, Lock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { SwitchRow } from '@/components/ui/switch-row';

interface TermProps {
  readonly page: ClusterPage;
  readonly onSaved: () => void;
}

/** The warning that a term ends, has ended or has not begun; nothing while it simply runs. */
export function TermBanner({ page: { cluster, term } }: Pick<TermProps, 'page'>) {
  const { messages, language } = usePreferences();
  const { clusters: texts } = messages;
  if (term.state === 'in_force') return null;
  const text = {
    ending: texts.termWarning(cluster.name, formatDay(cluster.termTo ?? ''), formatCount(term.days ?? 0, language)),
    lapsed: texts.termLapsed(cluster.name, formatDay(cluster.termTo ?? '')),
    not_yet: texts.termNotYet(cluster.name, formatDay(cluster.termFrom)),
  }[term.state];
  return (
    <p role="status" data-testid="term-banner" className={`flex gap-2 rounded-lg border border-line px-3 py-2.5 text-sm ${term.state === 'ending' ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink-2'}`}>
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" /> {text}
    </p>
  );
}

/** The button that changes the term, or why there is none. */
export function TermEdit({ page, onSaved }: TermProps) {
  const { messages } = usePreferences();
  const [open, setOpen] = useState(false);
  const { termForm, mayNot } = messages.clusters;
  if (!page.mayEdit) return <p className="flex items-center gap-1.5 text-xs text-ink-3" data-testid="may-not-edit"><Lock size={13} aria-hidden className="shrink-0" /> {mayNot}</p>;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="edit-term"><CalendarPlus size={14} aria-hidden /> {termForm.open}</Button>
      {open ? <TermForm page={page} onSaved={() => { setOpen(false); onSaved(); }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TermForm({ page: { cluster }, onSaved, onClose }: TermProps & { readonly onClose: () => void }) {
  const { messages } = usePreferences();
  const { termForm } = messages.clusters;
  const [termTo, setTermTo] = useState(cluster.termTo);
  const action = useAction();
  const submit = async (): Promise<void> => {
    const done = await action.run(async (requestId) => { await sendJson('PATCH', `/api/clusters/${cluster.id}`, { termTo, requestId }); });
    if (done) onSaved();
  };
  return (
    <FormDialog title={termForm.title} hint={termForm.hint} action={action} knownFields={['termTo']} onSubmit={() => void submit()} onClose={onClose} testId="term-form">
      <SwitchRow label={termForm.never} checked={termTo === null} onChange={(never) => setTermTo(never ? null : (cluster.termTo ?? cluster.termFrom))} />
      {termTo === null ? null : (
        <div className="max-w-48 text-xs text-ink-2"><span aria-hidden>{termForm.to}</span><DayInput label={termForm.to} value={termTo} onChange={setTermTo} testId="term-to" /></div>
      )}
      {action.error?.fields['termTo'] === undefined ? null : <p role="alert" className="text-xs text-alarm">{action.error.fields['termTo']}</p>}
    </FormDialog>
  );
}
