import type { Messages } from '@/lib/messages/messages';

/** Why a run failed and what to do, for the code that the server gives; an unknown code is the server's fault. */
export function describeFailure(code: string | null, texts: Messages['analysis']['states']['failures']): string {
  const known = Object.entries(texts).find(([key]) => key === code);
  return known?.[1] ?? texts.other;
}
