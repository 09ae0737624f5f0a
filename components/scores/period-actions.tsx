'use client';

import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { ScorePage } from '@/lib/domain/score-page';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';

/** Moves an open period to the newest criteria, and closes it. */
export function PeriodActions({ page, today, onChanged }: { readonly page: ScorePage; readonly today: Day; readonly onChanged: () => void }) {
  const { messages: { scores: { forms } } } = usePreferences();
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const { period, permissions, newestVersion } = page;
  const path = `/api/scores/${period.id}`;
  const send = async (change: () => Promise<unknown>): Promise<void> => {
    const done = await action.run(async () => { await change(); });
    onChanged();
    if (done) setAsking(false);
  };
  const isOver = period.to < today;
  return (
    <>
      {action.error === null || asking ? null : <span role="alert" className="text-xs text-alarm">{action.error.kind === 'conflict' ? forms.conflict : action.error.message}</span>}
      {permissions.write && newestVersion > period.setVersion ? <Button disabled={action.busy} onClick={() => void send(() => sendJson('PATCH', path, { version: period.version, setVersion: newestVersion }))} data-testid="score-use-newest">{forms.useNewest(String(newestVersion))}</Button> : null}
      {permissions.close ? <Button disabled={!isOver} title={isOver ? undefined : forms.notOver} onClick={() => { action.clear(); setAsking(true); }} data-testid="score-close">{forms.close}</Button> : null}
      {asking ? (
        <FormDialog title={forms.closeAsk} action={action} submitLabel={forms.closeAgain} onSubmit={() => void send(() => sendJson('POST', `${path}/close`, { version: period.version }))} onClose={() => setAsking(false)} testId="score-close-dialog">
          <p className="text-sm">{forms.closeHint}</p>
        </FormDialog>
      ) : null}
    </>
  );
}
