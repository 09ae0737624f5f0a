'use client';

import { useMemo } from 'react';
import type { BriefingDetail, DeckSlide } from '@/lib/domain/briefing';
import type { ExportTheme } from '@/lib/domain/export-file';
import { usePreferences } from '@/components/ui/preferences';
import type { PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import type { PresentationAnswer } from '../projection/use-presentation';

/** A slide as the editor shows it: its words as the server made them, its deck as it stands here. */
export interface EditorSlide extends PresentedSlide {
  readonly deck: DeckSlide;
}

/** The presentation of a briefing in one look; its maps and words are fetched again only when what they are made of changes. */
export function useEditorPresentation({ id, digest, title, classification, state, showsText }: BriefingDetail, theme: ExportTheme) {
  const { language } = usePreferences();
  return useQuery(`presentation/${id}/${digest ?? ''}/${state}/${title}/${classification}/${String(showsText)}/${language}/${theme}`, () => fetchJson<PresentationAnswer>(`/api/briefings/${encodeURIComponent(id)}/presentation?language=${language}&theme=${theme}`));
}

/** The slides in the deck's order, with the claims and notes of the deck. */
export function useEditorSlides(answer: PresentationAnswer, deck: readonly DeckSlide[]): readonly EditorSlide[] {
  return useMemo(() => {
    const byId = new Map(answer.slides.map((slide) => [slide.id, slide]));
    return deck.flatMap((one): EditorSlide[] => {
      const slide = byId.get(one.slideId);
      return slide === undefined ? [] : [{ ...slide, claim: one.claim ?? slide.claimOfData, note: one.note, deck: one }];
    });
  }, [answer, deck]);
}
