'use client';

import type { SimulatedWard } from '@/lib/domain/simulation';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { usePreferences } from '@/components/ui/preferences';

/** How a ward is called; nobody too. */
export function useWardLabel(): (ward: SimulatedWard | null) => string {
  const { messages, language } = usePreferences();
  return (ward) => (ward === null ? messages.rules.nobody : formatWardInSentence(ward.name, language));
}
