import { digestOf } from '../../analysis/digest';
import { findNotFinite } from '../../analysis/find-not-finite';
import { composeBriefing, composePins, deckOf, freezeNames } from '../../briefing/compose-briefing';
import { readIncidentTexts } from '../../db/briefing-data';
import type { ClaimedBriefing, ComposedBriefing } from '../../db/briefing-work';
import type { BriefingFailure, Slide } from '../../domain/briefing';
import type { Progress } from '../../stats/progress';
import type { Stopped } from '../analyse/computer';
import { gatherGround, type GatherParts } from './gather-ground';
import { gatherInput } from './gather-input';
import { gatherPins } from './gather-pins';

/** A job that could not be done, and why. */
export interface JobFailure { readonly kind: 'failed'; readonly failure: BriefingFailure; readonly detail: string | null }

/** Largest content that is kept, in bytes of JSON. */
export const MOST_CONTENT_BYTES = 20 * 1024 * 1024;
/** Share of the progress that reading takes. */
const READ_SHARE = 0.2;
const STOPPED: Stopped = { kind: 'stopped' };

const failed = (failure: BriefingFailure, detail: string | null = null): JobFailure => ({ kind: 'failed', failure, detail });

/** Ids of the incidents that slides name in their tables. */
const listIncidentIds = (slides: readonly Slide[]): string[] => [...new Set(slides.flatMap(({ tables }) => tables.flatMap(({ columns, rows }) =>
  columns.flatMap(({ kind }, place) => (kind === 'incident' ? rows.flatMap(({ cells }) => (typeof cells[place] === 'string' ? [cells[place]] : [])) : [])))))];

/** Content is written only when it is JSON without loss, and not too large. */
function contentProblem(content: unknown): JobFailure | null {
  const place = findNotFinite(content);
  if (place !== null) return failed('not_finite', place);
  return Buffer.byteLength(JSON.stringify(content)) > MOST_CONTENT_BYTES ? failed('too_large') : null;
}

async function addSlides(parts: GatherParts, briefing: ClaimedBriefing, progress: Progress): Promise<ComposedBriefing | JobFailure | Stopped> {
  const ground = await gatherGround(parts, briefing);
  if (ground === null) return failed('bad_scope');
  const pins = await gatherPins(parts, ground, briefing);
  const slides = progress(READ_SHARE) ? composePins({ pins }, (share) => progress(READ_SHARE + share * (1 - READ_SHARE))) : null;
  if (slides === null) return STOPPED;
  const added = slides.map((slide) => ({ slide, names: freezeNames({ area: '', ...ground.names }, [slide]), digest: digestOf(slide) }));
  return contentProblem(added) ?? { kind: 'added', slides: added };
}

/** Reads and composes what a claimed briefing needs: the whole of it, or slides for pins that came later. */
export async function composeJob(parts: GatherParts, briefing: ClaimedBriefing, progress: Progress): Promise<ComposedBriefing | JobFailure | Stopped> {
  if (briefing.isComposed) return addSlides(parts, briefing, progress);
  const input = await gatherInput(parts, briefing);
  if (input === null) return failed('bad_scope');
  if (!progress(READ_SHARE)) return STOPPED;
  const content = composeBriefing(input, (share) => progress(READ_SHARE + share * (1 - READ_SHARE)));
  if (content === null) return STOPPED;
  const problem = contentProblem(content);
  if (problem !== null) return problem;
  const texts = await readIncidentTexts(parts.service, listIncidentIds(content.slides));
  return { kind: 'composed', content, digest: digestOf(content), texts, deck: deckOf(content.slides) };
}
