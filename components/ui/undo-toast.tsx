'use client';

import { Undo2, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Button, IconButton } from './button';
import { usePreferences } from './preferences';

interface UndoToastProps {
  readonly text: string;
  readonly undoLabel: string;
  /** Absent once it can not be taken back. */
  readonly onUndo?: (() => void) | undefined;
  readonly onClose: () => void;
  /** A link to what came of it. */
  readonly children?: ReactNode;
}

const SHOWN_MS = 10_000;

/** Says at the lower edge what was done, with the way to take it back; goes by itself. */
export function UndoToast({ text, undoLabel, onUndo, onClose, children }: UndoToastProps) {
  const { messages } = usePreferences();
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, onClose]);
  return createPortal(
    <div className="float-card fixed bottom-20 left-1/2 z-50 flex w-[min(94vw,560px)] -translate-x-1/2 flex-wrap items-center gap-2 px-4 py-2.5 text-sm md:bottom-6" role="status" data-testid="toast">
      <span className="min-w-0 flex-1">{text}</span>
      {children}
      {onUndo === undefined ? null : <Button size="small" onClick={onUndo} data-testid="toast-undo"><Undo2 size={14} aria-hidden /> {undoLabel}</Button>}
      <IconButton label={messages.app.close} className="size-8" onClick={onClose}><X size={16} aria-hidden /></IconButton>
    </div>,
    document.body,
  );
}
