'use client';

import { GitMerge } from 'lucide-react';
import type { BriefingDetail } from '@/lib/domain/briefing';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { listDeckChanges } from '../deck-order';
import type { DeckConflict } from './use-deck';
import type { EditorSlide } from './use-editor-slides';

interface ConflictNoteProps {
  readonly conflict: DeckConflict;
  /** How the briefing stands now. */
  readonly now: BriefingDetail;
  readonly slides: readonly EditorSlide[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Somebody was faster: what happened meanwhile, and the two ways on. Nothing that was typed is lost. */
export function ConflictNote({ conflict, now, slides, onKeep, onTake }: ConflictNoteProps) {
  const { messages } = usePreferences();
  const { conflict: texts } = messages.briefings;
  const { base } = conflict;
  const titleOf = (slideId: string | null): string => slides.find(({ id }) => id === slideId)?.title ?? '…';
  const happened = [
    ...(base.title === now.title ? [] : [texts.name]), ...(base.classification === now.classification ? [] : [texts.classification]), ...(base.showsText === now.showsText ? [] : [texts.showsText]),
    ...listDeckChanges(base.deck, now.deck).map(({ kind, slideId }) => texts.changes[kind](titleOf(slideId))),
  ];
  return (
    <div role="alert" className="rounded-xl border border-warn bg-warn-soft px-4 py-3 text-sm text-warn" data-testid="conflict">
      <p className="flex items-center gap-2 font-semibold"><GitMerge size={16} aria-hidden /> {texts.title}</p>
      <p className="mt-1">{texts.lead}</p>
      <ul className="list-disc pl-5" data-testid="conflict-changes">{(happened.length === 0 ? [texts.none] : happened).map((line) => <li key={line}>{line}</li>)}</ul>
      <div className="mt-3 flex flex-wrap gap-2"><Button size="small" kind="primary" onClick={onKeep} data-testid="conflict-keep">{texts.keep}</Button><Button size="small" onClick={onTake} data-testid="conflict-take">{texts.take}</Button></div>
    </div>
  );
}
