import type { BriefingPeriod, Classification, PinWords, StandardSlide } from '../../domain/briefing';
import type { MethodTexts } from '../../messages/analysis/method-texts';

/** All words of one kind of slide. Keys are the codes and ids that its slides use. */
export interface SlideTexts extends Pick<MethodTexts, 'title' | 'told' | 'tables' | 'charts' | 'classes'> {
  readonly facts: Readonly<Record<string, { readonly label: string }>>;
}

/** Words of briefings in one language. */
export interface BriefingTexts {
  readonly slides: Readonly<Record<StandardSlide | PinWords, SlideTexts>>;
  readonly classifications: Readonly<Record<Classification, string>>;
  /** Names of the official periods; the others need none. */
  readonly periods: Readonly<Record<BriefingPeriod, string | null>>;
  readonly asOf: (instant: string) => string;
  readonly masked: string;
  /** Title of a briefing that nobody gave one. */
  readonly title: (area: string) => string;
  /** Name of an area of several wards. */
  readonly wards: (count: number, first: string) => string;
}
