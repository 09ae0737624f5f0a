// Adds to package-lock.json the optional packages of other platforms that the registry in use does not carry.
//
// npm leaves a package it cannot see out of the lock and then refuses the lock in `npm ci` ("Missing: …-darwin-arm64 …").
// An entry with version, os, cpu and `optional` is enough: npm skips it on every platform it is not for, and fetches it
// on the one it is for. Run after each change of dependencies: `npm run lock:complete`.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../../package-lock.json', import.meta.url);
const OS = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', linuxmusl: 'linux', netbsd: 'netbsd', openbsd: 'openbsd', openharmony: 'openharmony', sunos: 'sunos', aix: 'aix', win32: 'win32', windows: 'win32' };
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** Where node would find `name` from the package at `path`: its own node_modules, then each one above. */
const resolves = (packages, path, name) => {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules') - 1))) {
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true;
    if (base === '') return false;
  }
};

const platformOf = (name) => {
  const words = name.split(/[/-]/);
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = words.find((word) => CPU.includes(word));
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}) };
};

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = [];
for (const [path, meta] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(meta.optionalDependencies ?? {})) {
    if (resolves(lock.packages, path, name)) continue;
    const platform = platformOf(name);
    if (!platform.os && !platform.cpu) throw new Error(`cannot tell which platform ${name} is for`);
    lock.packages[`node_modules/${name}`] = { version: range.replace(/^[~^]/, ''), ...platform, optional: true };
    added.push(`${name}@${range}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'lock is complete' : `added ${added.length}: ${added.join(' ')}`);
