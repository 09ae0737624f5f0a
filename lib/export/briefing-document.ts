import type { ExportTheme } from '../domain/export-file';
import type { Instant } from '../domain/instant';
import type { Language } from '../format/language';
import type { PresentedFrame, PresentedSlide } from '../messages/briefing/presented-slide';

/** A map picture of a slide: PNG bytes and their size. */
export interface DocumentPicture {
  readonly png: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Who issues the printed report; what is not known is left as dots to be filled in. Never a person's name. */
export interface DocumentIssuer {
  readonly superior: string | null;
  readonly unit: string | null;
  readonly place: string | null;
}

/** All that a file of a briefing is made of. Equal documents give equal bytes. */
export interface BriefingDocument {
  readonly frame: PresentedFrame;
  /** Those that are shown, in deck order; the cover first. */
  readonly slides: readonly PresentedSlide[];
  /** By slide id. */
  readonly pictures: ReadonlyMap<string, DocumentPicture>;
  readonly language: Language;
  readonly theme: ExportTheme;
  /** Stands for "created" in the files. */
  readonly asOf: Instant;
  /** SHA-256 of the snapshot's content. */
  readonly digest: string;
  readonly issuer?: DocumentIssuer;
}
