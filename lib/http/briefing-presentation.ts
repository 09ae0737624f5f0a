import type { DatabaseClient } from '../db/clients';
import type { BriefingDetail } from '../domain/briefing';
import type { ExportTheme } from '../domain/export-file';
import { drawWallMap, type WallMap } from '../export/wall-map';
import type { Language } from '../format/language';
import { presentDeck, presentFrame } from '../messages/briefing/present-slide';
import type { BriefingPresentation } from '../messages/briefing/presented-slide';
import type { RuleBook } from '../rules/rule-book';
import { readSurroundings } from './read-surroundings';

/** Maps that were drawn, by snapshot and look: a snapshot never changes, so they are drawn once. The oldest go first. */
type WallMaps = Readonly<Record<string, WallMap>>;
const drawn = new Map<string, Promise<WallMaps>>();
const MOST_DRAWN = 24;

function keep(key: string, draw: () => Promise<WallMaps>): Promise<WallMaps> {
  const known = drawn.get(key) ?? draw();
  drawn.delete(key);
  drawn.set(key, known);
  known.catch(() => drawn.delete(key));
  for (const old of [...drawn.keys()].slice(0, Math.max(0, drawn.size - MOST_DRAWN))) drawn.delete(old);
  return known;
}

/** A briefing as it is projected: frame and slides in a language, with the free text that its reader may read, maps in a theme. Null while it has no content. */
export async function presentBriefing(service: DatabaseClient, rules: RuleBook, detail: BriefingDetail, language: Language, theme: ExportTheme): Promise<BriefingPresentation | null> {
  const { content, deck, texts, ...briefing } = detail;
  if (content === null) return null;
  const slides = presentDeck(content.slides, deck, content.names, language, texts);
  const draw = async (): Promise<WallMaps> => {
    const maps: Record<string, WallMap> = {};
    for (const { id, map } of content.slides) {
      const slide = slides.find((one) => one.id === id);
      if (map === null || slide === undefined) continue;
      // Reading between two lets other requests through.
      const surroundings = await readSurroundings(service, rules, map.editionId, map.day, briefing.asOf);
      if (surroundings !== null) maps[id] = drawWallMap(map, slide, surroundings, { language, theme });
    }
    return maps;
  };
  const maps = await keep([briefing.id, briefing.digest, language, theme].join(' '), draw);
  return {
    briefing, frame: presentFrame(briefing, content.names, language),
    slides: slides.map((slide) => ({ ...slide, signs: maps[slide.id]?.signs ?? [] })), maps: Object.fromEntries(Object.entries(maps).map(([id, { svg }]) => [id, svg])),
  };
}
