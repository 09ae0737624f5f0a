'use client';

import { ArrowLeftRight, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { METHOD_GROUPS, type MethodGroup, type MethodId } from '@/lib/domain/analysis';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { findMethodTexts } from './method-texts';
import type { MethodInfo } from './use-analyses';

interface MethodPickerProps {
  readonly methods: readonly MethodInfo[];
  readonly method: MethodId | null;
  readonly onChange: (method: MethodId) => void;
}

/** The chosen method and its question; a dialog with every question there is. */
export function MethodPicker({ methods, method, onChange }: MethodPickerProps) {
  const { messages, language } = usePreferences();
  const { method: words } = messages.analysis;
  const [open, setOpen] = useState(false);
  const texts = method === null ? null : findMethodTexts(language, method);
  return (
    <section aria-label={words.title}>
      <h2 className="eyebrow mb-1">{words.title}</h2>
      {texts === null ? <Button kind="plain" size="large" className="w-full" onClick={() => setOpen(true)} data-testid="method-choose">{words.choose}</Button> : (
        <div className="rounded-lg border border-line bg-raised p-3" data-testid="method-chosen" data-method={method}>
          <div className="flex items-start gap-2">
            <p className="min-w-0 flex-1 text-sm font-semibold">{texts.title}</p>
            <Button size="small" kind="ghost" className="-mt-1 -mr-1" onClick={() => setOpen(true)} data-testid="method-choose"><ArrowLeftRight size={13} aria-hidden /> {words.change}</Button>
          </div>
          <p className="mt-0.5 text-xs text-ink-2">{texts.question}</p>
        </div>
      )}
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
          <Dialog.Content aria-describedby={undefined} className="float-card fixed top-1/2 left-1/2 z-50 flex max-h-[92dvh] w-[min(96vw,1080px)] -translate-x-1/2 -translate-y-1/2 flex-col" data-testid="method-dialog">
            <div className="flex items-start gap-3 border-b border-line px-5 py-3">
              <div>
                <Dialog.Title className="text-lg font-semibold">{words.pick}</Dialog.Title>
                <p className="text-xs text-ink-2">{words.pickHint}</p>
              </div>
              <Dialog.Close asChild><IconButton label={messages.app.close} className="-mr-2 ml-auto shrink-0"><X size={18} aria-hidden /></IconButton></Dialog.Close>
            </div>
            <div className="scroll-quiet grid min-h-0 gap-x-6 gap-y-5 overflow-y-auto px-5 py-4 md:grid-cols-2">
              {(Object.keys(METHOD_GROUPS) as MethodGroup[]).map((group) => (
                <Group key={group} group={group} methods={methods} chosen={method} onChoose={(id) => { onChange(id); setOpen(false); }} />
              ))}
            </div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </section>
  );
}

interface GroupProps {
  readonly group: MethodGroup;
  readonly methods: readonly MethodInfo[];
  readonly chosen: MethodId | null;
  readonly onChoose: (method: MethodId) => void;
}

function Group({ group, methods, chosen, onChoose }: GroupProps) {
  const { messages, language } = usePreferences();
  const known = (METHOD_GROUPS[group] as readonly MethodId[]).flatMap((id) => {
    const texts = methods.some((method) => method.id === id) ? findMethodTexts(language, id) : null;
    return texts === null ? [] : [{ id, texts }];
  });
  if (known.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold text-accent">{messages.analysis.groups[group]}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {known.map(({ id, texts }) => (
          <li key={id}>
            <button
              type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)} data-testid="method-option" data-method={id}
              className="w-full rounded px-2 py-2 text-left transition-colors duration-150 hover:bg-sunken aria-pressed:bg-accent-soft"
            >
              <span className="block text-sm font-medium">{texts.question}</span>
              <span className="block text-xs text-ink-2">{texts.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
