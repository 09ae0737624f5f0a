import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { hasApt, installDebian, runStep } from './system-programs';

const CANDIDATES = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium that is already here: CHROME_PATH, the system's, Playwright's own. */
export function findChromium(): string | undefined {
  const own = (): string => {
    try {
      return chromium.executablePath();
    } catch {
      return '';
    }
  };
  return [process.env['CHROME_PATH'] ?? '', ...CANDIDATES, own()].find((path) => path !== '' && existsSync(path));
}

/** What draws WebGL without a graphics card; Debian's chromium does not ask for it. */
const SOFTWARE_GL = ['libegl-mesa0', 'libgl1-mesa-dri'];

/** Whether Debian's software WebGL is here, or the system has no Debian packages. */
const hasSoftwareGl = (): boolean => !hasApt() || readdirSync('/usr/lib').some((folder) => existsSync(join('/usr/lib', folder, 'libEGL_mesa.so.0')));

/** Installs a Chromium by the system's own means, as far as the user may; says what it does. */
function installChromium(): void {
  if (hasApt()) installDebian(['chromium', ...SOFTWARE_GL]);
  else runStep(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
}

/**
 * Path of a Chromium, installed when there is none.
 *
 * @throws Error when none can be had: the browser tests never pass by not running.
 */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== undefined) {
    if (!hasSoftwareGl()) installDebian(SOFTWARE_GL);
    return found;
  }
  installChromium();
  const installed = findChromium();
  if (installed === undefined) throw new Error('no Chromium found or installable: set CHROME_PATH to a Chrome or Chromium');
  return installed;
}

/** Starts a headless Chromium that draws WebGL in software and asks no host of its own accord. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: requireChromium(),
    args: [
      '--headless=new', '--no-sandbox', '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist', '--disable-dev-shm-usage',
      '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}
