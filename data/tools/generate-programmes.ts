/**
 * Makes the programmes of the demonstration, `data/demo/programmes.json`: made up after what press reports describe, nothing official.
 * Usage: npx tsx data/tools/generate-programmes.ts. Same seed, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MultiPolygon, Polygon } from 'geojson';
import { measureWard } from '../../lib/db/seed/ward-measures';
import { createRandom } from './demo/prng';

const EDITION = 'hn-hp-2025';
const dataFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const random = createRandom(2026, 'programmes');
interface Ward { readonly properties: { readonly code: string; readonly name: string }; readonly geometry: Polygon | MultiPolygon }
const wards = new Map((JSON.parse(readFileSync(join(dataFolder, 'editions', EDITION, 'wards.geojson'), 'utf8')) as { features: Ward[] }).features.map((one) => [one.properties.code, one]));

const hex = (length: number): string => Array.from({ length }, () => random.below(16).toString(16)).join('');
const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
type Row = Readonly<Record<string, unknown>>;
const parts: { subject: string; row: Row & { id: string }; note: string | null }[] = [];
const add = (subject: string, row: Row, note: string | null = null): string => {
  const id = uuid();
  parts.push({ subject, row: { id, ...row }, note });
  return id;
};
const key = (code: string): string => `${EDITION}/${code}`;

// Seven priority tasks of a year, as a district set itself in 2011.
const seven = add('programme', { name: '7 nhiệm vụ trọng tâm năm 2026 (minh họa)', basis_number: '01/KH-MH', basis_date: '2025-12-25', scope: 'city', from_day: '2026-01-01', to_day: '2026-12-31', status: 'active', assumed: true },
  'Số liệu giả định cho bản minh họa.');
const TASKS: readonly (readonly [string, string, readonly string[], number])[] = [
  ['Không để phát sinh đột xuất, kéo dài điểm nóng về an ninh trật tự', '2026-12-31', [], 70],
  ['Giữ vững và mở rộng địa bàn trắng về ma túy', '2026-12-31', ['11689', '11692'], 60],
  ['Tuần tra khép kín trên các tuyến giáp ranh', '2026-11-30', ['00160', '00008'], 85],
  ['Rà soát cơ sở kinh doanh có điều kiện', '2026-06-30', ['00160'], 100],
  ['Kiểm tra tạm trú, tạm vắng', '2026-09-30', ['00008'], 75],
  ['Xây dựng mô hình tự quản trong cơ quan, trường học, bệnh viện', '2026-10-31', ['11443', '11446'], 100],
  ['Hòa giải mâu thuẫn tại cơ sở', '2026-12-31', ['00337'], 40],
];
for (const [place, [title, due, owners, progress]] of TASKS.entries()) {
  add('task', { programme_id: seven, place: place + 1, title, owner_keys: owners.map(key), due_day: due, progress, done_on: progress === 100 ? due : null });
}
const indicator = (programme: string, place: number, name: string, unit: string, direction: string, target: number, more: Row): string =>
  add('indicator', { programme_id: programme, place, name, unit_of_measure: unit, direction, target, adds_up: true, categories: [], ...more });
indicator(seven, 1, 'Vụ việc vùng giáp ranh', 'vụ', 'down', 900, { source: 'records', formula: 'border_incidents' });
indicator(seven, 2, 'Vụ việc ma túy', 'vụ', 'down', 250, { source: 'records', formula: 'category_incidents', categories: ['drugs'] });
indicator(seven, 3, 'Phường trắng về ma túy', 'phường', 'up', 10, { source: 'records', formula: 'drug_free_wards' });
indicator(seven, 4, 'Tuần tra chung', 'buổi', 'up', 40, { source: 'records', formula: 'joint_patrols' });
const meetings = indicator(seven, 5, 'Buổi tuyên truyền', 'buổi', 'up', 120, { source: 'entered', formula: null });
for (const [from, to] of [['2026-01-01', '2026-03-31'], ['2026-04-01', '2026-06-30'], ['2026-07-01', '2026-09-30']] as const) {
  add('entry', { indicator_id: meetings, from_day: from, to_day: to, value: 25 + random.below(20), entered_by_role: 'admin' }, 'Báo cáo quý (giả định).');
}

// Ten years of coordination, as a review of 2013 to 2023 tells of.
const nine = add('programme', { name: 'Chương trình phối hợp số 09, 2013–2023 (minh họa)', basis_number: '09/CTPH-MH', basis_date: '2013-07-01', scope: 'city', from_day: '2013-07-01', to_day: '2023-06-30', status: 'active', assumed: true },
  'Theo mẫu một chương trình phối hợp mười năm; số liệu giả định, vụ việc chỉ có từ 2020.');
for (const [place, title] of ['Tiếp nhận và xử lý kịp thời tin báo của người dân', 'Báo lại kết quả xử lý cho nơi báo tin', 'Xây dựng tổ hòa giải và khu dân cư tự quản'].entries()) {
  add('task', { programme_id: nine, place: place + 1, title, owner_keys: [], due_day: '2023-06-30', progress: 100, done_on: '2023-06-20' });
}
indicator(nine, 1, 'Kết quả đã trả cho nơi báo tin', '%', 'up', 95, { source: 'records', formula: 'outcomes_returned' });
add('commendation', { programme_id: nine, level: 'city', decision_number: '45/QĐ-MH', decision_date: '2023-07-20', collectives: 12, individuals: 10, assumed: true });
add('commendation', { programme_id: null, level: 'city', decision_number: '02/QĐ-MH', decision_date: '2026-01-15', collectives: 1, individuals: 2, assumed: true });
add('commendation', { programme_id: null, level: 'other', decision_number: '03/QĐ-MH', decision_date: '2026-01-15', collectives: 5, individuals: 9, assumed: true });

const MODELS: readonly (readonly [string, string, string, string, string])[] = [
  ['three_keep_four', '3 quản, 4 giữ', '11689', 'Nhà văn hóa tổ dân phố', '2025-08-01'], ['three_keep_four', '3 quản, 4 giữ', '11692', 'Trụ sở tổ dân phố', '2025-09-01'],
  ['self_managed_agency', 'Cơ quan tự quản', '11443', 'Khối cơ quan', '2025-10-01'], ['school', 'Trường học an toàn', '11446', 'Trường trung học', '2025-09-05'],
  ['hospital', 'Bệnh viện tự quản', '00008', 'Cổng bệnh viện', '2025-11-01'], ['residential_area', 'Khu dân cư tự quản', '00337', 'Khu dân cư', '2025-08-15'],
  ['joint_patrol_team', 'Tổ tuần tra chung ven sông', '00160', 'Đầu cầu', '2025-07-15'],
];
for (const [kind, name, code, place, from] of MODELS) {
  const ward = wards.get(code);
  if (ward === undefined) throw new Error(`edition ${EDITION} has no ward ${code}`);
  const [lon, lat] = measureWard(ward.geometry).labelPosition;
  add('model', { programme_id: code.startsWith('11') ? seven : null, kind, name: `${name} ${ward.properties.name.replace(/^Phường /, '')} (minh họa)`, place: `${place} (giả định)`, lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)), edition_id: EDITION, owner_code: code, from_day: from, to_day: null, assumed: true });
}
writeFileSync(join(dataFolder, 'demo', 'programmes.json'), `${JSON.stringify({ demonstration: 'Dữ liệu minh họa, không có thật. Made up for demonstration.', parts }, null, 1)}\n`);
