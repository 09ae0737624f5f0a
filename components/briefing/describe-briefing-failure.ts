import type { Messages } from '@/lib/messages/messages';

/** Why a briefing could not be composed, in words; an unknown code is shown as it is. */
export function describeBriefingFailure(code: string | null, { briefings, analysis }: Messages): string {
  const own: Readonly<Record<string, string>> = analysis.states.failures;
  return code === null ? briefings.editor.failedHint : (own[code] ?? code);
}
