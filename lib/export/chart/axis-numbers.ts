import type { Unit } from '../../domain/analysis-result';
import { INTL_TAG, type Language } from '../../format/language';
import { buildPhrases } from '../../messages/analysis/build-phrases';

/** A value axis: its ends and the step between two lines. */
export interface AxisScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const NICE = [1, 2, 5, 10];

/** Ends of an axis on round numbers around values; bars and counts start at zero. Limits: about `lines` steps; no value gives 0–1. */
export function scaleAxis(values: readonly number[], { fromZero, whole, lines = 5 }: { readonly fromZero: boolean; readonly whole: boolean; readonly lines?: number }): AxisScale {
  const all = [...values, ...(fromZero ? [0] : [])];
  const [least, most] = all.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity]);
  if (least > most) return { min: 0, max: 1, step: whole ? 1 : 0.2 };
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / lines));
  const rough = (NICE.find((one) => one * power >= span / lines * 0.999) ?? 10) * power;
  const step = whole ? Math.max(1, Math.ceil(rough)) : rough;
  const at = (count: number): number => Number((count * step).toPrecision(12));
  const min = at(Math.floor(least / step + 1e-9));
  const max = at(Math.ceil(most / step - 1e-9));
  return { min, max: max > min ? max : Number((min + step).toPrecision(12)), step };
}

/** The places of an axis' lines. */
export function axisTicks({ min, max, step }: AxisScale): readonly number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, place) => Number((min + place * step).toPrecision(12)));
}

/** Decimals that tell one line of an axis from the next. */
const decimalsOf = (step: number): number => Math.max(0, Math.min(6, (String(Number(step.toPrecision(6))).split('.')[1] ?? '').length));

/** A number on an axis as the language writes it: `1.250`, `12,5%`. */
export function formatTick(value: number, step: number, unit: Unit, language: Language): string {
  const isShare = unit === 'share';
  const digits = decimalsOf(isShare ? step * 100 : step);
  const form = new Intl.NumberFormat(INTL_TAG[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${form.format(isShare ? value * 100 : value).replace('-', '−')}${isShare ? '%' : ''}`;
}

const NO_NAMES = { ward: () => undefined, category: () => undefined, cluster: () => undefined };

/** A value beside its bar or point, as every sentence and table writes it. */
export const formatPoint = (value: number, unit: Unit, language: Language): string => buildPhrases(language, NO_NAMES).in(unit, value);

/** How an office program writes numbers of a unit; it puts in the separators of its own language. */
export function officeFormat(unit: Unit, step: number): string {
  const digits = decimalsOf(unit === 'share' ? step * 100 : step);
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  return unit === 'share' ? `0${decimals}%` : `#,##0${decimals}`;
}
