'use client';

import { Download, Square } from 'lucide-react';
import { formatCount, formatShare } from '@/lib/format/format-number';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { contentPath, isBeingMade, type FileInMaking } from './use-export-file';

/** How far a file is, the way to stop it, and the file once it is there. */
export function ExportProgress({ making }: { readonly making: FileInMaking }) {
  const { messages, language } = usePreferences();
  const { files: texts } = messages.briefings;
  const { file, error, action } = making;
  const problem = action.error === null ? null : <p role="alert" className="text-xs text-alarm" data-testid="export-error">{action.error.message}</p>;
  if (file === null) return problem;
  const size = (bytes: number): string => (bytes < 1e6 ? texts.kilobytes(formatCount(Math.max(1, bytes / 1e3), language)) : texts.megabytes(new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1e6)));
  const done = (text: string) => <p role="status" className="text-xs text-ink-2">{text}</p>;
  return (
    <div className="space-y-1.5" data-testid="export-file" data-state={file.state} data-form={file.form}>
      {isBeingMade(file) ? (
        <div className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <p role="status" className="tabular text-xs">{error !== null ? texts.unreachable : file.state === 'queued' ? texts.queued : texts.running(formatShare(file.progress, language))}</p>
            <div role="progressbar" aria-label={texts.forms[file.form]} aria-valuenow={Math.round(file.progress * 100)} aria-valuemin={0} aria-valuemax={100} className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken"><div className="h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${(file.progress * 100).toFixed(1)}%` }} /></div>
          </div>
          <Button size="small" onClick={making.cancel} disabled={action.busy} data-testid="export-cancel"><Square size={12} aria-hidden /> {texts.cancel}</Button>
        </div>
      ) : file.state === 'done' ? (
        <>
          <p role="status" className="tabular text-xs break-all">{texts.done(file.fileName, size(file.bytes ?? 0))}</p>
          {file.digest === null ? null : <p className="text-xs break-all text-ink-3" title={texts.digest(file.digest)}>{texts.digest(`${file.digest.slice(0, 16)}…`)}</p>}
          <a href={contentPath(file)} download={file.fileName} className="inline-flex h-8 items-center gap-2 rounded-lg border border-edge px-2.5 text-xs font-medium hover:bg-sunken" data-testid="export-download"><Download size={14} aria-hidden /> {texts.download}</a>
        </>
      ) : file.state === 'cancelled' ? done(texts.cancelled) : <p role="alert" className="text-xs text-alarm">{texts.failed(file.failure ?? '')}</p>}
      {problem}
    </div>
  );
}
