import type { BorderArc } from '../../../lib/geo/border-topology';
import type { LngLat } from '../../../lib/geo/types';
import { HAND_OVER_REMARKS, NOTES } from './coordination-texts';
import { listArcsByPair, walkBorder } from './patrol-routes';
import type { DemoEdition, Ground } from './places';
import { createRandom, createUuid, type Random } from './prng';

/** The clusters of the file `clusters.json`, as far as this needs them. */
export interface DemoCluster {
  readonly id: string;
  readonly editionId: string;
  readonly members: readonly { readonly wardCode: string }[];
  readonly leads: readonly { readonly wardCode: string; readonly from: string | null }[];
  readonly regulations: readonly { readonly version: number; readonly from: string; readonly to: string | null }[];
}

/** A patrol to be made up: when, along which border, and which wards walked it on their own side. */
interface PatrolIdea {
  readonly name: string;
  readonly clusterId: string;
  readonly day: string;
  readonly hours: readonly [from: string, to: string];
  readonly wards: readonly string[];
  readonly arc: readonly [string, string];
  readonly around?: LngLat;
  readonly status: 'planned' | 'done' | 'cancelled';
  /** Ward codes that walked; the rest booked and did not, or were only asked. */
  readonly walked?: readonly string[];
  readonly booked?: readonly string[];
  readonly declined?: string;
  readonly note?: string;
}

const T11: LngLat = [105.80616, 21.038981];
const T11_CLUSTER = 'minh-hoa-nghia-do-ngoc-ha-giang-vo';
const EVENING = ['19:30', '22:00'] as const;
const NIGHT = ['22:30', '23:55'] as const;

const IDEAS: readonly PatrolIdea[] = [
  { name: 'Tuần tra chung hai bờ Tô Lịch, tháng 9', clusterId: T11_CLUSTER, day: '2026-09-11', hours: EVENING, wards: ['00160', '00008'], arc: ['00008', '00160'], around: T11, status: 'done', walked: ['00160', '00008'] },
  { name: 'Tuần tra bờ tây cầu T11', clusterId: T11_CLUSTER, day: '2026-09-18', hours: EVENING, wards: ['00160', '00008'], arc: ['00008', '00160'], around: T11, status: 'done', walked: ['00160'], declined: '00008', note: 'Ngọc Hà bận, chỉ đi bờ phía Nghĩa Đô.' },
  { name: 'Tuần tra chung hai bờ Tô Lịch, tháng 10', clusterId: T11_CLUSTER, day: '2026-10-09', hours: EVENING, wards: ['00160', '00008'], arc: ['00008', '00160'], around: T11, status: 'done', walked: ['00160', '00008'] },
  { name: 'Tuần tra đêm giáp ranh Nghĩa Đô – Giảng Võ', clusterId: T11_CLUSTER, day: '2026-10-23', hours: NIGHT, wards: ['00160', '00025'], arc: ['00025', '00160'], status: 'done', walked: ['00160', '00025'] },
  { name: 'Ra quân ba phường quanh cầu T11', clusterId: T11_CLUSTER, day: '2026-12-04', hours: EVENING, wards: ['00160', '00008', '00025'], arc: ['00008', '00160'], around: T11, status: 'planned', booked: ['00160'], note: 'Cùng ra quân một khung giờ ở cả ba phường.' },
  { name: 'Tuần tra giáp ranh Hoàng Mai – Hoàng Liệt', clusterId: 'minh-hoa-hoang-mai', day: '2026-09-25', hours: NIGHT, wards: ['00331', '00337'], arc: ['00331', '00337'], status: 'done', walked: ['00331', '00337'] },
  { name: 'Kiểm tra bãi phế thải phía Hoàng Liệt', clusterId: 'minh-hoa-hoang-mai', day: '2026-10-16', hours: NIGHT, wards: ['00331', '00337'], arc: ['00331', '00337'], status: 'done', walked: ['00337'], booked: ['00331'], note: 'Phía Hoàng Mai có đặt lịch nhưng không ra được.' },
  { name: 'Tuần tra chung Định Công – Hoàng Mai', clusterId: 'minh-hoa-hoang-mai', day: '2026-12-11', hours: EVENING, wards: ['00316', '00331'], arc: ['00316', '00331'], status: 'planned', booked: ['00316', '00331'] },
  { name: 'Chốt chống đua xe Hưng Đạo – Dương Kinh', clusterId: 'minh-hoa-duong-kinh', day: '2026-10-10', hours: NIGHT, wards: ['11689', '11692'], arc: ['11689', '11692'], status: 'done', walked: ['11689', '11692'] },
  { name: 'Tuần tra phía Hưng Đạo', clusterId: 'minh-hoa-duong-kinh', day: '2026-10-24', hours: NIGHT, wards: ['11689'], arc: ['11689', '11692'], status: 'done', walked: ['11689'] },
  { name: 'Tuần tra chung Dương Kinh, tháng 11', clusterId: 'minh-hoa-duong-kinh', day: '2026-11-07', hours: EVENING, wards: ['11689', '11692'], arc: ['11689', '11692'], status: 'cancelled', booked: ['11689'], note: 'Hoãn vì mưa lớn.' },
];

