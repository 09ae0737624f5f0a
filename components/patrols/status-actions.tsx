'use client';

import type { Patrol, PatrolStatus } from '@/lib/domain/patrol';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

interface StatusActionsProps {
  readonly patrol: Patrol;
  readonly onChanged: () => void;
}

const NEXT: Readonly<Record<PatrolStatus, readonly PatrolStatus[]>> = { planned: ['done', 'cancelled'], done: ['planned'], cancelled: ['planned'] };

/** What can become of a patrol now. */
export function StatusActions({ patrol, onChanged }: StatusActionsProps) {
  const { messages } = usePreferences();
  const { detail } = messages.patrols;
  const action = useAction();
  const labels: Readonly<Record<PatrolStatus, string>> = { done: detail.markDone, cancelled: detail.cancelPatrol, planned: detail.reopen };
  const change = async (status: PatrolStatus): Promise<void> => {
    await action.run(() => send('PATCH', `/api/patrols/${patrol.id}`, { version: patrol.version, status }));
    onChanged();
  };
  return (
    <>
      {action.error === null ? null : <p role="alert" className="text-xs text-alarm">{action.error.message}</p>}
      {NEXT[patrol.status].map((status) => <Button key={status} size="small" disabled={action.busy} onClick={() => void change(status)} data-testid={`patrol-${status}`}>{labels[status]}</Button>)}
    </>
  );
}
