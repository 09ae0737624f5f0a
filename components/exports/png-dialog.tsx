'use client';

import { ImageDown } from 'lucide-react';
import { useState } from 'react';
import { EXPORT_THEMES, type ExportSource, type ExportTheme } from '@/lib/domain/export-file';
import { formatCount } from '@/lib/format/format-number';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { SwitchRow } from '@/components/ui/switch-row';
import { ExportProgress } from './export-progress';
import { draftOfSize, presetOf, readSize, SIZE_LIMITS, SIZE_PRESETS, type SizePreset } from './size-presets';
import { useExportFile } from './use-export-file';

interface PngButtonProps {
  /** What is drawn, read when the button is pressed: a page's address changes as it is used. */
  readonly source: () => ExportSource;
  readonly label?: string;
  /** Its sign alone, among the controls of a map. */
  readonly asIcon?: boolean;
  readonly size?: 'small' | 'medium';
}

const NAMES = ['width', 'height', 'dpi'] as const;

/** "Xuất ảnh": asks for size and look, and has the server draw the map. */
export function PngButton({ source, label, asIcon = false, size = 'small' }: PngButtonProps) {
  const { messages } = usePreferences();
  const { png } = messages.briefings;
  const [chosen, setChosen] = useState<ExportSource | null>(null);
  return (
    <>
      {asIcon ? <IconButton label={label ?? png.button} className="size-8" onClick={() => setChosen(source())} data-testid="png-open"><ImageDown size={16} aria-hidden /></IconButton>
        : <Button size={size} onClick={() => setChosen(source())} data-testid="png-open"><ImageDown size={14} aria-hidden /> {label ?? png.button}</Button>}
      {chosen === null ? null : <PngDialog source={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function PngDialog({ source, onClose }: { readonly source: ExportSource; readonly onClose: () => void }) {
  const { messages, language, theme: current } = usePreferences();
  const { png, files } = messages.briefings;
  const [draft, setDraft] = useState(() => draftOfSize(SIZE_PRESETS.slide));
  const [isOwn, setOwn] = useState(false);
  const [theme, setTheme] = useState<ExportTheme>(current);
  const [masked, setMasked] = useState(false);
  const making = useExportFile();
  const { size, faults } = readSize(draft);
  const preset = isOwn ? 'own' : presetOf(draft);
  const choose = (name: SizePreset | 'own'): void => {
    setOwn(name === 'own');
    if (name !== 'own') setDraft(draftOfSize(SIZE_PRESETS[name]));
  };
  const limits = (name: (typeof NAMES)[number]): string => png.bad(formatCount(SIZE_LIMITS[name][0], language), formatCount(SIZE_LIMITS[name][1], language));
  const submit = (): void => { if (size !== null) making.start({ form: 'png', source, language, theme, masked, size }); };
  return (
    <FormDialog title={png.title} hint={png.hint} action={making.action} submitLabel={png.submit} onSubmit={submit} onClose={onClose} testId="png-dialog">
      <Field label={png.preset}>
        {(attributes) => (
          <select {...attributes} className="control" value={preset} onChange={(event) => choose(event.target.value as SizePreset | 'own')} data-testid="png-preset">
            {([...Object.keys(SIZE_PRESETS), 'own'] as (SizePreset | 'own')[]).map((name) => <option key={name} value={name}>{png.presets[name]}</option>)}
          </select>
        )}
      </Field>
      <div className="grid grid-cols-3 gap-2">
        {NAMES.map((name) => (
          <Field key={name} label={png[name]} error={faults.includes(name) ? limits(name) : making.action.error?.fields[`size.${name}`]}>
            {(attributes) => <input {...attributes} className="control tabular" inputMode="numeric" autoComplete="off" value={draft[name]} onChange={(event) => { setOwn(true); setDraft({ ...draft, [name]: event.target.value }); }} data-testid={`png-${name}`} />}
          </Field>
        ))}
      </div>
      <div><p className="mb-1 text-xs font-medium text-ink-2" aria-hidden>{files.theme}</p><Segmented label={files.theme} value={theme} options={EXPORT_THEMES.map((value) => ({ value, label: files.themes[value] }))} onChange={setTheme} /></div>
      <SwitchRow label={files.masked} checked={masked} onChange={setMasked} testId="png-masked" />
      <ExportProgress making={making} />
    </FormDialog>
  );
}
