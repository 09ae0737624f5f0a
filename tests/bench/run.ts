/** `npm run bench [-- NAME …]`: measurements beside their peers, as Markdown tables. Nothing passes or fails on a time. */
import { cpus } from 'node:os';
import { benchAssign } from './assign-million';
import { benchBriefing } from './briefing';
import type { BenchTable } from './bench-table';
import { benchLive } from './live';
import { benchStats } from './stats';
import { benchTrends } from './trends';
import { benchOwnership } from './ward-index';

const BENCHES: Readonly<Record<string, () => Promise<BenchTable>>> = { ownership: benchOwnership, assign: benchAssign, live: benchLive, stats: benchStats, trends: benchTrends, briefing: benchBriefing };

function printTable({ title, columns, rows, notes }: BenchTable): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(['', `### ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), '', ...notes.map((note) => `- ${note}`)].join('\n'));
}

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`bench: there is no "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores`);
  for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) printTable(await bench());
}
