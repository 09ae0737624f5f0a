'use client';

import { LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { ActionForm } from './action-form';
import type { ActionValues, IncidentAction } from './incident-action';
import type { IncidentHandle } from './use-incident';

interface ActionButtonsProps {
  readonly actions: readonly IncidentAction[];
  readonly handle: IncidentHandle;
  readonly label: string;
}

const NOTHING: ActionValues = { ward: '', text: '', confirmDue: null, resolveDue: null, detectedAt: null };

/** Buttons of what can be done; those that need to be told something open a form below them. All rest while a request is under way. */
export function ActionButtons({ actions, handle, label }: ActionButtonsProps) {
  const { messages } = usePreferences();
  const [open, setOpen] = useState<string | null>(null);
  const { busy, send } = handle;
  const shown = actions.find(({ name, needs }) => name === open && needs !== null);
  if (actions.length === 0) return null;
  const press = (action: IncidentAction): void => {
    if (action.needs === null) void send(action.name, action.toCall(NOTHING));
    else setOpen(open === action.name ? null : action.name);
  };
  return (
    <div role="group" aria-label={label}>
      <div className="flex flex-wrap gap-2">
        {actions.map((action) => (
          <Button
            key={action.name} size="small" kind={action.primary ? 'primary' : 'plain'} disabled={busy !== null} className="max-md:h-11 max-md:px-4" onClick={() => press(action)}
            data-testid={`action-${action.name}`} {...(action.needs === null ? {} : { 'aria-expanded': open === action.name })}
          >
            {busy === action.name ? <><LoaderCircle size={14} aria-hidden className="animate-spin" /> {messages.coordination.action.sending}</> : action.label}
          </Button>
        ))}
      </div>
      {shown === undefined || shown.needs === null ? null : (
        <ActionForm key={shown.name} action={shown} needs={shown.needs} handle={handle} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
