import { parse } from 'csv-parse/sync';
import { createRandom, createUuid, type Random } from './prng';

interface IncidentRow { readonly id: string; readonly category: string; readonly occurredAt: string; readonly detectedBy: string; readonly summary: string }
type Moment = { readonly at: string } | { readonly hoursAgo: number };
type Step = { readonly verb: string } & Moment & Readonly<Record<string, unknown>>;

const COUNT = 48;
const OPEN = 18;
/** Wards of the demonstration's officers: all of their latest disputes are taken. */
const OFFICERS = ['00160', '00008'];
const HOUR_MS = 3_600_000;
const DAYS = { high: 3, medium: 10, low: 20 } as const;
type Risk = keyof typeof DAYS;

const PARTIES = {
  family: [[['spouse', 2]], [['relative', 3]], [['spouse', 2], ['relative', 2]]],
  neighbours: [[['neighbour', 2]], [['household', 3]], [['neighbour', 1], ['youth_group', 1]]],
  land: [[['household', 2]], [['neighbour', 2]]],
  business: [[['trader', 2]], [['trader', 1], ['household', 2]], [['business', 1], ['resident_group', 1]]],
  debt: [[['creditor', 1], ['debtor', 1]]],
  other: [[['landlord', 1], ['tenant', 2]], [['employer', 1], ['worker', 3]]],
} as const;
type Kind = keyof typeof PARTIES;

const AGREED = ['Hai bên thống nhất giờ giấc và ký biên bản', 'Thống nhất ranh giới theo hiện trạng, có tổ dân phố chứng kiến', 'Hai bên xin lỗi nhau, cam kết không tái diễn', 'Thống nhất chỗ để xe theo lịch luân phiên'];
const NEXT = ['Họp lại khi có đủ các bên', 'Mời thêm đại diện tổ dân phố', 'Đề nghị đo đạc lại hiện trạng'];
const RAISED = ['Hòa giải chưa thành, có nguy cơ kéo dài', 'Quá hạn, đề nghị Ban chỉ đạo cho ý kiến', 'Có lời lẽ đe dọa, cần theo dõi'];

function kindOf(summary: string, random: Random): Kind {
  if (summary.includes('gia đình')) return 'family';
  if (summary.includes('ranh giới nhà') || summary.includes('lối đi')) return 'land';
  if (summary.includes('chỗ để xe')) return random.chance(0.5) ? 'business' : 'neighbours';
  return random.chance(0.75) ? 'neighbours' : random.chance(0.5) ? 'debt' : 'other';
}

const riskOf = (kind: Kind, random: Random): Risk => (random.chance(kind === 'family' ? 0.35 : 0.12) ? 'high' : random.chance(0.6) ? 'medium' : 'low');

/** How one went, in hours after its intake. An open one is told backwards from the day it is loaded, so that the board is of that day. */
function courseOf(risk: Risk, isOpen: boolean, ageHours: number, moment: (hours: number) => Moment, team: string, random: Random): Step[] {
  const total = DAYS[risk] * 24;
  const first = 6 + random.below(Math.min(40, total / 3));
  const held = (hours: number, outcome: string): Step => ({ verb: 'session_held', ...moment(hours), outcome, team, ...(outcome === 'agreed' || random.chance(0.4) ? {} : { words: random.pick(NEXT) }) });
  const raised = (hours: number): Step => ({ verb: 'escalated', ...moment(hours), to: random.pick(['steering_committee', 'steering_committee', 'cluster', 'commander']), words: random.pick(RAISED) });
  if (isOpen) {
    const steps = [held(first, random.pick(['partly', 'not_agreed', 'absent'])), held(first + 20, random.pick(['partly', 'not_agreed'])), raised(first + 30)];
    const happened = random.below(4);
    return steps.slice(0, happened).filter((_, place) => first + ([0, 20, 30][place] ?? 0) < ageHours);
  }
  const end = Math.floor(total * (0.3 + random.next() * 0.6));
  const settle = (hours: number): Step => ({ verb: 'settled', ...moment(hours), words: random.pick(AGREED), followUpDays: random.chance(0.4) ? 30 : null });
  const draw = random.next();
  if (draw < 0.6) return [held(first, 'agreed'), settle(Math.max(end, first + 4))];
  if (draw < 0.75) return [held(first, 'not_agreed'), held(first + 30, 'absent'), raised(first + 34), settle(total + 60)];
  if (draw < 0.87) return [held(first, 'not_agreed'), { verb: 'handed_over', ...moment(Math.max(end, first + 8)), to: random.pick(['ward_police', 'peoples_committee', 'court']), words: 'Vượt phạm vi hòa giải ở cơ sở' }];
  return [{ verb: 'withdrawn', ...moment(first), words: 'Các bên tự giải quyết' }];
}

/**
 * An age in hours that says the same at any hour of the day at which it is loaded. The last day is in time to its midnight, so a
 * dispute as old as its time, or up to a day older, is late or not by the clock on the wall: such a one is put shortly before its end.
 */
const clearAge = (ageHours: number, totalHours: number): number => (ageHours > (totalHours * 2) / 3 && ageHours <= totalHours + 24 ? Math.floor(totalHours * 0.95) : ageHours);

/**
 * The demonstration's disputes as a file: mediation of incidents of `incidents.csv`, made up. Same seed, same bytes.
 *
 * Open ones carry hours before the load, ended ones instants.
 */
export function formatDisputes(incidentsCsv: string, seed: number): string {
  const rows = (parse(incidentsCsv, { columns: true, bom: true }) as unknown as IncidentRow[]).filter(({ category, occurredAt }) => category === 'dispute' && occurredAt >= '2026-05-01');
  const own = rows.filter(({ detectedBy }) => OFFICERS.includes(detectedBy));
  const others = rows.filter((row) => !own.includes(row)).slice(own.length - COUNT);
  const chosen = [...own, ...others].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const isOwn = (row: IncidentRow): boolean => own.includes(row);
  // Open: the latest, and the latest of the officers' wards.
  const open = new Set([...chosen.filter(isOwn).slice(-5), ...chosen.filter((row) => !isOwn(row)).slice(5 - OPEN)]);
  const disputes = chosen.map((row) => {
    const random = createRandom(seed, `dispute/${row.id}`);
    const isOpen = open.has(row);
    const kind = kindOf(row.summary, random);
    const risk = riskOf(kind, random);
    const ageHours = clearAge(4 + Math.floor(random.next() * DAYS[risk] * 24 * 1.3), DAYS[risk] * 24);
    const receivedMs = Date.parse(row.occurredAt) + (12 + random.below(36)) * HOUR_MS;
    const moment = (hours: number): Moment => (isOpen ? { hoursAgo: ageHours - hours } : { at: new Date(receivedMs + hours * HOUR_MS).toISOString() });
    const team = `Tổ hòa giải tổ dân phố ${String(1 + random.below(40))}`;
    return {
      id: createUuid(random), incidentId: row.id, kind, parties: random.pick<readonly (readonly [string, number])[]>(PARTIES[kind]).map(([role, count]) => ({ role, count })),
      source: random.pick(['mediation_team', 'mediation_team', 'neighbourhood_guard', 'resident', 'patrol', 'hotline']), risk, received: moment(0),
      description: row.summary, steps: courseOf(risk, isOpen, ageHours, moment, team, random),
    };
  });
  return `${JSON.stringify({ demonstration: 'Dữ liệu minh họa, không có thật. Made up for demonstration: no real dispute.', disputes }, null, 1)}\n`;
}
