import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that tests call, and where to get it. */
export interface Wanted {
  /** Name on the PATH, without `.exe`. */
  readonly program: string;
  /** Environment variable that may name its path. */
  readonly variable: string;
  /** Places outside the PATH where installers put it. */
  readonly places: readonly string[];
  /** Debian packages and Homebrew arguments that bring it. */
  readonly debian: readonly string[];
  readonly brew: readonly string[];
  /** Where a person gets it when neither is there. */
  readonly advice: string;
}

const APT = '/usr/bin/apt-get';
/** Seconds that apt-get waits for another apt-get. */
const APT_PATIENCE_S = 300;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a program that is already here: its variable's, the PATH's, the usual places'. */
export function findProgram({ program, variable, places }: Pick<Wanted, 'program' | 'variable' | 'places'>): string | undefined {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, file));
  return [process.env[variable] ?? '', ...onPath, ...places].find((path) => path !== '' && isProgram(path));
}

/** Runs one step of an installation, says which, and leaves judging to whoever looks for the program afterwards. */
export function runStep(program: string, args: readonly string[]): void {
  console.log(`installing for the tests: ${program} ${args.join(' ')}`);
  spawnSync(program, [...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Whether this system installs packages with apt-get. */
export const hasApt = (): boolean => process.platform === 'linux' && existsSync(APT);

/** Installs Debian packages, as root or as far as sudo lets the user; `bare` leaves out what they only recommend. */
export function installDebian(packages: readonly string[], { bare = false }: { readonly bare?: boolean } = {}): void {
  const [program = APT, ...before] = process.getuid?.() === 0 ? [APT] : ['sudo', '-n', APT];
  const wait = ['-o', `DPkg::Lock::Timeout=${String(APT_PATIENCE_S)}`];
  runStep(program, [...before, ...wait, 'update']);
  runStep(program, [...before, ...wait, 'install', '-y', ...(bare ? ['--no-install-recommends'] : []), ...packages]);
}

/**
 * Path of a program, installed by the system's own means when it is not here.
 *
 * @throws Error when it can not be had: a test that needs it never passes by not running.
 */
export function requireProgram(wanted: Wanted): string {
  const found = findProgram(wanted);
  if (found !== undefined) return found;
  if (hasApt()) installDebian(wanted.debian, { bare: true });
  else if (process.platform === 'darwin') runStep('brew', ['install', ...wanted.brew]);
  const installed = findProgram(wanted);
  if (installed === undefined) throw new Error(`no ${wanted.program} found or installable: ${wanted.advice}, or name its path in ${wanted.variable}`);
  return installed;
}
