import type { Told, Values } from '../../lib/domain/analysis-result';
import type { MethodTexts, Phrases } from '../../lib/messages/analysis/method-texts';

type Value = Values[string] | undefined;

/** Phrases that write plainly and note what they are given wrongly: a value that does not exist, a code that is none. */
function plainPhrases(faults: string[]): Phrases {
  const say = (what: string, fits: (value: Exclude<Value, null | undefined>) => boolean) => (value: Value): string => {
    if (value === undefined) faults.push(`${what} of a value that is not given`);
    else if (value !== null && !fits(value)) faults.push(`${what} of ${JSON.stringify(value)}`);
    return value === null || value === undefined ? '–' : String(value);
  };
  const number = say('number', (value) => typeof value === 'number');
  return {
    count: say('count', (value) => typeof value === 'number' && Number.isInteger(value)),
    number, in: (_, value) => number(value), p: say('p', (value) => typeof value === 'number' && value >= 0 && value <= 1),
    ward: say('ward', (value) => /^\d{5}$/.test(String(value))),
    pair: say('pair', (value) => /^\d{5}\/\d{5}$/.test(String(value))),
    day: say('day', (value) => /^\d{4}-\d\d-\d\d$/.test(String(value))),
    instant: say('instant', (value) => !Number.isNaN(Date.parse(String(value)))), minutes: number,
    category: say('category', (value) => typeof value === 'string'), cluster: say('cluster', (value) => typeof value === 'string'),
    text: say('text', (value) => typeof value === 'string'),
  };
}

/** What is wrong with a sentence: no words for its code, a value asked for that it lacks, text that is no sentence. */
export function listToldFaults(texts: MethodTexts, { code, values }: Told): string[] {
  const sentence = Object.hasOwn(texts.told, code) ? texts.told[code] : undefined;
  if (sentence === undefined) return [`no words for told ${code}`];
  const faults: string[] = [];
  const watched = new Proxy(values, {
    get: (target, key) => {
      if (typeof key === 'string' && !Object.hasOwn(target, key)) faults.push(`the value ${key} is not given`);
      return Reflect.get(target, key) as Value;
    },
  });
  const text = sentence(watched, plainPhrases(faults));
  if (text.trim() === '' || /undefined|NaN|Infinity|null|\[object/.test(text) || text.normalize('NFC') !== text) faults.push(`reads "${text}"`);
  return faults.map((fault) => `told ${code}: ${fault}`);
}
