'use client';

import { Lock, Send } from 'lucide-react';
import Link from 'next/link';
import { useRef, useState, type FormEvent } from 'react';
import type { ClusterNote, ClusterPage } from '@/lib/domain/cluster-work';
import { ROLES } from '@/lib/domain/role';
import { formatInstant } from '@/lib/format/format-instant';
import type { Me } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { useClusterNotes } from './use-cluster-data';

interface NotesSectionProps {
  readonly page: ClusterPage;
  readonly me: Me;
}

/** Notes between the members, newest first, live. A viewer is not shown them. */
export function NotesSection({ page, me }: NotesSectionProps) {
  const { messages } = usePreferences();
  const { notes: texts, sections } = messages.clusters;
  const mayRead = me.role !== 'viewer';
  const query = useClusterNotes(mayRead ? page.cluster.id : null);
  if (!mayRead) return <Section title={sections.notes} testId="notes-section"><p className="flex items-center gap-1.5 text-xs text-ink-3"><Lock size={13} aria-hidden /> {texts.mayNotRead}</p></Section>;
  return (
    <Section title={sections.notes} testId="notes-section">
      {page.mayWriteNotes ? <NoteForm clusterId={page.cluster.id} onSent={query.refresh} /> : <p className="mb-3 flex items-center gap-1.5 text-xs text-ink-3"><Lock size={13} aria-hidden /> {texts.mayNot}</p>}
      <QueryState query={query} failed={messages.states.loadFailed} lines={3}>
        {({ notes }) => (notes.length === 0 ? <p className="text-sm text-ink-2">{texts.none}</p> : (
          <ul aria-live="polite" className="space-y-3">{notes.map((note) => <Note key={note.id} note={note} />)}</ul>
        ))}
      </QueryState>
    </Section>
  );
}

function Note({ note }: { readonly note: ClusterNote }) {
  const { messages } = usePreferences();
  const role = ROLES.find((name) => name === note.role);
  return (
    <li className="border-l-2 border-line pl-3" data-testid="note">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2">
        <span className="font-semibold text-ink">{note.unitName ?? (role === undefined ? note.role : messages.role[role])}</span>
        {note.unitName === null || role === undefined ? null : <span>{messages.role[role]}</span>}
        <time dateTime={note.at} className="tabular">{formatInstant(note.at)}</time>
      </p>
      <p className="mt-0.5 text-sm whitespace-pre-wrap">{note.body}</p>
      {note.incidentId === null ? null : <Link href={`/incidents/${note.incidentId}`} className="text-xs font-medium text-accent underline">{messages.clusters.notes.linked}</Link>}
    </li>
  );
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

function NoteForm({ clusterId, onSent }: { readonly clusterId: string; readonly onSent: () => void }) {
  const { messages } = usePreferences();
  const { notes: texts } = messages.clusters;
  const [body, setBody] = useState('');
  const [incident, setIncident] = useState('');
  const [wrong, setWrong] = useState<{ readonly body?: string; readonly incident?: string }>({});
  const idRef = useRef<string | null>(null);
  const action = useAction();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const incidentId = UUID.exec(incident)?.[0].toLowerCase();
    const found = { ...(body.trim() === '' ? { body: texts.empty } : {}), ...(incident.trim() !== '' && incidentId === undefined ? { incident: texts.badIncident } : {}) };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    idRef.current ??= crypto.randomUUID();
    const done = await action.run(() => send('POST', `/api/clusters/${clusterId}/notes`, { id: idRef.current, body, ...(incidentId === undefined ? {} : { incidentId }) }));
    if (!done) return;
    idRef.current = null;
    setBody('');
    setIncident('');
    onSent();
  };
  const fields = action.error?.fields ?? {};
  const isKnown = fields['body'] !== undefined || fields['incidentId'] !== undefined;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mb-4 space-y-2">
      <Field label={texts.write} hint={texts.hint} error={wrong.body ?? fields['body']}>
        {(attributes) => <textarea {...attributes} rows={3} maxLength={4000} className="control h-auto py-2" value={body} onChange={(event) => setBody(event.target.value)} data-testid="note-body" />}
      </Field>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-52 flex-1">
          <Field label={texts.incident} error={wrong.incident ?? fields['incidentId']}>
            {(attributes) => <input {...attributes} className="control text-xs" value={incident} onChange={(event) => setIncident(event.target.value)} data-testid="note-incident" />}
          </Field>
        </div>
        <Button type="submit" kind="primary" disabled={action.busy} data-testid="note-send"><Send size={15} aria-hidden /> {action.busy ? texts.sending : texts.send}</Button>
      </div>
      {action.error === null || isKnown ? null : <p role="alert" className="text-xs text-alarm">{action.error.message}</p>}
    </form>
  );
}
