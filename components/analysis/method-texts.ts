import type { MethodId } from '@/lib/domain/analysis';
import type { Language } from '@/lib/format/language';
import { getMethodTexts } from '@/lib/messages/analysis/get-method-texts';
import type { MethodTexts } from '@/lib/messages/analysis/method-texts';

/** The words of a method, or null for one that this version of the page does not know: a run may be of another version. */
export function findMethodTexts(language: Language, method: MethodId): MethodTexts | null {
  try {
    return getMethodTexts(language, method);
  } catch {
    return null;
  }
}
