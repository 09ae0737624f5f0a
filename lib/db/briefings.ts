import { z } from 'zod';
import {
  BRIEFING_PERIODS, BRIEFING_STATES, CLASSIFICATIONS, PIN_KINDS, type Briefing, type BriefingContent, type BriefingDetail, type BriefingPin, type BriefingTemplate, type DeckSlide,
  type FrozenNames, type Slide,
} from '../domain/briefing';
import type { ScopeArea } from '../domain/analysis';
import type { Day } from '../domain/instant';
import { ROLES } from '../domain/role';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { instantOf } from './instant-of';

// Written by the server from what it had parsed or computed, and by nobody else.
const written = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const instant = z.string().transform(instantOf);
const day = z.string().transform((text) => text as Day);

const rowSchema = z.object({
  id: z.string(), number: z.string(), version: z.number(), title: z.string(), area: written<ScopeArea>(), edition_id: z.string(), period_kind: z.enum(BRIEFING_PERIODS),
  from_day: day, to_day: day, as_of: instant, classification: z.enum(CLASSIFICATIONS), shows_text: z.boolean(), state: z.enum(BRIEFING_STATES), progress: z.number(),
  failure: z.string().nullable(), digest: z.string().nullable(), template: z.object({ id: z.string(), name: z.string() }).nullable(),
  previous: z.object({ id: z.string(), number: z.string() }).nullable(), created_at: instant, created_by_role: z.enum(ROLES), elapsed_ms: z.number().nullable(),
});
const detailSchema = rowSchema.extend({
  content: written<BriefingContent>().nullable(), deck: written<DeckSlide[]>(), texts: z.record(z.string(), z.string()).nullable(),
  added: z.array(z.object({ slide: written<Slide>(), names: written<FrozenNames>() })),
});

const toBriefing = (row: z.output<typeof rowSchema>): Briefing => ({
  id: row.id, number: row.number, version: row.version, title: row.title, area: row.area, editionId: row.edition_id, periodKind: row.period_kind, from: row.from_day, to: row.to_day,
  asOf: row.as_of, classification: row.classification, showsText: row.shows_text, state: row.state, progress: row.progress, failure: row.failure, digest: row.digest,
  template: row.template, previous: row.previous, createdAt: row.created_at, createdByRole: row.created_by_role, elapsedMs: row.elapsed_ms,
});

/** The snapshot with the slides that were added to it since; the first name of a code holds. */
function withAdded(content: BriefingContent | null, added: readonly { slide: Slide; names: FrozenNames }[]): BriefingContent | null {
  if (content === null || added.length === 0) return content;
  const names = added.reduce<FrozenNames>((all, one) => ({
    area: all.area, wards: { ...one.names.wards, ...all.wards }, clusters: { ...one.names.clusters, ...all.clusters }, categories: { ...one.names.categories, ...all.categories },
  }), content.names);
  return { ...content, slides: [...content.slides, ...added.map(({ slide }) => slide)], names };
}

/** What a list of briefings can be narrowed by. */
export interface BriefingFilter {
  readonly template?: string | undefined;
}

/** The newest briefings that the client may see, without their content; at most `limit`, 1 to 500. */
export async function listBriefings(client: DatabaseClient, { template }: BriefingFilter, limit: number): Promise<Briefing[]> {
  const answer = await client.rpc('list_briefings', { filter: template === undefined ? {} : { template }, page_size: limit });
  return z.array(rowSchema).parse(unwrap('briefings', answer)).map(toBriefing);
}

/** One briefing without its content, if the client may see it. */
export async function findBriefing(client: DatabaseClient, id: string): Promise<Briefing | undefined> {
  const answer = await client.rpc('find_briefing', { briefing: id, with_content: false });
  // Null is an answer here: there is no such briefing for this client.
  return answer.error === null && answer.data === null ? undefined : toBriefing(rowSchema.parse(unwrap('a briefing', answer)));
}

/** One briefing with what it shows, if the client may see it; free text only where snapshot and role admit it. */
export async function findBriefingDetail(client: DatabaseClient, id: string): Promise<BriefingDetail | undefined> {
  const answer = await client.rpc('find_briefing', { briefing: id, with_content: true });
  if (answer.error === null && answer.data === null) return undefined;
  const row = detailSchema.parse(unwrap('a briefing with its content', answer));
  return { ...toBriefing(row), content: withAdded(row.content, row.added), deck: row.deck, texts: row.texts };
}

const pinSchema = z.object({ id: z.string(), kind: z.enum(PIN_KINDS), title: z.string(), path: z.string(), created_at: instant, created_by_role: z.enum(ROLES), mine: z.boolean() });

/** The pins that wait for a briefing, newest first. */
export async function listPins(client: DatabaseClient): Promise<BriefingPin[]> {
  return z.array(pinSchema).parse(unwrap('pins of briefings', await client.rpc('list_briefing_pins')))
    .map(({ created_at, created_by_role, mine, ...pin }) => ({ ...pin, createdAt: created_at, createdByRole: created_by_role, isMine: mine }));
}

const templateSchema = z.object({
  id: z.string(), version: z.number(), name: z.string(), area: written<ScopeArea>(), period_kind: z.enum(BRIEFING_PERIODS).exclude(['days']), classification: z.enum(CLASSIFICATIONS), shows_text: z.boolean(),
  minute_of_day: z.number(), weekdays: z.array(z.number()), is_active: z.boolean(), created_at: instant, created_by_role: z.enum(ROLES),
  last: z.object({ id: z.string(), number: z.string(), state: z.enum(BRIEFING_STATES), as_of: instant }).nullable(),
});

/** The templates, by name, with what each composed last. */
export async function listTemplates(client: DatabaseClient): Promise<BriefingTemplate[]> {
  return z.array(templateSchema).parse(unwrap('templates of briefings', await client.rpc('list_briefing_templates'))).map((row): BriefingTemplate => ({
    id: row.id, version: row.version, name: row.name, area: row.area, periodKind: row.period_kind, classification: row.classification, showsText: row.shows_text, minuteOfDay: row.minute_of_day,
    weekdays: row.weekdays, isActive: row.is_active, createdAt: row.created_at, createdByRole: row.created_by_role,
    last: row.last === null ? null : { id: row.last.id, number: row.last.number, state: row.last.state, asOf: row.last.as_of },
  }));
}
