'use client';

import { Footprints } from 'lucide-react';
import { useState } from 'react';
import type { PatrolPage } from '@/lib/domain/patrol';
import { formatInstant } from '@/lib/format/format-instant';
import { formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Reference } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { RecordForm } from './record-form';

interface RecordSectionProps {
  readonly page: PatrolPage;
  readonly reference: Reference;
  readonly onChanged: () => void;
}

/** What each ward walked; who speaks for a ward adds to it. */
export function RecordSection({ page, reference, onChanged }: RecordSectionProps) {
  const { messages, language } = usePreferences();
  const { record } = messages.patrols;
  const { patrol, permissions } = page;
  const [open, setOpen] = useState(false);
  const mayRecord = patrol.status !== 'cancelled' && permissions.speaksFor.length > 0;
  return (
    <Section title={record.tracks} testId="record-section" actions={mayRecord ? <Button size="small" onClick={() => setOpen(true)} data-testid="record-open"><Footprints size={14} aria-hidden /> {record.title}</Button> : undefined}>
      {patrol.tracks.length === 0 ? <p className="text-sm text-ink-2">{record.none}</p> : (
        <ul className="divide-y divide-line">
          {patrol.tracks.map((track) => (
            <li key={track.id} className="py-1.5 text-sm" data-testid="track" data-source={track.source}>
              {record.trackWords(formatWardInSentence(track.ward.name, language), formatMetres(track.lengthMetres, language), record.source[track.source])}
              {track.startedAt === null ? null : <span className="tabular block text-xs text-ink-3">{formatInstant(track.startedAt)}{track.endedAt === null ? '' : ` – ${formatInstant(track.endedAt)}`}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayRecord || permissions.change ? null : <p className="mt-2 text-xs text-ink-3">{record.mayNot}</p>}
      {open ? <RecordForm page={page} reference={reference} onSaved={() => { setOpen(false); onChanged(); }} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
