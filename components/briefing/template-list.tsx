'use client';

import { CalendarClock, Plus } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useState } from 'react';
import type { BriefingTemplate } from '@/lib/domain/briefing';
import { nextRunOf } from '@/lib/briefing/next-run';
import type { Day } from '@/lib/domain/instant';
import { formatInstant } from '@/lib/format/format-instant';
import type { Reference } from '@/components/data/api-types';
import { postJson, send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { SwitchRow } from '@/components/ui/switch-row';
import { UndoToast } from '@/components/ui/undo-toast';
import { useNow } from '@/components/ui/use-now';
import { formatMinute, nameBriefingArea, nameWeekdays } from './briefing-words';
import { TemplateDialog } from './template-dialog';

interface TemplateListProps {
  readonly templates: readonly BriefingTemplate[];
  readonly reference: Reference;
  readonly today: Day;
  readonly onChanged: () => void;
}

/** The body that makes a template anew. */
const bodyOf = ({ name, area, periodKind, classification, showsText, minuteOfDay, weekdays, isActive }: BriefingTemplate) => ({ name, area, periodKind, classification, showsText, minuteOfDay, weekdays, isActive });

/** Briefings that compose themselves: when, of what, and the latest of each. */
export function TemplateList({ templates, reference, today, onChanged }: TemplateListProps) {
  const { messages, language } = usePreferences();
  const { templates: texts, pins, periods } = messages.briefings;
  const [edited, setEdited] = useState<BriefingTemplate | 'new' | null>(null);
  const [removed, setRemoved] = useState<BriefingTemplate | null>(null);
  const action = useAction();
  const close = useCallback(() => setRemoved(null), []);
  const run = (change: (id: string) => Promise<void>): void => void action.run(change).then(onChanged);
  const remove = (template: BriefingTemplate): void => run(async () => {
    await send('DELETE', `/api/briefings/templates/${template.id}`);
    setRemoved(template);
  });
  const undo = (): void => run(async (id) => {
    if (removed !== null) await postJson('/api/briefings/templates', { id, ...bodyOf(removed) });
    setRemoved(null);
  });
  const setActive = ({ id, version }: BriefingTemplate, isActive: boolean): void => run(() => send('PATCH', `/api/briefings/templates/${id}`, { version, isActive }));
  return (
    <div className="space-y-3">
      <div className="flex justify-end"><Button onClick={() => setEdited('new')} data-testid="template-add"><Plus size={16} aria-hidden /> {texts.add}</Button></div>
      {templates.length === 0 ? <StateNote icon={<CalendarClock size={30} />} title={texts.empty} hint={texts.emptyHint} testId="no-templates" /> : (
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface" data-testid="template-list">
          {templates.map((template) => (
            <li key={template.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3" data-testid="template-row" data-template={template.id}>
              <div className="min-w-60 flex-1">
                <p className="text-sm font-medium">{template.name}</p>
                <p className="tabular text-xs text-ink-2">{[nameBriefingArea(template.area, reference, language, messages), periods[template.periodKind], texts.at(formatMinute(template.minuteOfDay), nameWeekdays(template.weekdays, messages))].join(' · ')}</p>
                <NextRun template={template} />
                {template.last === null ? null : <Link href={`/briefings/${template.last.id}`} prefetch={false} className="tabular text-xs font-medium text-accent underline">{template.last.number}</Link>}
              </div>
              <div className="w-40"><SwitchRow label={template.isActive ? texts.active : texts.paused} checked={template.isActive} onChange={(isActive) => setActive(template, isActive)} testId="template-active" /></div>
              <Button size="small" onClick={() => setEdited(template)} data-testid="template-edit">{texts.edit}</Button>
              <Button size="small" kind="ghost" onClick={() => remove(template)} disabled={action.busy} data-testid="template-remove">{texts.remove}</Button>
            </li>
          ))}
        </ul>
      )}
      {action.error === null ? null : <p role="alert" className="text-xs text-alarm">{action.error.message}</p>}
      {edited === null ? null : <TemplateDialog template={edited === 'new' ? null : edited} reference={reference} today={today} onClose={() => setEdited(null)} onSaved={() => { setEdited(null); onChanged(); }} />}
      {removed === null ? null : <UndoToast text={texts.removed(removed.name)} undoLabel={pins.undo} onUndo={undo} onClose={close} />}
    </div>
  );
}

function NextRun({ template }: { readonly template: BriefingTemplate }) {
  const { messages } = usePreferences();
  const { templates: texts } = messages.briefings;
  const next = nextRunOf(template, useNow(30_000));
  return next === null ? null : <p className="tabular text-xs text-ink-2" data-testid="template-next">{texts.next(formatInstant(next))}</p>;
}
