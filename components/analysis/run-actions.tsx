'use client';

import { Bookmark, BookmarkX, Download, Link as LinkIcon, RefreshCw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { AnalysisRun, AnalysisRunDetail } from '@/lib/domain/analysis';
import type { Role } from '@/lib/domain/role';
import type { MethodTexts } from '@/lib/messages/analysis/method-texts';
import { PinButton } from '@/components/briefing/pin-button';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { PngButton } from '@/components/exports/png-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';

interface RunActionsProps {
  readonly run: AnalysisRunDetail;
  readonly texts: MethodTexts;
  readonly mayRun: boolean;
  readonly role: Role;
  readonly onChanged: (run: AnalysisRun) => void;
  readonly onRefresh: () => void;
  readonly onRerun: (run: AnalysisRun) => void;
  /** Saves the map as a picture; null while there is no map to draw. */
  readonly onPicture: (() => Promise<void>) | null;
}

const ITEM = 'flex min-h-9 w-full items-center rounded-md px-3 text-sm outline-none data-[highlighted]:bg-sunken max-md:min-h-11';

function Menu({ label, icon, testId, children }: { readonly label: string; readonly icon: ReactNode; readonly testId: string; readonly children: ReactNode }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild><Button size="small" data-testid={testId}>{icon} {label}</Button></DropdownMenu.Trigger>
      <DropdownMenu.Portal><DropdownMenu.Content align="end" sideOffset={6} className="float-card z-50 min-w-52 p-1">{children}</DropdownMenu.Content></DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What can be done with a run that is done: save, link, run again, export. */
export function RunActions({ run, texts, mayRun, role, onChanged, onRefresh, onRerun, onPicture }: RunActionsProps) {
  const { messages } = usePreferences();
  const { actions: words } = messages.analysis;
  const [saving, setSaving] = useState(false);
  const [linked, setLinked] = useState(false);
  const action = useAction();
  const path = `/api/stats/runs/${run.id}`;
  const rerun = (data: 'as_then' | 'as_now'): void => void action.run(async () => onRerun(await sendJson<AnalysisRun>('POST', `${path}/rerun`, { data })));
  const unsave = async (): Promise<void> => {
    const isDone = await action.run(async () => onChanged(await sendJson<AnalysisRun>('PATCH', path, { version: run.version, saved: false })));
    if (!isDone) onRefresh();
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${window.location.origin}/analysis?run=${run.id}`);
    setLinked(true);
    setTimeout(() => setLinked(false), 2_000);
  };
  const tables = run.outcome?.kind === 'found' ? run.outcome.tables : [];
  return (
    <div className="flex flex-wrap gap-2" data-testid="run-actions">
      {!mayRun ? null : run.saved
        ? <Button size="small" onClick={() => void unsave()} disabled={action.busy} data-testid="run-unsave"><BookmarkX size={14} aria-hidden /> {words.unsave}</Button>
        : <Button size="small" kind="primary" onClick={() => setSaving(true)} data-testid="run-save"><Bookmark size={14} aria-hidden /> {words.save}</Button>}
      <Button size="small" onClick={() => void copy()} data-testid="run-link"><LinkIcon size={14} aria-hidden /> {linked ? words.linked : words.link}</Button>
      {mayRun ? (
        <Menu label={words.rerun} icon={<RefreshCw size={14} aria-hidden />} testId="run-rerun">
          <DropdownMenu.Item className={ITEM} onSelect={() => rerun('as_then')} data-testid="rerun-then">{words.rerunThen}</DropdownMenu.Item>
          <DropdownMenu.Item className={ITEM} onSelect={() => rerun('as_now')} data-testid="rerun-now">{words.rerunNow}</DropdownMenu.Item>
        </Menu>
      ) : null}
      <Menu label={words.export} icon={<Download size={14} aria-hidden />} testId="run-export">
        <DropdownMenu.Item asChild><a className={ITEM} href={`${path}?format=geojson`} download data-testid="export-geojson">{words.geojson}</a></DropdownMenu.Item>
        {tables.map(({ id }) => <DropdownMenu.Item asChild key={id}><a className={ITEM} href={`${path}?format=csv&table=${encodeURIComponent(id)}`} download data-testid="export-csv">{words.csv(texts.tables[id]?.title ?? id)}</a></DropdownMenu.Item>)}
        {onPicture === null ? null : <DropdownMenu.Item className={ITEM} onSelect={() => void action.run(onPicture)} data-testid="export-picture">{action.busy ? words.pictureBusy : words.picture}</DropdownMenu.Item>}
      </Menu>
      {onPicture === null ? null : <PngButton source={() => ({ kind: 'page', path: `/analysis?run=${run.id}` })} />}
      <PinButton role={role} pin={() => ({ kind: 'analysis', title: run.name ?? texts.title, path: `/analysis?run=${run.id}` })} />
      {action.error === null ? null : <p role="alert" className="w-full text-xs text-alarm">{action.error.kind === 'conflict' ? words.conflict : action.error.message}</p>}
      {saving ? <SaveDialog run={run} suggested={texts.title} onSaved={(next) => { setSaving(false); onChanged(next); }} onConflict={onRefresh} onClose={() => setSaving(false)} /> : null}
    </div>
  );
}

interface SaveDialogProps {
  readonly run: AnalysisRun;
  readonly suggested: string;
  readonly onSaved: (run: AnalysisRun) => void;
  readonly onConflict: () => void;
  readonly onClose: () => void;
}

function SaveDialog({ run, suggested, onSaved, onConflict, onClose }: SaveDialogProps) {
  const { messages } = usePreferences();
  const { actions: words } = messages.analysis;
  const [name, setName] = useState(run.name ?? suggested);
  const action = useAction();
  const submit = async (): Promise<void> => {
    const isDone = await action.run(async () => onSaved(await sendJson<AnalysisRun>('PATCH', `/api/stats/runs/${run.id}`, { version: run.version, name, saved: true })));
    if (!isDone) onConflict();
  };
  return (
    <FormDialog title={words.saveTitle} hint={words.saveHint} action={action} submitLabel={words.save} onSubmit={() => void submit()} onClose={onClose} testId="save-dialog">
      <Field label={words.name} error={action.error?.fields['name']}>
        {(attributes) => <input {...attributes} className="control" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} data-testid="save-name" />}
      </Field>
    </FormDialog>
  );
}
