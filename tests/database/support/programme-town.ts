import { PATCH as patchCommendation } from '../../../app/api/commendations/[id]/route';
import { GET as listCommendations, POST as makeCommendation } from '../../../app/api/commendations/route';
import { PATCH as patchModel } from '../../../app/api/models/[id]/route';
import { GET as listModels, POST as makeModel } from '../../../app/api/models/route';
import { POST as makeIndicator } from '../../../app/api/programmes/[id]/indicators/route';
import { GET as readOne, PATCH as patchOne } from '../../../app/api/programmes/[id]/route';
import { PATCH as patchTask } from '../../../app/api/programmes/[id]/tasks/[task]/route';
import { POST as makeTask } from '../../../app/api/programmes/[id]/tasks/route';
import { GET as drugFree } from '../../../app/api/programmes/drug-free/route';
import { PATCH as patchIndicator } from '../../../app/api/programmes/indicators/[id]/route';
import { POST as enter } from '../../../app/api/programmes/indicators/[id]/entries/route';
import { GET as review } from '../../../app/api/programmes/review/route';
import { GET as listAll, POST as makeOne } from '../../../app/api/programmes/route';
import type { ProgrammePage } from '../../../lib/domain/programme-page';
import { callAs } from './patrol-town';
import type { TestDatabase } from './test-database';
import { uuid } from './town';

/** A programme of the whole of 2026. */
export const programmeBody = (number: number, more: object = {}) => ({
  id: uuid(number), name: `Chương trình ${number}`, basisNumber: '09/CTr', basisDate: '2025-12-20', scope: 'city', from: '2026-01-01', to: '2026-12-31', status: 'active', note: 'lời mở đầu', ...more,
});
/** A task of ward 1. */
export const taskBody = (number: number, more: object = {}) => ({ id: uuid(number), place: 1, title: `Nhiệm vụ ${number}`, owners: ['grid/00001'], due: '2026-06-30', note: 'lời dặn', ...more });
export const indicatorBody = (number: number, more: object = {}) => ({
  id: uuid(number), place: 1, name: `Chỉ tiêu ${number}`, unitOfMeasure: 'buổi', direction: 'up', target: 10, source: 'entered', ...more,
});
export const entryBody = (number: number, more: object = {}) => ({ id: uuid(number), from: '2026-01-01', to: '2026-03-31', value: 4, basis: 'biên bản quý I', ...more });
/** A model in ward 1. */
export const modelBody = (number: number, more: object = {}) => ({
  id: uuid(number), kind: 'three_keep_four', name: '3 quản, 4 giữ', place: 'Tổ dân phố 5', lon: 105.805, lat: 21.005, from: '2026-02-01', note: 'ghi riêng', ...more,
});
export const commendationBody = (number: number, more: object = {}) => ({ id: uuid(number), level: 'city', decisionNumber: '12/QĐ', decisionDate: '2026-03-02', collectives: 1, individuals: 2, note: 'ghi riêng', ...more });

/** The routes of programmes, called as accounts of a town. */
export function programmeCalls(town: () => TestDatabase) {
  const call = (email: string, handler: unknown, more: object = {}) => callAs(town(), email, handler, more);
  const post = (handler: unknown) => (email: string, body: unknown) => call(email, handler, { method: 'POST', body });
  return {
    make: post(makeOne), addModel: post(makeModel), commend: post(makeCommendation),
    list: (email: string) => call(email, listAll),
    models: (email: string) => call(email, listModels),
    commendations: (email: string, query = '') => call(email, listCommendations, { path: `/?${query}` }),
    read: (email: string, id: number) => call(email, readOne, { params: { id: uuid(id) } }),
    change: (email: string, id: number, body: unknown) => call(email, patchOne, { method: 'PATCH', params: { id: uuid(id) }, body }),
    addTask: (email: string, id: number, body: unknown) => call(email, makeTask, { method: 'POST', params: { id: uuid(id) }, body }),
    changeTask: (email: string, id: number, task: number, body: unknown) => call(email, patchTask, { method: 'PATCH', params: { id: uuid(id), task: uuid(task) }, body }),
    addIndicator: (email: string, id: number, body: unknown) => call(email, makeIndicator, { method: 'POST', params: { id: uuid(id) }, body }),
    changeIndicator: (email: string, indicator: number, body: unknown) => call(email, patchIndicator, { method: 'PATCH', params: { id: uuid(indicator) }, body }),
    enterValue: (email: string, indicator: number, body: unknown) => call(email, enter, { method: 'POST', params: { id: uuid(indicator) }, body }),
    changeModel: (email: string, id: number, body: unknown) => call(email, patchModel, { method: 'PATCH', params: { id: uuid(id) }, body }),
    correct: (email: string, id: number, body: unknown) => call(email, patchCommendation, { method: 'PATCH', params: { id: uuid(id) }, body }),
    drugFree: (email: string, query = '') => call(email, drugFree, { path: `/?${query}` }),
    review: (email: string, query: string) => call(email, review, { path: `/?${query}` }),
    historyOf: async (subject: number): Promise<string[]> =>
      (await town().database.owner<{ kind: string }[]>`select kind from programme_history where subject_id = ${uuid(subject)} order by id`).map(({ kind }) => kind),
  };
}

export const pageOf = (answer: { body: unknown }) => answer.body as ProgrammePage;
export const fieldsOf = (answer: { body: unknown }) => ((answer.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);