/** How far beside the border each unit walks, in metres, and how long its beat is. */
const ASIDE_METRES = 25;
const BEAT_METRES = 900;

function makePatrol(edition: DemoEdition, arcs: ReadonlyMap<string, BorderArc>, idea: PatrolIdea, random: Random) {
  const arc = arcs.get(idea.arc.join('/'));
  if (arc === undefined) throw new Error(`no border between ${idea.arc.join(' and ')}`);
  const beat = { arc, around: idea.around ?? null, lengthMetres: BEAT_METRES };
  const at = (hour: string): string => `${idea.day}T${hour}:00+07:00`;
  const walked = idea.walked ?? [];
  return {
    id: createUuid(random), name: idea.name, clusterId: idea.clusterId, editionId: edition.id, from: at(idea.hours[0]), to: at(idea.hours[1]),
    wards: idea.wards, plan: { type: 'LineString', coordinates: walkBorder(edition, beat, null, random) }, reachMetres: 50,
    note: idea.note, status: idea.status,
    booked: [...new Set([...(idea.booked ?? []), ...walked])],
    declined: idea.declined === undefined ? [] : [{ ward: idea.declined, note: 'Trùng lịch trực (minh họa).' }],
    tracks: walked.map((ward) => ({
      ward, startedAt: at(idea.hours[0]), endedAt: at(idea.hours[1]),
      geometry: { type: 'LineString', coordinates: walkBorder(edition, beat, { ward, asideMetres: ASIDE_METRES }, random) },
    })),
  };
}

/** A record for each rotation that the clusters' file knows; its figures are made up. */
function makeHandOvers(clusters: readonly DemoCluster[], random: Random) {
  return clusters.flatMap(({ id, leads, regulations }) => leads.slice(1).map((lead, i) => ({
    cluster: id, fromCode: leads[i]?.wardCode ?? null, toCode: lead.wardCode, from: lead.from, recordedAt: `${lead.from ?? ''}T08:00:00+07:00`,
    facts: {
      openIncidents: 3 + random.below(12), openAssists: random.below(5), overdue: random.below(4), plannedPatrols: random.below(3),
      regulationVersion: regulations.filter((one) => one.from <= (lead.from ?? '') && (one.to === null || one.to >= (lead.from ?? ''))).at(-1)?.version ?? null,
    },
    remarks: HAND_OVER_REMARKS,
  })));
}

/** No subscriber's number begins with 0 after the area code: these can not reach anybody. */
function makeDesks(clusters: readonly DemoCluster[]) {
  const wards = new Set(clusters.flatMap(({ editionId, members }) => members.map(({ wardCode }) => `${editionId}:${wardCode}`)));
  return [...wards].sort().map((unitId) => {
    const code = unitId.slice(-5);
    return { unitId, phone: code.startsWith('11') ? `0225 000 ${code.slice(1)}` : `024 0000 ${code.slice(1)}` };
  });
}

/** Text of `data/demo/coordination.json`: duty desks, notes, hand-over records and patrols, all made up. */
export function formatCoordination({ since }: Ground, seed: number, clusters: readonly DemoCluster[]): string {
  const random = createRandom(seed, 'coordination');
  const arcs = listArcsByPair(since);
  const content = {
    demonstration: 'Dữ liệu minh họa, không có thật. Made up for demonstration: no real number, note or patrol.',
    desks: makeDesks(clusters),
    handOvers: makeHandOvers(clusters, random),
    notes: NOTES.map(([cluster, edition, ward, at, body]) => ({ id: createUuid(random), cluster, unitId: `${edition}:${ward}`, at, body })),
    patrols: IDEAS.map((idea) => makePatrol(since, arcs, idea, random)),
  };
  return `${JSON.stringify(content, null, 1).replace(/\[\n\s+(-?[\d.]+),\n\s+(-?[\d.]+)\n\s+\]/g, '[$1, $2]')}\n`;
}
