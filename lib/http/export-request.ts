import { findBriefingDetail } from '../db/briefings';
import type { DatabaseClient } from '../db/clients';
import { findExport, submitExport } from '../db/export-files';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { BriefingDetail } from '../domain/briefing';
import type { ExportForm, NewExport } from '../domain/export-file';
import { actorNow } from './analysis-run';
import { NO_BRIEFING, problemOfLimited } from './briefing';
import { jsonAnswer } from './json-answer';
import { findMaskRefusal, type MaskRefusal } from '../export/mask-page';
import { readPageMap } from './page-map';
import type { PageMap } from './page-map-reading';
import { fieldProblem } from './problem';

export const NO_FILE = 'there is no such file';

/** What a file is made of, read when it was asked for with the rights of whoever asked. */
export type ExportPayload =
  | { readonly kind: 'briefing'; readonly detail: BriefingDetail }
  | { readonly kind: 'slide'; readonly detail: BriefingDetail; readonly slide: string }
  | { readonly kind: 'page'; readonly map: PageMap };

export const CONTENT_TYPES: Readonly<Record<ExportForm, string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', png: 'image/png',
};

/** A name that every file system takes. */
const nameFile = (parts: readonly string[], form: ExportForm): string => `${parts.join('_').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll(/[^\w.-]+/g, '-').slice(0, 150)}.${form}`;

type Prepared = { readonly payload: ExportPayload; readonly fileName: string } | { readonly refused: Response };

async function prepareBriefing(client: DatabaseClient, { form, source, masked }: NewExport): Promise<Prepared> {
  if (source.kind === 'page') throw new Error('a page is no briefing');
  const detail = await findBriefingDetail(client, source.id);
  if (detail === undefined) return { refused: fieldProblem('source.id', NO_BRIEFING, 'unprocessable') };
  if (detail.content === null) return { refused: fieldProblem('source.id', 'this briefing has no content yet', 'unprocessable') };
  const suffix = masked ? ['ngoai'] : [];
  // Free text goes into a file only where snapshot and role admit it, and never out of the building.
  if (source.kind === 'briefing') return { payload: { kind: 'briefing', detail: { ...detail, texts: masked ? null : detail.texts } }, fileName: nameFile([detail.number, ...suffix], form) };
  const slide = detail.content.slides.find(({ id }) => id === source.slide);
  if (slide === undefined) return { refused: fieldProblem('source.slide', 'there is no such slide', 'unprocessable') };
  if (slide.map === null) return { refused: fieldProblem('source.slide', 'this slide has no map', 'unprocessable') };
  const content = { ...detail.content, slides: [slide] };
  return { payload: { kind: 'slide', slide: slide.id, detail: { ...detail, content, texts: null } }, fileName: nameFile([detail.number, slide.id, ...suffix], form) };
}

const NOT_FOR_OUTSIDE: Readonly<Record<MaskRefusal, string>> = {
  zone: 'a zone that is a draft, closed or as small as a house is not for outside the building',
  patrol: 'a patrol that is still to be walked is not for outside the building',
};

async function preparePage(client: DatabaseClient, session: Session, { form, source, masked, language }: NewExport, nowMs: number): Promise<Prepared> {
  if (source.kind !== 'page') throw new Error('a briefing is no page');
  const map = await readPageMap({ client, session, rules: await getRuleBook(), nowMs, language }, source.path);
  if (map === null) return { refused: fieldProblem('source.path', 'names no page with a map that you may see', 'unprocessable') };
  const refusal = masked ? findMaskRefusal(map.page) : null;
  if (refusal !== null) return { refused: fieldProblem('masked', NOT_FOR_OUTSIDE[refusal], 'unprocessable') };
  return { payload: { kind: 'page', map }, fileName: nameFile(masked ? [map.outsideTitle, map.day, 'ngoai'] : [map.title, map.day], form) };
}

/** Reads what a file is made of with the asker's rights, puts it into the queue and answers with it. */
export async function submitAndAnswerExport(client: DatabaseClient, session: Session, id: string, wish: NewExport, nowMs: number): Promise<Response> {
  const prepared = wish.source.kind === 'page' ? await preparePage(client, session, wish, nowMs) : await prepareBriefing(client, wish);
  if ('refused' in prepared) return prepared.refused;
  const { id: _id, ...request } = wish;
  const result = await submitExport({ id, request, ...prepared }, await actorNow(session));
  return problemOfLimited(result, 'files', NO_FILE) ?? jsonAnswer(await findExport(client, id), 202, { Location: `/api/exports/${id}` });
}
