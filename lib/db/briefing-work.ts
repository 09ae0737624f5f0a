import { z } from 'zod';
import type { ScopeArea } from '../domain/analysis';
import { PIN_KINDS, type BriefingContent, type BriefingFailure, type DeckSlide, type FrozenNames, type Slide } from '../domain/briefing';
import type { Day } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';
import { instantOf } from './instant-of';

const json = (value: unknown): Json => value as Json;
const day = z.string().transform((text) => text as Day);
const instant = z.string().transform(instantOf);

const claimedSchema = z.object({
  id: z.string(), claim: z.string(), number: z.string(), area: z.custom<ScopeArea>(), edition_id: z.string(), from_day: day, to_day: day, as_of: instant, seed: z.number(), patrol_id: z.string().nullable(),
  is_composed: z.boolean(), pins: z.array(z.object({ id: z.string(), kind: z.enum(PIN_KINDS), title: z.string(), path: z.string() })),
  previous: z.object({ number: z.string(), as_of: instant, content: z.custom<BriefingContent>() }).nullable(),
}).transform(({ edition_id, from_day, to_day, as_of, patrol_id, is_composed, ...rest }) => ({ ...rest, editionId: edition_id, from: from_day, to: to_day, asOf: as_of, patrol: patrol_id, isComposed: is_composed }));

/** A briefing that this process composes; one that is composed already only has its pins made slides. */
export type ClaimedBriefing = z.output<typeof claimedSchema>;

/** Takes the next briefing in the queue; null when none waits. */
export async function claimBriefing(service: DatabaseClient, claim: string): Promise<ClaimedBriefing | null> {
  const answer = await service.rpc('claim_briefing', { worker_claim: claim });
  return answer.error === null && answer.data === null ? null : claimedSchema.parse(unwrap('taking a briefing', answer));
}

type Held = Pick<ClaimedBriefing, 'id' | 'claim'>;

/** Says that it is being composed and how far it is, 0 to 1; learns whether to go on. */
export async function beatBriefing(service: DatabaseClient, { id, claim }: Held, progress: number): Promise<'go' | 'cancel' | 'lost'> {
  return z.enum(['go', 'cancel', 'lost']).parse(unwrap('the beat of a briefing', await service.rpc('beat_briefing', { briefing: id, worker_claim: claim, reached: progress })));
}

/** What was composed: the whole, or slides that are added. */
export type ComposedBriefing =
  | { readonly kind: 'composed'; readonly content: BriefingContent; readonly digest: string; readonly texts: Readonly<Record<string, string>>; readonly deck: readonly DeckSlide[] }
  | { readonly kind: 'added'; readonly slides: readonly { readonly slide: Slide; readonly names: FrozenNames; readonly digest: string }[] };

/** Writes what was composed. `cancelled`: somebody asked for that meanwhile; `lost`: another process has it. */
export async function finishBriefing(service: DatabaseClient, { id, claim }: Held, { kind: _kind, ...composed }: ComposedBriefing, elapsedMs: number): Promise<'done' | 'cancelled' | 'lost'> {
  const answer = await service.rpc('finish_briefing', { briefing: id, worker_claim: claim, result: json({ ...composed, elapsed_ms: Math.round(elapsedMs) }) });
  return z.enum(['done', 'cancelled', 'lost']).parse(unwrap('the content of a briefing', answer));
}

/** How a composing or the making of a file ends without a result; `queued`: it goes back to the queue. */
export type WorkEnd =
  | { readonly state: 'failed'; readonly failure: BriefingFailure; readonly detail: string | null; readonly elapsedMs: number }
  | { readonly state: 'cancelled'; readonly elapsedMs: number }
  | { readonly state: 'queued' };

/** An end as the database takes it. */
export const endJson = (end: WorkEnd): Json => ({
  state: end.state, ...(end.state === 'failed' ? { failure: end.failure, failure_detail: end.detail } : {}), ...(end.state === 'queued' ? {} : { elapsed_ms: Math.round(end.elapsedMs) }),
});

/** Ends it without content; false when another process has it. */
export async function endBriefing(service: DatabaseClient, { id, claim }: Held, end: WorkEnd): Promise<boolean> {
  return z.boolean().parse(unwrap('the end of a briefing', await service.rpc('end_briefing', { briefing: id, worker_claim: claim, result: endJson(end) })));
}
