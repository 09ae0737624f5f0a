'use client';

import { PencilLine, Scissors } from 'lucide-react';
import type { Zone, ZoneStatus } from '@/lib/domain/zone';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

interface ZoneActionsProps {
  readonly zone: Zone;
  readonly onEdit: () => void;
  readonly onSplit: () => void;
  readonly onChanged: () => void;
}

const NEXT: Readonly<Record<ZoneStatus, readonly ZoneStatus[]>> = { draft: ['active', 'closed'], active: ['closed'], closed: [] };

/** What who may draw can do with a zone now. */
export function ZoneActions({ zone, onEdit, onSplit, onChanged }: ZoneActionsProps) {
  const { messages } = usePreferences();
  const { detail, split } = messages.zones;
  const action = useAction();
  const labels: Readonly<Record<ZoneStatus, string>> = { active: detail.activate, closed: detail.close, draft: '' };
  const change = async (status: ZoneStatus): Promise<void> => {
    await action.run(() => send('PATCH', `/api/zones/${zone.id}`, { version: zone.version, status }));
    onChanged();
  };
  return (
    <>
      {action.error === null ? null : <p role="alert" className="text-xs text-alarm">{action.error.message}</p>}
      <Button size="small" onClick={onSplit} data-testid="zone-split"><Scissors size={14} aria-hidden /> {split.title}</Button>
      <Button size="small" onClick={onEdit} data-testid="zone-edit"><PencilLine size={14} aria-hidden /> {detail.edit}</Button>
      {NEXT[zone.status].map((status) => <Button key={status} size="small" kind={status === 'active' ? 'primary' : 'plain'} disabled={action.busy} onClick={() => void change(status)} data-testid={`zone-to-${status}`}>{labels[status]}</Button>)}
    </>
  );
}
