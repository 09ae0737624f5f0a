import type { ExportTheme } from '@/lib/domain/export-file';
import type { PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import type { SlideViewProps } from '../slide/slide-view';
import type { Presentation } from './use-presentation';

/** The slides that are shown, in their order, and what each is drawn from. */
export interface ShownDeck {
  readonly slides: readonly PresentedSlide[];
  readonly propsOf: (slide: PresentedSlide, index: number, theme: ExportTheme) => Omit<SlideViewProps, 'language' | 'face'>;
}

/** The deck that a presentation shows; slides that are switched off are left out. */
export function buildShownDeck({ briefing, frame, slides, maps }: Presentation): ShownDeck {
  const shown = slides.filter(({ isShown }) => isShown);
  const isSecret = briefing.classification === 'secret' || briefing.classification === 'top_secret';
  return {
    slides: shown,
    propsOf: (slide, index, theme) => ({ frame, slide, svg: maps[theme][slide.id] ?? null, theme, place: index + 1, count: shown.length, isSecret }),
  };
}
