'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Briefing } from '@/lib/domain/briefing';
import { EXPORT_THEMES, type ExportTheme } from '@/lib/domain/export-file';
import type { Language } from '@/lib/format/language';
import type { PresentedFrame, PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import { RequestError, fetchJson } from '@/components/data/fetch-json';

/** `GET /api/briefings/{id}/presentation`. */
export interface PresentationAnswer {
  readonly briefing: Briefing;
  readonly frame: PresentedFrame;
  readonly slides: readonly (PresentedSlide & { readonly isShown: boolean })[];
  readonly maps: Readonly<Record<string, string>>;
}

/** All that a projection needs, so that nothing is asked for while it runs. */
export interface Presentation extends Omit<PresentationAnswer, 'maps'> {
  readonly maps: Readonly<Record<ExportTheme, Readonly<Record<string, string>>>>;
}

export type PresentationQuery =
  | { readonly state: 'loading'; readonly loaded: number; readonly all: number }
  | { readonly state: 'ready'; readonly presentation: Presentation }
  | { readonly state: 'failed'; readonly error: RequestError };

/** The looks one after another, and the typefaces. */
const PARTS = EXPORT_THEMES.length + 1;

/** Every face of every typeface of the page, also those that no text has asked for yet. */
const loadTypefaces = async (): Promise<void> => void await Promise.allSettled([...document.fonts].map((face) => face.load()));

const pathOf = (id: string, language: Language, theme: ExportTheme): string => `/api/briefings/${encodeURIComponent(id)}/presentation?language=${language}&theme=${theme}`;

async function load(id: string, language: Language, onPart: () => void): Promise<Presentation> {
  const answers: PresentationAnswer[] = [];
  for (const theme of EXPORT_THEMES) {
    answers.push(await fetchJson<PresentationAnswer>(pathOf(id, language, theme)));
    onPart();
  }
  await loadTypefaces();
  onPart();
  const [first, dark, projector] = answers;
  if (first === undefined || dark === undefined || projector === undefined) throw new Error('a look of the presentation is missing');
  return { ...first, maps: { light: first.maps, dark: dark.maps, projector: projector.maps } };
}

/** Loads a whole briefing once: slides, the maps of all looks, typefaces. The charts come with the page's own code. */
export function usePresentation(id: string, language: Language): { readonly query: PresentationQuery; readonly retry: () => void } {
  const [query, setQuery] = useState<PresentationQuery>({ state: 'loading', loaded: 0, all: PARTS });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let stopped = false;
    let loaded = 0;
    const put = (next: PresentationQuery): void => { if (!stopped) setQuery(next); };
    load(id, language, () => put({ state: 'loading', loaded: (loaded += 1), all: PARTS })).then(
      (presentation) => put({ state: 'ready', presentation }),
      (reason: unknown) => put({ state: 'failed', error: reason instanceof RequestError ? reason : new RequestError('server', String(reason)) }),
    );
    return () => { stopped = true; };
  }, [id, language, turn]);
  const retry = useCallback(() => {
    setQuery({ state: 'loading', loaded: 0, all: PARTS });
    setTurn((count) => count + 1);
  }, []);
  return { query, retry };
}
