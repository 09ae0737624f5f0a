'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ExportFile, NewExport } from '@/lib/domain/export-file';
import { RequestError, fetchJson, postJson, send } from '@/components/data/fetch-json';
import { useAction, type Action } from '@/components/data/use-action';

/** Between two questions while a file is made, and after one that was not answered, in milliseconds. */
const [POLL_MS, RETRY_MS] = [500, 2_000];

export const isBeingMade = ({ state }: ExportFile): boolean => state === 'queued' || state === 'running';
export const contentPath = ({ id }: ExportFile): string => `/api/exports/${id}/content`;

/** Offers the bytes of a file that is done as a download of the browser. */
function download(file: ExportFile): void {
  const link = document.createElement('a');
  link.href = contentPath(file);
  link.download = file.fileName;
  link.click();
}

/** A file under way. */
export interface FileInMaking {
  readonly file: ExportFile | null;
  /** Why the last question about it failed; it is asked again. */
  readonly error: RequestError | null;
  readonly action: Action;
  readonly start: (body: Omit<NewExport, 'id'>) => void;
  readonly cancel: () => void;
}

/** Has a file made by the server, follows its queue, and offers it as soon as it is done. */
export function useExportFile(): FileInMaking {
  const [file, setFile] = useState<ExportFile | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const action = useAction();
  const id = file !== null && isBeingMade(file) ? file.id : null;
  useEffect(() => {
    if (id === null) return undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const next = await fetchJson<ExportFile>(`/api/exports/${id}`);
        if (stopped) return;
        setError(null);
        if (isBeingMade(next)) timer = setTimeout(() => void ask(), POLL_MS);
        else if (next.state === 'done') download(next);
        setFile(next);
      } catch (reason) {
        if (stopped) return;
        setError(reason instanceof RequestError ? reason : new RequestError('server', String(reason)));
        timer = setTimeout(() => void ask(), RETRY_MS);
      }
    };
    timer = setTimeout(() => void ask(), POLL_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id]);
  const { run } = action;
  const start = useCallback((body: Omit<NewExport, 'id'>): void => void run(async (requestId) => {
    const made = await postJson<ExportFile>('/api/exports', { id: requestId, ...body });
    if (made.state === 'done') download(made);
    setFile(made);
  }), [run]);
  const cancel = useCallback((): void => void run(async () => {
    if (id === null) return;
    await send('POST', `/api/exports/${id}/cancel`);
    setFile(await fetchJson<ExportFile>(`/api/exports/${id}`));
  }), [run, id]);
  return { file, error, action, start, cancel };
}
