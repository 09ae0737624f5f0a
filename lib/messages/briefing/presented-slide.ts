import type { CellKind, LegendEntry, Unit } from '../../domain/analysis-result';
import type { Briefing, Slide } from '../../domain/briefing';
import type { CategoryShape } from '../../domain/category';

/** A cell as people read it, and the value behind it for a spreadsheet or a sort. */
export interface PresentedCell {
  readonly text: string;
  readonly value: number | string | null;
}

/** A table in the reader's language; the cells of a row stand in the order of its columns. */
export interface PresentedTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly kind: CellKind; readonly alignsRight: boolean }[];
  readonly rows: readonly (readonly PresentedCell[])[];
  /** What was written about the incident of each row, null where nothing was; only for readers whom snapshot and role admit it, else absent. */
  readonly texts?: readonly (string | null)[];
}

/** A chart in the reader's language. `labels` name the places of `xs`; a null value leaves a gap. */
export interface PresentedChart {
  readonly id: string;
  readonly kind: 'lines' | 'bars' | 'intervals';
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly y: Unit;
  readonly xs: readonly (number | string)[];
  readonly labels: readonly string[];
  readonly series: readonly { readonly id: string; readonly name: string; readonly values: readonly (number | null)[]; readonly low?: readonly (number | null)[]; readonly high?: readonly (number | null)[] }[];
  readonly marks: readonly { readonly id: string; readonly name: string; readonly axis: 'x' | 'y'; readonly at: number }[];
}

/** A sign on a map: of a kind of incident, of one in the border zone, of one that is done, of a group of near ones. */
export type PresentedSign =
  | { readonly kind: 'category'; readonly label: string; readonly shape: CategoryShape; readonly colour: string }
  | { readonly kind: 'border_zone' | 'done' | 'group'; readonly label: string };

/** A slide in the reader's language: what the screen, the slides file and the document show alike. */
export interface PresentedSlide {
  readonly id: string;
  readonly kind: Slide['kind'];
  /** What it is about, two to six words. */
  readonly title: string;
  /** The claim that is shown: as somebody wrote it, else made of data. */
  readonly claim: string;
  /** The claim made of data, also where another is shown. */
  readonly claimOfData: string;
  readonly uncertainty: readonly string[];
  readonly facts: readonly { readonly id: string; readonly label: string; readonly text: string; readonly value: number | null }[];
  readonly tables: readonly PresentedTable[];
  readonly charts: readonly PresentedChart[];
  readonly legend: readonly (Pick<LegendEntry, 'tone' | 'drawn'> & { readonly label: string })[];
  /** Signs of the incidents on the map, where the map was drawn without a legend of its own. */
  readonly signs?: readonly PresentedSign[];
  readonly hasMap: boolean;
  readonly note: string | null;
  readonly link: string | null;
}

/** What stands on every slide and page. */
export interface PresentedFrame {
  readonly number: string;
  readonly title: string;
  readonly area: string;
  /** `01/10/2026 – 28/10/2026` with the name of the official period, if it is one. */
  readonly period: string;
  /** `Số liệu đến 06:00 29/10/2026`. */
  readonly asOf: string;
  readonly classification: string;
  /** Said on a file made for outside the building; null otherwise. */
  readonly masked: string | null;
}

/** A slide of a deck: also those that are switched off are told, for the editor. */
export interface PresentedDeckSlide extends PresentedSlide {
  readonly isShown: boolean;
}

/** What `GET /api/briefings/{id}/presentation` answers: all slides in the deck's order, the maps of those that have one as SVG by slide id. */
export interface BriefingPresentation {
  readonly briefing: Briefing;
  readonly frame: PresentedFrame;
  readonly slides: readonly PresentedDeckSlide[];
  readonly maps: Readonly<Record<string, string>>;
}
