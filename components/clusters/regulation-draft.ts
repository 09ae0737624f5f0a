import type { Regulation } from '@/lib/domain/boundary';
import type { Day } from '@/lib/domain/instant';
import { CLOCK_STEPS, DEFAULT_RULES, type ClockStep, type LeadRule, type RegulationRules } from '@/lib/domain/regulation';
import { parseNumberInput } from '@/lib/view/parse-number-input';

/** A new version as it is being typed. */
export interface RegulationDraft {
  readonly validFrom: Day;
  readonly width: string;
  /** By `codeA/codeB` of the border. */
  readonly arcWidths: Readonly<Record<string, string>>;
  readonly leadRule: LeadRule;
  /** Null: every member. */
  readonly mayLead: readonly string[] | null;
  readonly deadlines: Readonly<Record<ClockStep, string>>;
  readonly note: string;
}

export const MAX_WIDTH_METRES = 5_000;
const MAX_MINUTES = 263_520;

const pairKey = (wards: readonly [string, string]): string => [...wards].sort().join('/');

/** A draft that repeats the latest version; the first one has the defaults. */
export function draftFrom(latest: Regulation | undefined, validFrom: Day, defaultWidthMetres: number): RegulationDraft {
  const rules = latest?.rules ?? DEFAULT_RULES;
  const minutes = CLOCK_STEPS.map((step) => [step, rules.deadlines[step] === null ? '' : String(rules.deadlines[step])]);
  return {
    validFrom, width: String(latest?.borderWidthMetres ?? defaultWidthMetres), leadRule: rules.leadRule, mayLead: rules.mayLead, note: '',
    arcWidths: Object.fromEntries(rules.arcWidths.map(({ wards, widthMetres }) => [pairKey([...wards]), String(widthMetres)])),
    deadlines: Object.fromEntries(minutes) as Record<ClockStep, string>,
  };
}

/** Body of the new version, or the fields that say nothing usable. */
export type DraftResult =
  | { readonly kind: 'ready'; readonly body: { readonly validFrom: Day; readonly borderWidthMetres: number; readonly rules: RegulationRules; readonly note?: string } }
  | { readonly kind: 'wrong'; readonly fields: ReadonlySet<string> };

function readDeadlines(draft: RegulationDraft, wrong: Set<string>): RegulationRules['deadlines'] {
  const entries = CLOCK_STEPS.map((step): [ClockStep, number | null] => {
    const text = draft.deadlines[step].trim();
    if (text === '') return [step, null];
    const minutes = parseNumberInput(text, 1, MAX_MINUTES);
    if (minutes === null || !Number.isInteger(minutes)) wrong.add(step);
    return [step, minutes];
  });
  return Object.fromEntries(entries) as Record<ClockStep, number | null>;
}

/** Reads a draft; an empty arc width means the common one, an empty deadline means none. */
export function readDraft(draft: RegulationDraft): DraftResult {
  const wrong = new Set<string>();
  const borderWidthMetres = parseNumberInput(draft.width, 0, MAX_WIDTH_METRES);
  if (borderWidthMetres === null) wrong.add('width');
  const arcWidths = Object.entries(draft.arcWidths).flatMap(([pair, text]) => {
    if (text.trim() === '') return [];
    const widthMetres = parseNumberInput(text, 0, MAX_WIDTH_METRES);
    const [first, second] = pair.split('/');
    if (widthMetres === null || first === undefined || second === undefined) {
      wrong.add(pair);
      return [];
    }
    return [{ wards: [first, second] as const, widthMetres }];
  });
  const deadlines = readDeadlines(draft, wrong);
  if (draft.mayLead?.length === 0) wrong.add('mayLead');
  if (wrong.size > 0 || borderWidthMetres === null) return { kind: 'wrong', fields: wrong };
  const rules: RegulationRules = { leadRule: draft.leadRule, mayLead: draft.mayLead, arcWidths, deadlines };
  const note = draft.note.trim();
  return { kind: 'ready', body: { validFrom: draft.validFrom, borderWidthMetres, rules, ...(note === '' ? {} : { note }) } };
}
