'use client';

import { ExternalLink, MonitorUp, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useState } from 'react';
import type { BriefingPin } from '@/lib/domain/briefing';
import { formatInstant } from '@/lib/format/format-instant';
import { postJson, send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { UndoToast } from '@/components/ui/undo-toast';
import { PIN_ICONS } from './pin-choice';

interface PinListProps {
  readonly pins: readonly BriefingPin[];
  readonly onChanged: () => void;
}

/** The tray: what waits for a briefing. */
export function PinList({ pins, onChanged }: PinListProps) {
  const { messages } = usePreferences();
  const { pins: texts } = messages.briefings;
  const [removed, setRemoved] = useState<BriefingPin | null>(null);
  const action = useAction();
  const close = useCallback(() => setRemoved(null), []);
  const remove = (pin: BriefingPin): void => void action.run(async () => {
    await send('DELETE', `/api/briefings/pins/${pin.id}`);
    setRemoved(pin);
    onChanged();
  });
  const undo = (): void => void action.run(async (id) => {
    if (removed !== null) await postJson('/api/briefings/pins', { id, kind: removed.kind, title: removed.title, path: removed.path });
    setRemoved(null);
    onChanged();
  });
  return (
    <>
      {pins.length === 0 ? <StateNote icon={<MonitorUp size={30} />} title={texts.empty} hint={texts.emptyHint} testId="no-pins" /> : (
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface" data-testid="pin-list">
          {pins.map((pin) => {
            const Icon = PIN_ICONS[pin.kind];
            return (
              <li key={pin.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5" data-testid="pin-row" data-pin={pin.id}>
                <Icon size={18} aria-hidden className="shrink-0 text-ink-3" />
                <div className="min-w-0 flex-1">
                  <p className="truncate text-sm font-medium">{pin.title}</p>
                  <p className="tabular text-xs text-ink-2">{texts.kinds[pin.kind]} · {formatInstant(pin.createdAt)}{pin.isMine ? ` · ${texts.mine}` : ''}</p>
                </div>
                <Link href={pin.path} prefetch={false} aria-label={`${messages.briefings.list.edit}: ${pin.title}`} className="inline-flex size-9 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken"><ExternalLink size={16} aria-hidden /></Link>
                <IconButton label={`${texts.remove}: ${pin.title}`} onClick={() => remove(pin)} disabled={action.busy} data-testid="pin-remove"><Trash2 size={16} aria-hidden /></IconButton>
              </li>
            );
          })}
        </ul>
      )}
      {action.error === null ? null : <p role="alert" className="mt-2 text-xs text-alarm">{action.error.message}</p>}
      {removed === null ? null : <UndoToast text={texts.removed(removed.title)} undoLabel={texts.undo} onUndo={undo} onClose={close} />}
    </>
  );
}
