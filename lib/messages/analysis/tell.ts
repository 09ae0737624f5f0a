import type { Told } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';

/** The sentence of a `Told`. Limits: a code the method has no words for gives the code, which a test of every method rules out. */
export function tell(told: Told, texts: MethodTexts, phrases: Phrases): string {
  return (texts.told[told.code]?.(told.values, phrases) ?? told.code).normalize('NFC');
}
