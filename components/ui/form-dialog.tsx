'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { FormEvent, ReactNode } from 'react';
import type { Action } from '@/components/data/use-action';
import { Button, IconButton } from './button';
import { usePreferences } from './preferences';

interface FormDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly action: Action;
  readonly submitLabel?: string;
  /** Shown only when no field of the form can show it. */
  readonly knownFields?: readonly string[];
  readonly wide?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly testId: string;
}

/** A form over the page; what was typed stays when sending fails. */
export function FormDialog({ title, hint, action, submitLabel, knownFields = [], wide = false, onSubmit, onClose, children, testId }: FormDialogProps) {
  const { messages } = usePreferences();
  const { clusters } = messages;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit();
  };
  const isShownAtField = action.error !== null && knownFields.some((field) => action.error?.fields[field] !== undefined);
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined} data-testid={testId}
          className={`float-card fixed top-1/2 left-1/2 z-50 flex max-h-[92dvh] -translate-x-1/2 -translate-y-1/2 flex-col ${wide ? 'w-[min(96vw,860px)]' : 'w-[min(96vw,480px)]'}`}
        >
          <form onSubmit={submit} noValidate className="flex min-h-0 flex-col">
            <div className="flex items-start gap-3 border-b border-line px-5 py-3">
              <div>
                <Dialog.Title className="text-base font-semibold">{title}</Dialog.Title>
                {hint === undefined ? null : <p className="mt-0.5 text-xs text-ink-2">{hint}</p>}
              </div>
              <Dialog.Close asChild><IconButton label={messages.app.close} className="-mr-2 ml-auto shrink-0"><X size={18} aria-hidden /></IconButton></Dialog.Close>
            </div>
            <div className="scroll-quiet min-h-0 space-y-4 overflow-y-auto px-5 py-4">{children}</div>
            <div className="flex items-center gap-2 border-t border-line px-5 py-3">
              {action.error === null || isShownAtField ? null : <p role="alert" className="text-xs text-alarm" data-testid="form-error">{action.error.message}</p>}
              <span className="flex-1" />
              <Button onClick={onClose}>{clusters.cancel}</Button>
              <Button type="submit" kind="primary" disabled={action.busy} data-testid="form-submit">{action.busy ? clusters.saving : (submitLabel ?? clusters.save)}</Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
