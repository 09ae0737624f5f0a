'use client';

import { ROLES } from '@/lib/domain/role';
import type { ZoneHistoryEntry } from '@/lib/domain/zone';
import { formatInstant } from '@/lib/format/format-instant';
import { usePreferences } from '@/components/ui/preferences';

interface ZoneHistoryProps {
  readonly history: readonly ZoneHistoryEntry[];
  readonly nameUnit: (unit: string) => string;
}

/** Everything that was done with a zone, refused attempts too, newest first; by role and unit, never by name. Nothing for who may not read it. */
export function ZoneHistory({ history, nameUnit }: ZoneHistoryProps) {
  const { messages } = usePreferences();
  const { versions: texts, history: kinds } = messages.zones;
  if (history.length === 0) return null;
  const labelOf = (kind: string): string => Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? kinds.changed;
  const actorOf = ({ actorRole, actorUnit }: ZoneHistoryEntry): string => {
    const role = ROLES.find((one) => one === actorRole);
    return [role === undefined ? null : messages.role[role], actorUnit === null ? null : nameUnit(actorUnit)].filter((part) => part !== null).join(' · ');
  };
  return (
    <details className="rounded-xl border border-line bg-surface" data-testid="zone-history">
      <summary className="cursor-pointer px-4 py-3 text-sm font-semibold">{texts.history}</summary>
      <ol className="divide-y divide-line border-t border-line px-4 text-sm">
        {[...history].reverse().map((entry) => (
          <li key={entry.id} className="tabular flex flex-wrap gap-x-3 py-1.5" data-testid="zone-history-entry" data-kind={entry.kind}>
            <span className={entry.kind === 'refused' ? 'font-medium text-alarm' : 'font-medium'}>{labelOf(entry.kind)}</span>
            <span className="text-xs leading-5 text-ink-2">{formatInstant(entry.at)} · {actorOf(entry)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
