'use client';

import { useState } from 'react';
import type { DisputeRule, DisputeRuleVersion } from '@/lib/domain/dispute';
import { disputeRuleSchema } from '@/lib/domain/dispute';
import { formatInstant } from '@/lib/format/format-instant';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';

const FIELDS = ['high', 'medium', 'low', 'warn', 'failed', 'hours'] as const;
type RuleField = (typeof FIELDS)[number];
type RuleDraft = Readonly<Record<RuleField, string>>;

/** A rule as its form shows it; the share in whole per cent. */
export function toRuleDraft({ days, warnShare, failedSessions, highRiskSessionHours }: DisputeRule): RuleDraft {
  return { high: String(days.high), medium: String(days.medium), low: String(days.low), warn: String(Math.round(warnShare * 100)), failed: String(failedSessions), hours: String(highRiskSessionHours) };
}

/** The rule a form says; null when a number is none or out of its range. A share that was not touched stays as exact as it was. */
export function parseRuleDraft(draft: RuleDraft, before: DisputeRule): DisputeRule | null {
  const number = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const warnShare = draft.warn === toRuleDraft(before).warn ? before.warnShare : number(draft.warn) / 100;
  const parsed = disputeRuleSchema.safeParse({ days: { high: number(draft.high), medium: number(draft.medium), low: number(draft.low) }, warnShare, failedSessions: number(draft.failed), highRiskSessionHours: number(draft.hours) });
  return parsed.success ? parsed.data : null;
}

interface RuleDialogProps {
  readonly newest: DisputeRuleVersion;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** The form of the rule of deadlines; each saving is a version of its own. */
export function RuleDialog({ newest, onClose, onChanged }: RuleDialogProps) {
  const { messages } = usePreferences();
  const { rule: texts } = messages.disputes;
  const [draft, setDraft] = useState(() => toRuleDraft(newest.rule));
  const [isBad, setIsBad] = useState(false);
  const action = useAction();
  const submit = async (): Promise<void> => {
    const rule = parseRuleDraft(draft, newest.rule);
    setIsBad(rule === null);
    if (rule === null || !(await action.run(() => send('PUT', '/api/disputes/rules', { version: newest.version, rule })))) return;
    onChanged();
    onClose();
  };
  return (
    <FormDialog title={texts.title} hint={texts.hint} action={action} submitLabel={texts.save} onSubmit={() => void submit()} onClose={onClose} testId="rule-dialog">
      <p className="tabular text-xs text-ink-2">{texts.version(String(newest.version), formatInstant(newest.recordedAt))}{newest.assumed ? `. ${texts.assumed}` : ''}</p>
      <div className="grid grid-cols-2 items-end gap-3">
        {FIELDS.map((name) => (
          <Field key={name} label={texts[name]}>
            {(props) => <input {...props} inputMode="numeric" autoComplete="off" className="control tabular" value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} data-testid={`rule-${name}`} />}
          </Field>
        ))}
      </div>
      {isBad ? <p role="alert" className="text-xs text-alarm">{texts.bad}</p> : null}
    </FormDialog>
  );
}
