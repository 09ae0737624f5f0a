import type { METHOD_GROUPS, MethodGroup } from '../../domain/analysis';
import type { Unit, Values } from '../../domain/analysis-result';

/** Writes the values of a sentence for people in the reader's language; a value that is absent or null becomes "–". */
export interface Phrases {
  readonly count: (value: Values[string] | undefined) => string;
  /** A number with at most `decimals` (2) decimals. */
  readonly number: (value: Values[string] | undefined, decimals?: number) => string;
  /** A value in its unit: `1,2 km`, `38 m`, `12,5%`, `28 ngày`. */
  readonly in: (unit: Unit, value: Values[string] | undefined) => string;
  /** `p = 0,012`, or `p < 0,001`. */
  readonly p: (value: Values[string] | undefined) => string;
  readonly ward: (code: Values[string] | undefined) => string;
  /** `P. Quan Hoa – P. Cống Vị`. */
  readonly pair: (codes: Values[string] | undefined) => string;
  readonly day: (day: Values[string] | undefined) => string;
  /** `21:04 01/05/2024`. */
  readonly instant: (instant: Values[string] | undefined) => string;
  /** A length of time in its largest fitting unit. */
  readonly minutes: (minutes: Values[string] | undefined) => string;
  readonly category: (code: Values[string] | undefined) => string;
  readonly cluster: (id: Values[string] | undefined) => string;
  readonly text: (value: Values[string] | undefined) => string;
}

type Sentence = (values: Values, phrases: Phrases) => string;

/** All words of one method in one language. Keys are the codes and ids that the method's outcome uses. */
export interface MethodTexts {
  readonly title: string;
  /** What question it answers, one sentence. */
  readonly question: string;
  /** How its picture and numbers are to be read, one or two sentences. */
  readonly reading: string;
  /** Where it comes from: paper or formula. */
  readonly source: string;
  /** A label and one explaining sentence a parameter; names of choices. */
  readonly parameters: Readonly<Record<string, { readonly label: string; readonly help: string; readonly choices?: Readonly<Record<string, string>> }>>;
  /** Every `Told` of the outcome by its code: headline, warnings, reasons, legend, findings, features, proposals. */
  readonly told: Readonly<Record<string, Sentence>>;
  readonly facts: Readonly<Record<string, { readonly label: string; readonly help: string }>>;
  readonly tables: Readonly<Record<string, { readonly title: string; readonly columns: Readonly<Record<string, string>> }>>;
  readonly charts: Readonly<Record<string, { readonly title: string; readonly x: string; readonly y: string; readonly series: Readonly<Record<string, string>>; readonly marks?: Readonly<Record<string, string>> }>>;
  /** Words for cells of kind `code`. */
  readonly classes: Readonly<Record<string, string>>;
}

/** Texts of the methods of one group; while a group is being built some may be missing, a test says when it is complete. */
export type GroupTexts<G extends MethodGroup> = Readonly<Partial<Record<(typeof METHOD_GROUPS)[G][number], MethodTexts>>>;
