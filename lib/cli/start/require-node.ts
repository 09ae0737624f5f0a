/** Oldest Node that everything here runs on. Imported first, before anything that an older one could trip over. */
const OLDEST: readonly [number, number] = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(`Giáp Ranh needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}\n`);
  process.exit(1);
}

export {};
