'use client';

import { Hash, ImageIcon, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { BriefingDetail, DeckSlide } from '@/lib/domain/briefing';
import { EXPORT_THEMES, type ExportTheme } from '@/lib/domain/export-file';
import type { PresentedFrame } from '@/lib/messages/briefing/presented-slide';
import { PngButton } from '@/components/exports/png-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { countFaces } from '../slide/list-faces';
import { SlideStage } from '../slide/slide-stage';
import { SlideView } from '../slide/slide-view';
import type { EditorSlide } from './use-editor-slides';

interface SlideEditorProps {
  readonly briefing: BriefingDetail;
  readonly frame: PresentedFrame;
  readonly slide: EditorSlide;
  readonly svg: string | null;
  readonly theme: ExportTheme;
  readonly onTheme: (theme: ExportTheme) => void;
  readonly place: number;
  readonly count: number;
  readonly mayEdit: boolean;
  readonly isSaving: boolean;
  readonly onChange: (part: Partial<Omit<DeckSlide, 'slideId'>>) => void;
}

/** One slide: as it will be shown, its claim and notes, and the numbers it rests on. */
export function SlideEditor(props: SlideEditorProps) {
  const { briefing, frame, slide, svg, theme, onTheme, place, count } = props;
  const { messages, language } = usePreferences();
  const { editor: texts, files } = messages.briefings;
  const [face, setFace] = useState(0);
  const faces = countFaces(slide);
  const isSecret = briefing.classification === 'secret' || briefing.classification === 'top_secret';
  return (
    <>
      <section aria-label={texts.preview} className="space-y-2">
        <div className="aspect-video overflow-hidden rounded-xl border border-edge" data-testid="slide-preview"><SlideStage theme={theme} className="h-full"><SlideView frame={frame} slide={slide} svg={svg} theme={theme} language={language} place={place} count={count} face={face % faces} isSecret={isSecret} /></SlideStage></div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <div className="w-60"><Segmented compact label={texts.previewTheme} value={theme} options={EXPORT_THEMES.map((value) => ({ value, label: files.themes[value] }))} onChange={onTheme} /></div>
          {faces < 2 ? null : <Button size="small" onClick={() => setFace((face + 1) % faces)} data-testid="preview-face">{face === 0 ? <Hash size={14} aria-hidden /> : <ImageIcon size={14} aria-hidden />} {(face + 1) % faces === 0 ? texts.picture : texts.numbers}</Button>}
          {slide.hasMap ? <PngButton source={() => ({ kind: 'slide', id: briefing.id, slide: slide.id })} label={texts.pngMap} /> : null}
        </div>
      </section>
      <ClaimForm {...props} />
      <Evidence slide={slide} />
    </>
  );
}

function ClaimForm({ slide, mayEdit, isSaving, onChange }: SlideEditorProps) {
  const { messages } = usePreferences();
  const { editor: texts } = messages.briefings;
  const { deck } = slide;
  const [claim, setClaim] = useState(slide.claim);
  const [note, setNote] = useState(deck.note ?? '');
  // What comes from elsewhere is taken over unless it is being edited here.
  const [seen, setSeen] = useState({ claim: slide.claim, note: deck.note ?? '' });
  if (seen.claim !== slide.claim || seen.note !== (deck.note ?? '')) {
    if (claim === seen.claim) setClaim(slide.claim);
    if (note === seen.note) setNote(deck.note ?? '');
    setSeen({ claim: slide.claim, note: deck.note ?? '' });
  }
  const isChanged = claim.trim() !== slide.claim || note.trim() !== (deck.note ?? '');
  const save = (): void => {
    const said = claim.trim();
    onChange({ claim: said === '' || said === slide.claimOfData ? null : said, note: note.trim() === '' ? null : note.trim() });
    if (said === '') setClaim(slide.claimOfData);
  };
  const restore = (): void => {
    setClaim(slide.claimOfData);
    if (deck.claim !== null) onChange({ claim: null });
  };
  if (!mayEdit) return null;
  return (
    <Section title={slide.title} testId="slide-form">
      <form className="space-y-3" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <Field label={texts.claim} hint={texts.claimHint}>{(attributes) => <textarea {...attributes} rows={3} maxLength={400} className="control h-auto py-2" value={claim} onChange={(event) => setClaim(event.target.value)} data-testid="claim" />}</Field>
        <div className="flex flex-wrap items-start gap-2 rounded-lg bg-sunken px-3 py-2 text-sm">
          <p className="min-w-48 flex-1"><span className="eyebrow block">{texts.claimOfData}</span><span data-testid="claim-of-data">{slide.claimOfData}</span></p>
          {claim === slide.claimOfData && deck.claim === null ? null : <Button size="small" onClick={restore} data-testid="claim-restore"><RotateCcw size={14} aria-hidden /> {texts.restore}</Button>}
        </div>
        <Field label={texts.note} hint={texts.noteHint}>{(attributes) => <textarea {...attributes} rows={4} maxLength={4000} className="control h-auto py-2" value={note} onChange={(event) => setNote(event.target.value)} data-testid="note" />}</Field>
        <div className="flex items-center justify-end gap-3"><span role="status" className="text-xs text-ink-2" data-testid="save-state">{isSaving ? texts.saving : isChanged ? '' : texts.saved}</span><Button type="submit" kind="primary" disabled={!isChanged || isSaving} data-testid="slide-save">{texts.save}</Button></div>
      </form>
    </Section>
  );
}

/** How sure it is, and every number with the way to its records. */
function Evidence({ slide }: { readonly slide: EditorSlide }) {
  const { messages } = usePreferences();
  const { editor: texts } = messages.briefings;
  const { facts, uncertainty, tables, link } = slide;
  const linked = (text: string) => (link === null || !/\d/.test(text) ? text : <Link href={link} prefetch={false} className="text-accent underline" data-testid="number-link">{text}</Link>);
  if (facts.length === 0 && uncertainty.length === 0 && tables.length === 0) return null;
  return (
    <Section title={texts.facts} testId="slide-evidence" actions={link === null ? undefined : <Link href={link} prefetch={false} className="text-xs font-medium text-accent underline">{texts.records}</Link>}>
      <div className="space-y-3 text-sm">
        {uncertainty.length === 0 ? null : <div><h3 className="eyebrow">{texts.sureness}</h3><ul className="list-disc pl-5">{uncertainty.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></div>}
        {facts.length === 0 ? null : <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3">{facts.map(({ id, label, text }) => <div key={id} className="flex flex-col-reverse"><dt className="text-xs text-ink-2">{label}</dt><dd className="tabular text-lg font-semibold">{linked(text)}</dd></div>)}</dl>}
        {tables.map(({ id, title, columns, rows }) => (
          <details key={id} open={rows.length <= 10}>
            <summary className="min-h-8 text-xs font-semibold">{title} ({rows.length})</summary>
            <div className="scroll-quiet max-h-80 overflow-auto" tabIndex={0} role="group" aria-label={title}>
              <table className="w-full text-xs">
                <thead className="sticky top-0 bg-surface"><tr>{columns.map((column) => <th key={column.id} scope="col" className={`py-1 pr-3 font-medium text-ink-2 ${column.alignsRight ? 'text-right' : 'text-left'}`}>{column.label}</th>)}</tr></thead>
                <tbody>{rows.map((cells, row) => <tr key={row} className="border-t border-line hover:bg-sunken">{columns.map((column, place) => <td key={column.id} className={`tabular py-1 pr-3 align-top ${column.alignsRight ? 'text-right whitespace-nowrap' : ''}`}>{column.kind === 'incident' ? <IncidentLink id={cells[place]?.text ?? ''} /> : column.alignsRight ? linked(cells[place]?.text ?? '') : cells[place]?.text}</td>)}</tr>)}</tbody>
              </table>
            </div>
          </details>
        ))}
        {link === null ? null : <p className="text-xs text-ink-3">{texts.factsHint}</p>}
      </div>
    </Section>
  );
}

function IncidentLink({ id }: { readonly id: string }) {
  const { messages } = usePreferences();
  return <Link href={`/incidents/${id}`} prefetch={false} className="whitespace-nowrap text-accent underline">{messages.incident.title}</Link>;
}
