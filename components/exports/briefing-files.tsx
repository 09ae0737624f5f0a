'use client';

import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { EXPORT_THEMES, type ExportForm, type ExportTheme } from '@/lib/domain/export-file';
import { LANGUAGES, type Language } from '@/lib/format/language';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { SwitchRow } from '@/components/ui/switch-row';
import { ExportProgress } from './export-progress';
import { SIZE_PRESETS } from './size-presets';
import { useExportFile } from './use-export-file';

const FORMS = ['pptx', 'pdf', 'xlsx'] as const satisfies readonly ExportForm[];

/** A whole briefing as a file: slides, document or numbers. */
export function BriefingFiles({ briefingId }: { readonly briefingId: string }) {
  const { messages, language: current } = usePreferences();
  const { files: texts } = messages.briefings;
  const [form, setForm] = useState<(typeof FORMS)[number]>('pptx');
  const [language, setLanguage] = useState<Language>(current);
  const [theme, setTheme] = useState<ExportTheme>('light');
  const [masked, setMasked] = useState(false);
  const making = useExportFile();
  const start = (): void => making.start({ form, source: { kind: 'briefing', id: briefingId }, language, theme, masked, size: SIZE_PRESETS.slide });
  return (
    <Section title={texts.title} testId="briefing-files">
      <div className="space-y-3">
        <Field label={texts.form}>
          {(attributes) => <select {...attributes} className="control" value={form} onChange={(event) => setForm(FORMS.find((one) => one === event.target.value) ?? 'pptx')} data-testid="export-form">{FORMS.map((one) => <option key={one} value={one}>{texts.forms[one]}</option>)}</select>}
        </Field>
        <Segmented label={texts.language} value={language} options={LANGUAGES.map((value) => ({ value, label: texts.languages[value] }))} onChange={setLanguage} />
        {form === 'xlsx' ? null : <Segmented label={texts.theme} value={theme} options={EXPORT_THEMES.map((value) => ({ value, label: texts.themes[value] }))} onChange={setTheme} />}
        <SwitchRow label={texts.masked} checked={masked} onChange={setMasked} testId="export-masked" />
        <Button kind="primary" className="w-full" onClick={start} disabled={making.action.busy} data-testid="export-start"><FileDown size={16} aria-hidden /> {texts.make}</Button>
        <ExportProgress making={making} />
      </div>
    </Section>
  );
}
