import { getBriefingFileWords } from '../../messages/briefing-file-words';
import type { BriefingDocument, DocumentPicture } from '../briefing-document';
import { pictureBoxOf } from './draw-page';
import { planDeck } from './plan-deck';

const NO_PICTURE: DocumentPicture = { png: new Uint8Array(), widthPixels: 1, heightPixels: 1 };

/** Width to height of the places of maps in a deck, by slide id: maps drawn in them fill them. Where they stand does not depend on what they show. */
export function listPictureShapes(document: Omit<BriefingDocument, 'pictures'>, slideIds: readonly string[]): ReadonlyMap<string, number> {
  const pages = planDeck({ ...document, pictures: new Map(slideIds.map((id) => [id, NO_PICTURE])) }, getBriefingFileWords(document.language));
  return new Map(pages.flatMap(({ slide, content }) => {
    const box = pictureBoxOf(content);
    return box === null ? [] : [[slide.id, box.w / box.h] as const];
  }));
}
