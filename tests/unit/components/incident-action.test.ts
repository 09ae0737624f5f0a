import { describe, expect, it } from 'vitest';
import { listAssistActions, listHandOverActions, listIncidentActions, type ActionValues } from '../../../components/incidents/incident-action';
import { quickActionName } from '../../../components/incidents/quick-action';
import type { IncidentAnswer } from '../../../components/data/api-types';
import { assistActionSchema, handOverActionSchema, incidentChangeSchema, newDetectionSchema, type Assist, type HandOver, type IncidentPermissions, type WorkItem } from '../../../lib/domain/coordination';
import { INCIDENT_STATUSES, type Incident, type IncidentStatus } from '../../../lib/domain/incident';
import type { Instant } from '../../../lib/domain/instant';
import { getMessages } from '../../../lib/messages/get-messages';

const texts = getMessages('vi').coordination;
const at = '2026-11-01T14:04:00+07:00' as Instant;
const A = { code: '00160', name: 'Phường Nghĩa Đô' };
const B = { code: '00008', name: 'Phường Ngọc Hà' };
const C = { code: '00025', name: 'Phường Giảng Võ' };
const NOTHING: IncidentPermissions = {
  confirmLead: false, changeStatus: false, decideLead: false, setDeadlines: false, returnOutcome: false, askAssist: false, offerHandOver: false, speaksFor: [], addDetection: 'no',
};
const ALL: IncidentPermissions = {
  confirmLead: true, changeStatus: true, decideLead: true, setDeadlines: true, returnOutcome: true, askAssist: true, offerHandOver: true, speaksFor: [A.code, B.code], addDetection: 'any',
};
const assist = (status: Assist['status']): Assist => ({ ward: B, basis: 'automatic', status, version: 5, askedAt: at, answeredAt: null, finishedAt: null, dueAt: null, note: null });
const handOver: HandOver = { from: A, to: B, status: 'offered', version: 6, offeredAt: at, answeredAt: null, dueAt: null, reason: null, answer: null };

function answerOf(permissions: IncidentPermissions, status: IncidentStatus = 'reported'): IncidentAnswer {
  const incident: Partial<Incident> = {
    id: '7d2f0d3a-3c39-4d0e-9b39-0c6a27f9c001', version: 9, status, occurredAt: at, leadConfirmedAt: null, ownership: { status: 'inside', owner: A, candidates: [A] }, neighbours: [{ ...B, distanceMetres: 30 }],
    detectedBy: null, lead: { ward: A, reason: 'owner', assists: [], onRequest: [C], trace: [] },
  };
  return { incident: incident as Incident, permissions, history: [], coordination: { detections: [], assists: [assist('asked')], handOvers: [handOver], decisions: [], clock: [], outcome: null } };
}

const FILLED: ActionValues = { ward: C.code, text: ' vì thế ', confirmDue: at, resolveDue: null, detectedAt: at };
const SCHEMAS = { incident: incidentChangeSchema, assists: assistActionSchema, 'hand-overs': handOverActionSchema, detections: newDetectionSchema };

describe('the buttons of an incident', () => {
  it('are none for a reader who may do nothing', () => {
    const answer = answerOf(NOTHING);
    expect(listIncidentActions(answer, [C], texts)).toEqual([]);
    expect(listAssistActions(answer, assist('asked'), texts)).toEqual([]);
    expect(listHandOverActions(answer, handOver, texts)).toEqual([]);
  });

  it('send what the server takes, in every status', () => {
    for (const status of INCIDENT_STATUSES) {
      const answer = answerOf(ALL, status);
      const statuses: readonly Assist['status'][] = ['asked', 'accepted'];
      const all = [...listIncidentActions(answer, [C], texts), ...statuses.flatMap((one) => listAssistActions(answer, assist(one), texts)), ...listHandOverActions(answer, handOver, texts)];
      for (const action of all) {
        const { to, body } = action.toCall(FILLED);
        expect(SCHEMAS[to].safeParse({ ...body, requestId: '0b9a3c52-6f0e-4b6c-9a51-3f2b6f5f6a11' }).error?.issues ?? [], `${status} ${action.name}`).toEqual([]);
      }
      expect(all.map(({ name }) => name).filter((name) => ['start', 'resolve', 'close', 'reopen'].includes(name))).toEqual(
        { reported: ['start', 'resolve', 'close'], in_progress: ['resolve', 'close'], resolved: ['close', 'reopen'], closed: ['reopen'] }[status],
      );
    }
  });

  it('answer an assist and a hand-over at their own version, everything else at the incident’s', () => {
    const answer = answerOf(ALL);
    const versionOf = (call: { readonly body: object }) => ('version' in call.body ? call.body.version : null);
    expect(listAssistActions(answer, assist('asked'), texts).map((one) => versionOf(one.toCall(FILLED)))).toEqual([5, 5, 5]);
    expect(listHandOverActions(answer, handOver, texts).map((one) => versionOf(one.toCall(FILLED)))).toEqual([6, 6, 6]);
    expect(new Set(listIncidentActions(answer, [C], texts).filter(({ name }) => name !== 'detection').map((one) => versionOf(one.toCall(FILLED))))).toEqual(new Set([9]));
  });

  it('offer wards that assist on request first, and never those that cannot be asked', () => {
    const ask = listIncidentActions(answerOf(ALL), [A, B, C, { code: '00001', name: 'Phường Khác' }], texts).find(({ name }) => name === 'ask')?.needs?.ward;
    expect(ask).toEqual({ onRequest: [C], near: [], others: [{ code: '00001', name: 'Phường Khác' }] });
  });

  it('let an officer report a detection of the own ward only', () => {
    const own = listIncidentActions(answerOf({ ...NOTHING, speaksFor: [B.code], addDetection: 'own' }), [A, B, C], texts)[0]?.needs?.ward;
    expect(own).toEqual({ onRequest: [], near: [B], others: [] });
  });
});

describe('the quick button of a waiting step', () => {
  it('exists for steps that need no word, and names the action that ends them', () => {
    const name = (kind: WorkItem['kind']) => quickActionName({ kind, ward: B } as WorkItem);
    expect(['confirm_lead', 'acknowledge_assist', 'hand_over', 'return_outcome', 'resolve', 'finish_assist'].map((kind) => name(kind as WorkItem['kind'])))
      .toEqual(['confirm', 'accept-00008', 'hand-over-accept', 'return', null, null]);
    expect(quickActionName({ kind: 'confirm_lead', ward: null } as WorkItem)).toBeNull();
  });
});
