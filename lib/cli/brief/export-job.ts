import { createHash } from 'node:crypto';
import type { ClaimedExport, MadeFile } from '../../db/export-files';
import type { BriefingContent, BriefingDetail } from '../../domain/briefing';
import type { NewExport } from '../../domain/export-file';
import type { Day, Instant } from '../../domain/instant';
import { maskContent } from '../../briefing/mask-content';
import type { BriefingDocument, DocumentPicture } from '../../export/briefing-document';
import { maskPage } from '../../export/mask-page';
import { writePdf } from '../../export/pdf/write-pdf';
import { buildPagePicture } from '../../export/picture/build-page-picture';
import { buildSlidePicture } from '../../export/picture/build-slide-picture';
import { drawMapSvg } from '../../export/picture/draw-map-svg';
import type { PictureOptions } from '../../export/picture/picture-options';
import { rasterisePng } from '../../export/picture/rasterise-png';
import { listPictureShapes } from '../../export/pptx/picture-shapes';
import { writePptx } from '../../export/pptx/write-pptx';
import { drawSlidePng } from '../../export/slide-svg';
import { writeXlsx } from '../../export/xlsx/write-xlsx';
import type { ExportPayload } from '../../http/export-request';
import type { PageMap } from '../../http/page-map-reading';
import { readSurroundings } from '../../http/read-surroundings';
import { presentDeck, presentFrame } from '../../messages/briefing/present-slide';
import { withTextTables } from '../../messages/briefing/text-tables';
import type { PresentedDeckSlide, PresentedFrame } from '../../messages/briefing/presented-slide';
import type { Progress } from '../../stats/progress';
import type { Stopped } from '../analyse/computer';
import type { JobFailure } from './compose-job';
import type { GatherParts } from './gather-ground';

/** What making a file needs of its surroundings. */
export type FileParts = Pick<GatherParts, 'service' | 'rules'>;

/** Largest file that is kept, in bytes. */
export const MOST_FILE_BYTES = 60 * 1024 * 1024;
/** Share of the progress that drawing the maps takes. */
const DRAW_SHARE = 0.7;
const WRITERS = { pptx: writePptx, pdf: writePdf, xlsx: writeXlsx } as const;
const STOPPED: Stopped = { kind: 'stopped' };

const surroundingsOf = async ({ service, rules }: FileParts, editionId: string, day: Day, asOf: Instant) => {
  const found = await readSurroundings(service, rules, editionId, day, asOf);
  if (found === null) throw new Error(`the boundaries ${editionId} are not there any more`);
  return found;
};

interface Presented { readonly content: BriefingContent; readonly frame: PresentedFrame; readonly slides: readonly PresentedDeckSlide[] }

/** What is shown: for outside the building masked, without what somebody wrote by hand. */
function present({ rules }: FileParts, detail: BriefingDetail, { masked, language }: NewExport): Presented {
  if (detail.content === null) throw new Error('a briefing without content');
  const content = masked ? maskContent(detail.content, rules, detail.id, detail.asOf) : detail.content;
  const deck = masked ? detail.deck.map((one) => ({ ...one, claim: null, note: null })) : detail.deck;
  const slides = presentDeck(content.slides, deck, content.names, language, masked ? null : detail.texts);
  return { content, frame: presentFrame(detail, content.names, language, masked), slides };
}

