'use client';

import { useState } from 'react';
import type { BriefingDetail } from '@/lib/domain/briefing';
import type { ExportTheme } from '@/lib/domain/export-file';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { BriefingFiles } from '@/components/exports/briefing-files';
import { changeSlide, moveItem } from '../deck-order';
import { ComposeProgress } from '../briefing-row';
import { isUnderWay } from '../use-briefings';
import type { PresentationAnswer } from '../projection/use-presentation';
import { ConflictNote } from './conflict-note';
import { PreviousSection } from './previous-section';
import { PropertiesSection } from './properties-section';
import { SlideCards } from './slide-cards';
import { SlideEditor } from './slide-editor';
import { TakePins } from './take-pins';
import { TextsSection } from './texts-section';
import { useDeck } from './use-deck';
import { useEditorPresentation, useEditorSlides } from './use-editor-slides';

interface BriefingEditorProps {
  readonly detail: BriefingDetail;
  readonly mayCompose: boolean;
  readonly onChanged: () => void;
}

/** The deck at the left, the chosen slide in the middle, the whole at the right; on a phone one under the other. */
export function BriefingEditor(props: BriefingEditorProps) {
  const { messages, theme: current } = usePreferences();
  const [theme, setTheme] = useState<ExportTheme>(current);
  const query = useEditorPresentation(props.detail, theme);
  // The look last seen stays while another one is fetched.
  const [kept, setKept] = useState<PresentationAnswer | null>(null);
  if (query.state === 'ready' && kept !== query.data) setKept(query.data);
  const answer = query.state === 'ready' ? query.data : query.state === 'loading' ? kept : null;
  // One editor through all of it: what is chosen and being saved stays when another look or other words come.
  if (answer !== null) return <LoadedEditor {...props} answer={answer} theme={theme} onTheme={setTheme} />;
  return <QueryState query={query} notFound={messages.briefings.notFound} failed={messages.briefings.failed} lines={12}>{() => null}</QueryState>;
}

interface LoadedEditorProps extends BriefingEditorProps {
  readonly answer: PresentationAnswer;
  readonly theme: ExportTheme;
  readonly onTheme: (theme: ExportTheme) => void;
}

function LoadedEditor({ detail, mayCompose, onChanged, answer, theme, onTheme }: LoadedEditorProps) {
  const { messages } = usePreferences();
  const { editor: texts } = messages.briefings;
  const saving = useDeck(detail, onChanged);
  const { deck, changeDeck } = saving;
  const slides = useEditorSlides(answer, deck);
  const [chosenId, setChosen] = useState<string | null>(null);
  const chosen = slides.find(({ id }) => id === chosenId) ?? slides[0];
  const shown = slides.filter((slide) => slide.deck.isShown);
  return (
    <div className="scroll-quiet flex h-full flex-col overflow-y-auto lg:grid lg:grid-cols-[minmax(240px,19vw)_minmax(0,1fr)] lg:overflow-hidden xl:grid-cols-[minmax(264px,19vw)_minmax(0,1fr)_minmax(280px,20vw)] print:block print:h-auto print:overflow-visible" data-testid="briefing-editor" data-saving={saving.isSaving} data-version={detail.version}>
      <div className="scroll-quiet flex flex-col border-b border-line bg-surface lg:min-h-0 lg:overflow-y-auto lg:border-r lg:border-b-0 print:hidden">
        <SlideCards slides={slides} chosen={chosen?.id ?? null} mayEdit={mayCompose} onChoose={setChosen} onMove={(from, to) => changeDeck(moveItem(deck, from, to))} onShow={(id, isShown) => changeDeck(changeSlide(deck, id, { isShown }))} />
      </div>
      <div className="scroll-quiet min-w-0 space-y-4 p-4 lg:min-h-0 lg:overflow-y-auto">
        {saving.conflict === null ? null : <ConflictNote conflict={saving.conflict} now={detail} slides={slides} onKeep={saving.keepMine} onTake={saving.takeTheirs} />}
        {saving.error === null ? null : <p role="alert" className="rounded-lg bg-alarm-soft px-3 py-2 text-sm text-alarm" data-testid="save-error">{saving.error.message}</p>}
        {isUnderWay(detail) ? <ComposeProgress briefing={detail} mayCancel={mayCompose} onChanged={onChanged} /> : null}
        {mayCompose ? null : <p className="text-xs text-ink-2" data-testid="read-only">{texts.readOnly}</p>}
        {chosen === undefined ? null : (
          <SlideEditor
            key={chosen.id} briefing={detail} frame={answer.frame} slide={chosen} svg={answer.maps[chosen.id] ?? null} theme={theme} onTheme={onTheme} place={Math.max(1, shown.findIndex(({ id }) => id === chosen.id) + 1)} count={Math.max(1, shown.length)}
            mayEdit={mayCompose} isSaving={saving.isSaving} onChange={(part) => changeDeck(changeSlide(deck, chosen.id, part))}
          />
        )}
      </div>
      <aside aria-label={texts.properties} className="scroll-quiet space-y-4 border-line p-4 max-xl:lg:col-start-2 xl:min-h-0 xl:overflow-y-auto xl:border-l print:hidden">
        <BriefingFiles briefingId={detail.id} />
        {mayCompose ? <TakePins briefing={detail} onTaken={onChanged} /> : null}
        <PropertiesSection key={`${detail.title} ${detail.classification}`} detail={detail} mayEdit={mayCompose} isSaving={saving.isSaving} onChange={saving.changePart} />
        <PreviousSection detail={detail} slides={slides} />
        <TextsSection detail={detail} />
      </aside>
    </div>
  );
}
