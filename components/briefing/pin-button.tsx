'use client';

import { MonitorUp } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useState } from 'react';
import { MAY_COMPOSE, type BriefingPin, type NewPin } from '@/lib/domain/briefing';
import type { Role } from '@/lib/domain/role';
import { postJson, send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { UndoToast } from '@/components/ui/undo-toast';

interface PinButtonProps {
  readonly role: Role | null;
  /** What is pinned, read when the button is pressed: a page's address changes as it is used. */
  readonly pin: () => Omit<NewPin, 'id'>;
  readonly size?: 'small' | 'medium';
  /** Its sign alone, among the controls of a map. */
  readonly asIcon?: boolean;
  readonly className?: string;
  readonly testId?: string;
}

/** Most letters of a pin's title. */
const TITLE_LETTERS = 200;

/** The address of the page with its query. */
export const pathOfPage = (): string => `${window.location.pathname}${window.location.search}`;

/** "Đưa vào giao ban": keeps what is looked at for a briefing; can be taken back at once. Not there for roles that compose none. */
export function PinButton({ role, pin, size = 'small', asIcon = false, className, testId = 'pin' }: PinButtonProps) {
  const { messages } = usePreferences();
  const { pins: texts } = messages.briefings;
  const [pinned, setPinned] = useState<BriefingPin | null>(null);
  const action = useAction();
  const { clear } = action;
  const close = useCallback(() => {
    setPinned(null);
    clear();
  }, [clear]);
  if (role === null || !MAY_COMPOSE.includes(role)) return null;
  const keep = (): void => void action.run(async (id) => {
    const { title, ...rest } = pin();
    setPinned(await postJson<BriefingPin>('/api/briefings/pins', { id, title: title.slice(0, TITLE_LETTERS), ...rest }));
  });
  const undo = (): void => void action.run(async () => {
    if (pinned !== null) await send('DELETE', `/api/briefings/pins/${pinned.id}`);
    setPinned(null);
  });
  return (
    <>
      {asIcon ? <IconButton label={texts.pin} className="size-8" onClick={keep} disabled={action.busy} data-testid={testId}><MonitorUp size={16} aria-hidden /></IconButton>
        : <Button size={size} className={className} onClick={keep} disabled={action.busy} data-testid={testId}><MonitorUp size={14} aria-hidden /> {texts.pin}</Button>}
      {pinned !== null ? (
        <UndoToast text={action.error === null ? texts.pinned(pinned.title) : texts.failed} undoLabel={texts.undo} onUndo={undo} onClose={close}>
          <Link href="/briefings?tab=pins" prefetch={false} className="text-xs font-medium text-accent underline">{texts.open}</Link>
        </UndoToast>
      ) : action.error !== null ? <UndoToast text={`${texts.failed} ${action.error.message}`} undoLabel={texts.undo} onClose={close} /> : null}
    </>
  );
}
