import type { BriefingDetail } from '../domain/briefing';
import type { ExportTheme } from '../domain/export-file';
import type { Language } from '../format/language';
import { presentDeck, presentFrame } from '../messages/briefing/present-slide';
import type { BriefingPresentation } from '../messages/briefing/presented-slide';

/** A briefing as it is projected: frame and slides in a language, maps in a theme. Null while it has no content. */
export function presentBriefing(detail: BriefingDetail, language: Language, _theme: ExportTheme): BriefingPresentation | null {
  const { content, deck, texts: _texts, ...briefing } = detail;
  if (content === null) return null;
  const slides = presentDeck(content.slides, deck, content.names, language);
  return { briefing, frame: presentFrame(briefing, content.names, language), slides, maps: Object.fromEntries(content.slides.filter(({ map }) => map !== null).map(({ id }) => [id, ''])) };
}
