'use client';

import type { ZoneStatus } from '@/lib/domain/zone';
import { usePreferences } from '@/components/ui/preferences';

const STYLES: Readonly<Record<ZoneStatus, string>> = {
  active: 'bg-accent-soft text-accent', draft: 'border border-dashed border-edge text-ink-2', closed: 'bg-sunken text-ink-2',
};

/** The status of a zone, in words. */
export function StatusBadge({ status }: { readonly status: ZoneStatus }) {
  const { messages } = usePreferences();
  return <span className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${STYLES[status]}`} data-testid="zone-status" data-status={status}>{messages.zones.statuses[status]}</span>;
}
