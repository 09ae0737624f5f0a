'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

/** Shortcuts, and the words of the trade. */
export function HelpDialog({ open, onOpenChange }: { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
  const { messages } = usePreferences();
  const { help } = messages;
  const shortcuts: readonly (readonly [string, string])[] = [
    ['/', help.search], ['N', help.report], ['G', help.zone], ['L', help.language], ['D', help.theme], ['?', help.help], ['Esc', help.escape],
    ['← ↑ → ↓', help.pan], ['+ −', help.zoom], ['Enter', help.locate], ['← →', help.brush],
  ];
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content aria-describedby={undefined} className="float-card scroll-quiet fixed top-1/2 left-1/2 z-50 max-h-[86vh] w-[min(92vw,460px)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto p-5" data-testid="help-dialog">
          <div className="flex items-center">
            <Dialog.Title className="text-lg font-semibold">{help.title}</Dialog.Title>
            <Dialog.Close asChild><IconButton label={messages.app.close} className="ml-auto"><X size={18} aria-hidden /></IconButton></Dialog.Close>
          </div>
          <dl className="mt-3 divide-y divide-line">
            {shortcuts.map(([keys, what]) => (
              <div key={`${keys}${what}`} className="flex items-center gap-4 py-1.5">
                <dt className="w-24 shrink-0"><kbd className="rounded border border-edge bg-sunken px-1.5 py-0.5 font-sans text-xs">{keys}</kbd></dt>
                <dd className="text-sm">{what}</dd>
              </div>
            ))}
          </dl>
          <h3 className="eyebrow mt-4">{help.words}</h3>
          <ul className="mt-1 space-y-1.5 text-sm text-ink-2">{[help.wordZone, help.wordJunction, help.wordLead].map((text) => <li key={text}>{text}</li>)}</ul>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
