'use client';

import { useState } from 'react';
import { CLASSIFICATIONS, type BriefingDetail, type Classification } from '@/lib/domain/briefing';
import { formatInstant } from '@/lib/format/format-instant';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { SwitchRow } from '@/components/ui/switch-row';
import { namePeriod } from '../briefing-words';
import type { BriefingPart } from './use-deck';

interface PropertiesSectionProps {
  readonly detail: BriefingDetail;
  readonly mayEdit: boolean;
  readonly isSaving: boolean;
  readonly onChange: (part: BriefingPart) => void;
}

/** Title, mark, whether texts are shown, and what the snapshot rests on. */
export function PropertiesSection({ detail, mayEdit, isSaving, onChange }: PropertiesSectionProps) {
  const { messages } = usePreferences();
  const { editor: texts, compose, classifications } = messages.briefings;
  const [title, setTitle] = useState(detail.title);
  const isChanged = title.trim() !== '' && title.trim() !== detail.title;
  return (
    <Section title={texts.properties} testId="briefing-properties">
      <div className="space-y-3">
        {mayEdit ? (
          <>
            <form className="space-y-2" onSubmit={(event) => { event.preventDefault(); if (isChanged) onChange({ title: title.trim() }); }}>
              <Field label={texts.name}>{(attributes) => <textarea {...attributes} rows={2} maxLength={200} className="control h-auto py-1.5" value={title} onChange={(event) => setTitle(event.target.value)} data-testid="briefing-name" />}</Field>
              {isChanged ? <Button type="submit" size="small" kind="primary" disabled={isSaving} data-testid="briefing-name-save">{texts.save}</Button> : null}
            </form>
            <Field label={compose.classification}>{(attributes) => <select {...attributes} className="control" value={detail.classification} disabled={isSaving} onChange={(event) => onChange({ classification: event.target.value as Classification })} data-testid="briefing-classification">{CLASSIFICATIONS.map((one) => <option key={one} value={one}>{classifications[one]}</option>)}</select>}</Field>
            <SwitchRow label={compose.showsText} checked={detail.showsText} onChange={(showsText) => onChange({ showsText })} testId="briefing-shows-text" />
          </>
        ) : null}
        <dl className="space-y-1.5 text-xs">
          <div><dt className="text-ink-2">{compose.period}</dt><dd className="tabular">{namePeriod(detail, messages)}</dd></div>
          <div><dt className="text-ink-2">{compose.asOf}</dt><dd className="tabular">{formatInstant(detail.asOf)}</dd></div>
          {detail.digest === null ? null : <div><dt className="text-ink-2">{texts.digest}</dt><dd className="tabular break-all" data-testid="briefing-digest">{detail.digest}</dd></div>}
        </dl>
      </div>
    </Section>
  );
}
