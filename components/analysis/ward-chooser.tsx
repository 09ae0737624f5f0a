'use client';

import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { isNameMatch } from '@/lib/format/fold-marks';
import { formatShortWardName } from '@/lib/format/format-ward-name';
import type { WardCollection } from '@/lib/layers/label-layers';
import { usePreferences } from '@/components/ui/preferences';

interface WardChooserProps {
  readonly wards: WardCollection | null;
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  /** One ward only: choosing another takes its place. */
  readonly single?: boolean;
  readonly testId: string;
}

const MOST_MATCHES = 7;

/** Wards found by name, each chosen one with a way to take it back. */
export function WardChooser({ wards, chosen, onChange, single = false, testId }: WardChooserProps) {
  const { messages } = usePreferences();
  const { scope } = messages.analysis;
  const [text, setText] = useState('');
  const listId = useId();
  const features = wards?.features ?? [];
  const nameOf = (code: string): string => formatShortWardName(features.find(({ properties }) => properties.code === code)?.properties.name ?? '…');
  const matches = text.trim() === '' ? [] : features.filter(({ properties: { code, name } }) => !chosen.includes(code) && isNameMatch(name, text)).slice(0, MOST_MATCHES);
  const add = (code: string): void => {
    onChange(single ? [code] : [...chosen, code]);
    setText('');
  };
  return (
    <div className="space-y-1.5" data-testid={testId}>
      {chosen.length === 0 ? null : (
        <ul className="scroll-quiet flex max-h-24 flex-wrap gap-1 overflow-y-auto">
          {chosen.map((code) => (
            <li key={code} className="inline-flex items-center gap-1 rounded-full bg-accent-soft py-0.5 pr-0.5 pl-2.5 text-xs font-medium">
              {nameOf(code)}
              <button type="button" aria-label={scope.removeWard(nameOf(code))} onClick={() => onChange(chosen.filter((one) => one !== code))} className="rounded-full p-1 hover:bg-sunken"><X size={12} aria-hidden /></button>
            </li>
          ))}
        </ul>
      )}
      <input
        type="text" value={text} onChange={(event) => setText(event.target.value)} aria-label={scope.wardSearch} placeholder={scope.wardSearch} autoComplete="off" className="control" data-testid={`${testId}-search`}
        aria-controls={listId} onKeyDown={(event) => { const first = matches[0]; if (event.key === 'Enter') { event.preventDefault(); if (first !== undefined) add(first.properties.code); } }}
      />
      <ul id={listId} aria-label={scope.wardSearch} className={matches.length === 0 ? 'hidden' : 'float-card divide-y divide-line'}>
        {matches.map(({ properties: { code, name, districtName, provinceName } }) => (
          <li key={code}>
            <button type="button" onClick={() => add(code)} className="flex min-h-9 w-full flex-wrap items-baseline gap-x-2 px-2.5 py-1 text-left text-sm hover:bg-sunken" data-testid={`${testId}-match`}>
              {name.normalize('NFC')} <span className="text-xs text-ink-3">{districtName ?? provinceName}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
