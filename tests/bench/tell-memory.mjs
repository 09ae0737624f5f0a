// Preloaded into a measured server: at SIGUSR2 it collects garbage and writes what is left into the file of GIAP_RANH_BENCH_MEMORY.
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  writeFileSync(process.env.GIAP_RANH_BENCH_MEMORY ?? '', JSON.stringify({ usedBytes: heapUsed + external, residentBytes: rss }));
});