async function makeDocument(parts: FileParts, detail: BriefingDetail, request: NewExport, progress: Progress): Promise<Uint8Array | null> {
  const { content, frame, slides } = present(parts, detail, request);
  const shown = slides.filter(({ isShown }) => isShown).map((slide) => withTextTables(slide, request.language));
  const base = { frame, slides: shown, language: request.language, theme: request.theme, asOf: detail.asOf, digest: detail.digest ?? '' };
  const withMaps = content.slides.filter(({ map }) => map !== null).map(({ id }) => id);
  const shapes = request.form === 'pptx' ? listPictureShapes(base, withMaps) : new Map<string, number>();
  const pictures = new Map<string, DocumentPicture>();
  for (const [place, slide] of shown.entries()) {
    if (!progress((place / shown.length) * DRAW_SHARE)) return null;
    const map = content.slides.find(({ id }) => id === slide.id)?.map ?? null;
    if (map === null || request.form === 'xlsx') continue;
    pictures.set(slide.id, drawSlidePng(map, slide, await surroundingsOf(parts, map.editionId, map.day, detail.asOf), request, shapes.get(slide.id)));
  }
  if (!progress(DRAW_SHARE)) return null;
  const document: BriefingDocument = { ...base, pictures };
  return request.form === 'png' ? null : WRITERS[request.form](document);
}

const optionsOf = ({ size, theme, language }: NewExport, more: Pick<PictureOptions, 'title' | 'mark' | 'asOf' | 'notes'>): PictureOptions =>
  ({ widthPixels: size.width, heightPixels: size.height, dpi: size.dpi, projected: false, theme, language, ...more });

async function drawSlide(parts: FileParts, detail: BriefingDetail, slideId: string, request: NewExport): Promise<Uint8Array> {
  const { content, frame, slides } = present(parts, detail, request);
  const [map, slide] = [content.slides.find(({ id }) => id === slideId)?.map, slides.find(({ id }) => id === slideId)];
  if (map === undefined || map === null || slide === undefined) throw new Error(`no map on ${slideId}`);
  const notes = [frame.number, frame.period, ...(frame.masked === null ? [] : [frame.masked])];
  const options = { ...optionsOf(request, { title: slide.title, mark: frame.classification, asOf: detail.asOf, notes }), legend: slide.legend };
  const svg = drawMapSvg(buildSlidePicture(map, await surroundingsOf(parts, map.editionId, map.day, detail.asOf), options));
  return rasterisePng(svg, { widthPixels: request.size.width, dpi: request.size.dpi });
}

async function drawPage(parts: FileParts, { page, editionId, day, asOf, ...titles }: PageMap, request: NewExport): Promise<Uint8Array> {
  const shown = request.masked ? maskPage(page, { rules: parts.rules, at: `${day}T12:00:00+07:00` }) : page;
  const title = request.masked ? titles.outsideTitle : titles.title;
  const { masked } = presentFrame({ number: '', title, periodKind: 'days', from: day, to: day, asOf, classification: 'internal' }, { area: '', wards: {}, clusters: {}, categories: {} }, request.language, request.masked);
  const options = { ...optionsOf(request, { title, mark: null, asOf, notes: masked === null ? [] : [masked] }), ...(request.masked ? { grouped: false } : {}) };
  return rasterisePng(drawMapSvg(buildPagePicture(shown, await surroundingsOf(parts, editionId, day, asOf), options)), { widthPixels: request.size.width, dpi: request.size.dpi });
}

async function makeBytes(parts: FileParts, { request, payload }: ClaimedExport, progress: Progress): Promise<Uint8Array | null> {
  // Written by the server when it was asked for.
  const source = payload as ExportPayload;
  switch (source.kind) {
    case 'briefing': return makeDocument(parts, source.detail, request, progress);
    case 'slide': return progress(0.1) ? drawSlide(parts, source.detail, source.slide, request) : null;
    case 'page': return progress(0.1) ? drawPage(parts, source.map, request) : null;
    default: return source satisfies never;
  }
}

/** Makes the file of a claimed job from what was read when it was asked for. */
export async function makeFile(parts: FileParts, job: ClaimedExport, progress: Progress): Promise<MadeFile | JobFailure | Stopped> {
  const bytes = await makeBytes(parts, job, progress);
  if (bytes === null) return STOPPED;
  if (bytes.byteLength > MOST_FILE_BYTES) return { kind: 'failed', failure: 'too_large', detail: null };
  return { kind: 'file', bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}
