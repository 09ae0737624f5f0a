'use client';

import type { IncidentStatus } from '@/lib/domain/incident';
import { ROLES } from '@/lib/domain/role';
import { INCIDENT_STATUSES } from '@/lib/domain/incident';
import { formatInstant } from '@/lib/format/format-instant';
import { formatShortWardName } from '@/lib/format/format-ward-name';
import type { Messages } from '@/lib/messages/messages';
import type { HistoryEntry } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';

const statusIn = (value: unknown): IncidentStatus | undefined =>
  typeof value === 'object' && value !== null && 'status' in value ? INCIDENT_STATUSES.find((status) => status === value.status) : undefined;

const KINDS = ['reported', 'created', 'status', 'updated', 'reassigned', 'lead', 'detected', 'decision', 'moved'] as const;

function titleOf(entry: HistoryEntry, messages: Messages): string {
  const kind = KINDS.find((one) => one === entry.kind);
  return kind === undefined ? messages.history.updated : messages.history[kind];
}

/** A unit by name: a ward's unit is known by `editionId:code`, which nobody should have to read. */
function nameUnit(unit: string | null, wardNames: ReadonlyMap<string, string>): string | null {
  const ward = unit === null ? undefined : wardNames.get(unit.replace(':', '/'));
  return ward === undefined ? unit : formatShortWardName(ward);
}

/** What happened to an incident, newest last, as a timeline. */
export function IncidentHistory({ history, wardNames }: { readonly history: readonly HistoryEntry[]; readonly wardNames: ReadonlyMap<string, string> }) {
  const { messages } = usePreferences();
  if (history.length === 0) return null;
  return (
    <section className="mt-5" data-testid="incident-history">
      <h3 className="eyebrow">{messages.incident.history}</h3>
      <ol className="mt-2 border-l-2 border-line pl-4">
        {history.map((entry, index) => {
          const role = ROLES.find((one) => one === entry.actorRole);
          const before = statusIn(entry.before);
          const after = statusIn(entry.after);
          return (
            <li key={`${entry.at}-${index}`} className="relative pb-3 last:pb-0">
              <span aria-hidden className="absolute top-1.5 -left-[21px] size-2 rounded-full bg-accent ring-4 ring-surface" />
              <p className="text-sm">{titleOf(entry, messages)}{before !== undefined && after !== undefined ? `: ${messages.status[before]} → ${messages.status[after]}` : ''}</p>
              <p className="tabular text-xs text-ink-3">
                {formatInstant(entry.at)}
                {role === undefined && entry.actorUnit === null ? '' : ` · ${[role === undefined ? null : messages.role[role], nameUnit(entry.actorUnit, wardNames)].filter((part) => part !== null).join(', ')}`}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
