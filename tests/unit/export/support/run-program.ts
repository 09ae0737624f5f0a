import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireOffice } from '../../../helpers/documents';

/** Runs a program on a file that exists for so long; `{}` among the arguments is its path. @throws when it fails */
export function onFile(program: string, args: readonly string[], bytes: Uint8Array, ending: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-document-'));
  try {
    const file = join(folder, `file.${ending}`);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(program, args.map((one) => (one === '{}' ? file : one)), { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document as LibreOffice converts it, in a profile of its own; `to` may name a filter (`csv:…`). @throws when it does not open */
export function convertInOffice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-office-'));
  try {
    writeFileSync(join(folder, `file.${from}`), bytes);
    const { status, stderr } = spawnSync(requireOffice(), [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `file.${from}`)], { encoding: 'utf8', timeout: 170_000 });
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    return readFileSync(join(folder, `file.${to.split(':')[0]!}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
