import { accessSync, constants, statSync } from 'node:fs';
import { UsageError } from './usage-error';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be used by this account',
  EPERM: 'may not be used by this account',
  EROFS: 'is on a file system that can not be written to',
};

function explain(path: string, error: unknown): UsageError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new UsageError(`${path} ${REASONS[code] ?? `can not be used: ${message}`}`);
}

type Kind = 'file' | 'folder';

function requireAccess(path: string, kind: Kind, mode: number): void {
  try {
    const found = statSync(path);
    if (kind === 'file' ? !found.isFile() : !found.isDirectory()) throw new UsageError(`${path} is no ${kind}`);
    accessSync(path, mode);
  } catch (error) {
    throw error instanceof UsageError ? error : explain(path, error);
  }
}

/** @throws UsageError when a path is no file that this account may read. */
export function requireReadableFile(path: string): void {
  requireAccess(path, 'file', constants.R_OK);
}

/** @throws UsageError when a path is no folder in which this account may write. */
export function requireWritableFolder(path: string): void {
  requireAccess(path, 'folder', constants.W_OK | constants.X_OK);
}
