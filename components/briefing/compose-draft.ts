import type { ScopeArea } from '@/lib/domain/analysis';
import type { BriefingPeriod, Classification } from '@/lib/domain/briefing';
import type { Day } from '@/lib/domain/instant';
import { parseLocalInput } from '@/lib/format/format-instant';

/** What the form of a new briefing holds. */
export interface ComposeDraft {
  readonly title: string;
  readonly area: ScopeArea | null;
  readonly periodKind: BriefingPeriod;
  readonly from: Day | null;
  readonly to: Day | null;
  /** `YYYY-MM-DDTHH:mm` in Viet Nam's time; null = the moment it is sent. */
  readonly asOf: string | null;
  readonly classification: Classification;
  readonly showsText: boolean;
  /** Empty = the latest finished one in the area. */
  readonly patrol: string;
  readonly pins: readonly string[];
}

export type ComposeFault = 'area' | 'days' | 'asOf';

/** What a draft lacks. */
export function listComposeFaults({ area, periodKind, from, to, asOf }: ComposeDraft): ReadonlySet<ComposeFault> {
  return new Set<ComposeFault>([
    ...(area === null ? ['area' as const] : []),
    ...(periodKind === 'days' && (from === null || to === null || from > to) ? ['days' as const] : []),
    ...(asOf !== null && parseLocalInput(asOf) === null ? ['asOf' as const] : []),
  ]);
}

/** The body of a draft without faults. */
export function bodyOfCompose({ title, area, periodKind, from, to, asOf, classification, showsText, patrol, pins }: ComposeDraft): Readonly<Record<string, unknown>> {
  return {
    ...(title.trim() === '' ? {} : { title: title.trim() }), area, periodKind, ...(periodKind === 'days' ? { from, to } : {}), ...(asOf === null ? {} : { asOf: parseLocalInput(asOf) }),
    classification, showsText, ...(patrol === '' ? {} : { patrol }), pins,
  };
}
