'use client';

import { formatCount, formatMetres } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import type { ReadingState } from './use-owners';

/** By which boundaries the figures are, or why not by those chosen. */
export function ReadingNote({ standing, edition }: { readonly standing: ReadingState; readonly edition: string | null }) {
  const { messages, language } = usePreferences();
  const { trends: texts } = messages;
  const { state, reading, widthMetres } = standing;
  const text = edition === null ? texts.readingNoteRecorded : state === 'pending' ? texts.readingPending : state === 'failed' ? texts.readingFailed : texts.readingNoteEdition(formatMetres(widthMetres ?? 0, language));
  return (
    <p className={`rounded-lg px-3 py-2 text-xs ${state === 'failed' ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink-2'}`} role="status" data-testid="reading-note" data-state={edition === null ? 'recorded' : state}>
      {text}{reading.unknown === 0 ? '' : ` ${texts.readingUnknown(formatCount(reading.unknown, language))}`}
    </p>
  );
}
