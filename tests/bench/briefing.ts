import type { RawIncident, RawInput } from '../../lib/analysis/build-input';
import { composeBriefing } from '../../lib/briefing/compose-briefing';
import { PERMUTATIONS } from '../../lib/briefing/run-method';
import { createRandom } from '../../lib/stats/seeded-random';
import { demoBriefing } from '../helpers/briefing-input';
import type { BenchTable } from './bench-table';

const ROUNDS = 3;
const MANY = 20_000;
const AS_OF = '2026-10-31T23:59:00+07:00';
const DAYS = { from: '2026-10-04', to: '2026-10-31' };
const CLUSTER = { kind: 'wards' as const, codes: ['00008', '00025', '00160'] };
const CITY = { kind: 'province' as const, provinceCode: '01' };

/** As many incidents again as it takes, each some metres and days beside one that there is. */
export function thicken(raw: RawInput): RawInput {
  const random = createRandom(5);
  const inside = raw.incidents.filter(({ ownerCode }) => ownerCode !== null && raw.wardCodes.includes(ownerCode));
  const [first, last] = [Math.min(...inside.map(({ occurredAt }) => occurredAt)), Math.max(...inside.map(({ occurredAt }) => occurredAt))];
  const more = Array.from({ length: MANY - inside.length }, (_, k): RawIncident => {
    const one = inside[Math.floor(random() * inside.length)]!;
    return { ...one, id: `${one.id.slice(0, 24)}${String(k).padStart(12, '0')}`, longitude: one.longitude + (random() - 0.5) / 2_000, latitude: one.latitude + (random() - 0.5) / 2_000, occurredAt: first + random() * (last - first) };
  });
  return { ...raw, incidents: [...inside, ...more] };
}

/** Composing a briefing: everything after the reading, which the queue's thread does. */
export function benchBriefing(): Promise<BenchTable> {
  const cases = [
    ['cluster of 3 wards, demonstration of 20,014', demoBriefing(CLUSTER, AS_OF, DAYS)], ['whole city, demonstration of 20,014', demoBriefing(CITY, AS_OF, DAYS)],
    ['cluster of 3 wards, 20,000 of them within its 392 days', demoBriefing(CLUSTER, AS_OF, DAYS, {}, thicken)], ['whole city, 20,000 within 392 days', demoBriefing(CITY, AS_OF, DAYS, {}, thicken)],
  ] as const;
  const rows = cases.map(([name, input]) => {
    const times: number[] = [];
    const cpu: number[] = [];
    let kept = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      const used = process.cpuUsage();
      const content = composeBriefing(input, () => true);
      times.push(performance.now() - begun);
      cpu.push(process.cpuUsage(used).user / 1e6);
      kept = JSON.stringify(content).length;
    }
    times.sort((a, b) => a - b);
    cpu.sort((a, b) => a - b);
    return [name, String(input.analysis.points.count), String(input.analysis.arcs.length), (times[1]! / 1_000).toFixed(2), (times.at(-1)! / 1_000).toFixed(2), cpu[1]!.toFixed(2), (kept / 1_000).toFixed(0)];
  });
  return Promise.resolve({
    title: 'Briefing: composing the eight slides', columns: ['area and incidents', 'incidents read', 'borders', 'median s', 'worst s', 'median s of one core', 'content kB'], rows,
    notes: [`${String(ROUNDS)} rounds each; ${String(PERMUTATIONS)} permutations behind each p, three groups of kinds.`, 'Reading from the database comes on top: see elapsedMs of a briefing.', 'The aim is below 5 s.'],
  });
}
