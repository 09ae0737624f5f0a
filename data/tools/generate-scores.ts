/**
 * Makes the emulation scores of the demonstration, `data/demo/scores.json`: criteria, periods and points that are made up, nothing official.
 * Usage: npx tsx data/tools/generate-scores.ts. Same seed, same bytes.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from './demo/prng';

const EDITION = 'hn-hp-2025';
const random = createRandom(2026, 'scores');
const hex = (length: number): string => Array.from({ length }, () => random.below(16).toString(16)).join('');
const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;

const records = (formula: string, name: string, weight: number, full = 1, least = 1) => ({ id: formula, name, weight, source: 'records', formula, full, least });
const set = {
  set_id: uuid(), name: 'Tiêu chí thi đua cụm liên kết (minh họa)', basis_number: '02/QC-MH', basis_date: '2025-09-15', least_share: 0.4, assumed: true,
  criteria: [
    records('confirm_in_time', 'Nhận chủ trì đúng hạn', 15, 0.95), records('resolve_in_time', 'Giải quyết tin báo đúng hạn', 15, 0.95), records('return_in_time', 'Trả kết quả tin báo đúng hạn', 15),
    records('assists_accepted', 'Nhận phối hợp khi được đề nghị', 10), records('disputes_in_time', 'Hòa giải mâu thuẫn đúng hạn', 15, 1, 2), records('joint_patrols', 'Tuần tra chung theo kế hoạch', 15), records('tasks_in_time', 'Nhiệm vụ chương trình đúng hạn', 5),
    { id: 'mutual', name: 'Các phường trong cụm chấm nhau', weight: 10, source: 'manual', outOf: 10 },
  ],
};
const cluster = {
  id: uuid(), name: 'Thi đua năm báo cáo 2026, cụm Nghĩa Đô – Ngọc Hà – Giảng Võ (minh họa)', set_id: set.set_id, set_version: 1, scope: 'cluster', cluster_id: 'minh-hoa-nghia-do-ngoc-ha-giang-vo', edition_id: EDITION,
  from_day: '2025-10-01', to_day: '2026-09-30', assumed: true,
};
const month = { id: uuid(), name: 'Thi đua tháng 10/2026, toàn địa bàn (minh họa)', set_id: set.set_id, set_version: 1, scope: 'city', cluster_id: null, edition_id: EDITION, from_day: '2026-09-15', to_day: '2026-10-14', assumed: true };
const POINTS = [['00160', 8.5, 'Biên bản họp giao ban cụm ngày 05/10/2026 (minh họa)'], ['00008', 8, 'Biên bản họp giao ban cụm ngày 05/10/2026 (minh họa)'], ['00025', 7.5, 'Biên bản họp giao ban cụm ngày 05/10/2026 (minh họa)']] as const;
const entries = POINTS.map(([code, value, basis]) => ({ row: { id: uuid(), period_id: cluster.id, criterion: 'mutual', ward_key: `${EDITION}/${code}`, value, supersedes: null }, basis }));

const content = { demonstration: 'Dữ liệu minh họa, không có thật. Made up for demonstration.', sets: [set], periods: [cluster, month], entries };
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'demo', 'scores.json'), `${JSON.stringify(content, null, 1)}\n`);
