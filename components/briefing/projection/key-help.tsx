'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

interface KeyHelpProps {
  readonly onClose: () => void;
}

const KEYS = [
  ['next', '→ ↓ PgDn ␣'], ['previous', '← ↑ PgUp ⌫'], ['firstLast', 'Home End'], ['jump', '1…99 ⏎'], ['black', 'B .'], ['numbers', 'S'], ['theme', 'T'], ['presenter', 'P'], ['loop', 'L'], ['pace', '− +'],
  ['fullScreen', 'F F5'], ['help', '?'], ['escape', 'Esc'],
] as const;

/** The keys of the projection. */
export function KeyHelp({ onClose }: KeyHelpProps) {
  const { messages } = usePreferences();
  const { present: texts } = messages.briefings;
  return (
    <div className="float-card absolute top-1/2 left-1/2 z-30 w-[min(92vw,560px)] -translate-x-1/2 -translate-y-1/2 p-5" role="dialog" aria-label={texts.help} data-testid="present-help-card">
      <div className="mb-3 flex items-center"><h2 className="flex-1 text-base font-semibold">{texts.help}</h2><IconButton label={messages.app.close} onClick={onClose}><X size={18} aria-hidden /></IconButton></div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 text-sm">
        {KEYS.map(([name, keys]) => <div key={name} className="contents"><dt>{texts.keys[name]}</dt><dd className="text-right"><kbd className="rounded border border-edge bg-sunken px-1.5 py-0.5 text-xs">{keys}</kbd></dd></div>)}
      </dl>
    </div>
  );
}
