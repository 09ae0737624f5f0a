'use client';

import { useState } from 'react';
import type { BriefingDetail } from '@/lib/domain/briefing';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { PinChoice } from '../pin-choice';
import { isUnderWay, usePins } from '../use-briefings';

interface TakePinsProps {
  readonly briefing: BriefingDetail;
  readonly onTaken: () => void;
}

/** Waiting pins that become slides of this briefing. Not there when nothing waits. */
export function TakePins({ briefing, onTaken }: TakePinsProps) {
  const { messages } = usePreferences();
  const { pins: texts, tabs } = messages.briefings;
  const query = usePins(true);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const action = useAction();
  const pins = query.state === 'ready' ? query.data.pins : [];
  const wanted = chosen.filter((id) => pins.some((pin) => pin.id === id));
  if (pins.length === 0) return null;
  const take = async (): Promise<void> => {
    if (await action.run(() => send('POST', `/api/briefings/${briefing.id}/pins`, { version: briefing.version, pins: wanted }))) setChosen([]);
    query.refresh();
    onTaken();
  };
  const isBusy = action.busy || isUnderWay(briefing);
  return (
    <Section title={tabs.pins} testId="take-pins">
      <div className="space-y-2">
        <PinChoice label={tabs.pins} pins={pins} chosen={wanted} onChange={setChosen} />
        <Button size="small" kind="primary" disabled={wanted.length === 0 || isBusy} onClick={() => void take()} data-testid="take-pins-submit">{isBusy ? texts.taking : texts.take}</Button>
        {action.error === null ? null : <p role="alert" className="text-xs text-alarm">{action.error.kind === 'conflict' ? messages.briefings.conflict.title : action.error.message}</p>}
      </div>
    </Section>
  );
}
