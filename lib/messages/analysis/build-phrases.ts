import type { Unit, Values } from '../../domain/analysis-result';
import { formatDay, formatDuration, formatInstant } from '../../format/format-instant';
import { formatMetres } from '../../format/format-number';
import { formatWardInSentence } from '../../format/format-ward-name';
import { INTL_TAG, type Language } from '../../format/language';
import type { Phrases } from './method-texts';

type Value = Values[string] | undefined;

/** Names by code; undefined for a code that is not known (yet). */
export interface NameLookups {
  /** Full name, `Phường Quan Hoa`. */
  readonly ward: (code: string) => string | undefined;
  readonly category: (code: string) => string | undefined;
  readonly cluster: (id: string) => string | undefined;
}

/** What stands for "can not be said". */
export const NO_VALUE = '–';
/** What stands for a name that has not come yet: never the code. */
const NO_NAME = '…';

const finite = (value: Value): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** A number with at most `decimals` decimals; a small one that is not zero keeps two digits instead of becoming 0. */
function writeNumber(value: number, decimals: number, language: Language): string {
  const vanishes = value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals;
  const form = new Intl.NumberFormat(INTL_TAG[language], vanishes ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: decimals });
  return form.format(Object.is(value, -0) ? 0 : value).replace('-', '−');
}

/** Decimals that a figure of this size needs: 345 · 34,5 · 3,45. */
const decimalsFor = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

const SUFFIX = {
  vi: { days: ' ngày', perKm2: '/km²', perKm: '/km', perDay: '/ngày' },
  en: { days: ' days', perKm2: '/km²', perKm: '/km', perDay: '/day' },
} as const satisfies Record<Language, Partial<Record<Unit, string>>>;

/** A probability as digits: `0,012`, or `< 0,001`. */
function writeProbability(value: number, language: Language): string {
  return value < 0.001 ? `< ${writeNumber(0.001, 3, language)}` : writeNumber(value, 3, language);
}

/** A share in percent; one that nobody can tell from none is `< 0,001%`. */
const writeShare = (value: number, language: Language): string =>
  value > 0 && value < 1e-5 ? `< ${writeNumber(0.001, 3, language)}%` : `${writeNumber(value * 100, 1, language)}%`;

function writeIn(unit: Unit, value: number, language: Language): string {
  const number = writeNumber(value, decimalsFor(value), language);
  switch (unit) {
    case 'count':
      return writeNumber(value, Number.isInteger(value) ? 0 : 1, language);
    case 'number':
    case 'z':
    case 'ratio':
      return number;
    case 'metres':
      return value < 0 ? `−${formatMetres(-value, language)}` : formatMetres(value, language);
    case 'km':
      return `${number} km`;
    case 'km2':
      return `${number} km²`;
    case 'share':
      return writeShare(value, language);
    case 'p':
      return writeProbability(value, language);
    case 'days':
      return `${number}${language === 'en' && value === 1 ? ' day' : SUFFIX[language].days}`;
    case 'perKm2':
    case 'perKm':
    case 'perDay':
      return `${number}${SUFFIX[language][unit]}`;
    default:
      return unit satisfies never;
  }
}

/** A word as it is, composed (NFC); a number where a word was expected is written as one. */
const writeText = (value: Value, language: Language): string =>
  typeof value === 'string' ? value.normalize('NFC') : finite(value) === null ? NO_VALUE : writeNumber(Number(value), 2, language);

const named = (value: Value, nameOf: (code: string) => string | undefined): string =>
  value === null || value === undefined || value === '' ? NO_VALUE : (nameOf(String(value))?.normalize('NFC') ?? NO_NAME);

/**
 * Writes values for people: Vietnamese or English digits, units, names instead of codes.
 *
 * Limits: null, an absent value, NaN and infinities become "–"; a code without a name becomes "…".
 */
export function buildPhrases(language: Language, names: NameLookups): Phrases {
  const withNumber = (value: Value, write: (number: number) => string): string => {
    const number = finite(value);
    return number === null ? (typeof value === 'string' ? value.normalize('NFC') : NO_VALUE) : write(number);
  };
  const ward = (code: Value): string => named(code, (text) => {
    const name = names.ward(text);
    return name === undefined ? undefined : formatWardInSentence(name, language);
  });
  return {
    count: (value) => withNumber(value, (number) => writeIn('count', number, language)),
    number: (value, decimals = 2) => withNumber(value, (number) => writeNumber(number, decimals, language)),
    in: (unit, value) => withNumber(value, (number) => writeIn(unit, number, language)),
    p: (value) => withNumber(value, (number) => (number < 0.001 ? `p ${writeProbability(number, language)}` : `p = ${writeProbability(number, language)}`)),
    ward,
    pair: (codes) => (typeof codes === 'string' ? codes.split('/').map(ward).join(' – ') : NO_VALUE),
    day: (day) => (typeof day === 'string' ? formatDay(day) : NO_VALUE),
    instant: (instant) => (typeof instant === 'string' ? formatInstant(instant) : NO_VALUE),
    minutes: (value) => withNumber(value, (number) => formatDuration(number * 60_000, language)),
    category: (code) => named(code, names.category),
    cluster: (id) => named(id, names.cluster),
    text: (value) => writeText(value, language),
  };
}
