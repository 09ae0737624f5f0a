'use client';

import { ChartColumn, FlaskConical, Map as MapIcon, SquareDashed, type LucideIcon } from 'lucide-react';
import type { BriefingPin, PinKind } from '@/lib/domain/briefing';
import { formatInstant } from '@/lib/format/format-instant';
import { usePreferences } from '@/components/ui/preferences';

export const PIN_ICONS: Readonly<Record<PinKind, LucideIcon>> = { map: MapIcon, chart: ChartColumn, zone: SquareDashed, analysis: FlaskConical };

interface PinChoiceProps {
  readonly label: string;
  readonly pins: readonly BriefingPin[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Waiting pins to choose from. */
export function PinChoice({ label, pins, chosen, onChange }: PinChoiceProps) {
  const { messages } = usePreferences();
  const { pins: texts } = messages.briefings;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium text-ink-2">{label}</legend>
      <ul className="scroll-quiet max-h-48 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {pins.map(({ id, kind, title, createdAt }) => {
          const Icon = PIN_ICONS[kind];
          return (
            <li key={id}>
              <label className="flex min-h-10 items-center gap-2.5 px-3 py-1 text-sm hover:bg-sunken">
                <input type="checkbox" className="size-4 shrink-0" value={id} checked={chosen.includes(id)} onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} data-testid="pin-choice" />
                <Icon size={15} aria-hidden className="shrink-0 text-ink-3" /><span className="min-w-0 flex-1 truncate">{title}</span><span className="tabular text-xs text-ink-3">{texts.kinds[kind]} · {formatInstant(createdAt)}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
