import { z } from 'zod';
import type { ScopeArea } from '../domain/analysis';
import type { BriefingChange, BriefingPeriod, Classification, NewPin, NewTemplate, TemplateChange } from '../domain/briefing';
import type { Day, Instant } from '../domain/instant';
import { unwrap, type ApiAnswer } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { instantOf } from './instant-of';
import type { Actor } from './incidents';

const json = (value: unknown): Json => value as Json;

/** Unfinished briefings an account may have, and pins that wait. */
export const MOST_UNFINISHED_BRIEFINGS = 5;
export const MOST_WAITING_PINS = 100;

/** `too_many`: the account has as many under way as it may. */
export type LimitedChange = ChangeResult | { readonly kind: 'too_many' };
/** `forbidden`: it is somebody else's. */
export type OwnedChange = ChangeResult | { readonly kind: 'forbidden' };

const outcomeSchema = z.looseObject({ outcome: z.string() });
const outcomeOf = (what: string, answer: ApiAnswer<Json>): string => outcomeSchema.parse(unwrap(what, answer)).outcome;

/** A briefing as it is asked for, its days resolved. */
export interface SubmittedBriefing {
  readonly id: string;
  readonly title: string;
  readonly area: ScopeArea;
  readonly editionId: string;
  readonly periodKind: BriefingPeriod;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
  readonly classification: Classification;
  readonly showsText: boolean;
  readonly patrol: string | null;
  readonly pins: readonly string[];
  /** The template and the day it is for. */
  readonly template: { readonly id: string; readonly day: Day } | null;
  /** What was sent, to know a second sending by. */
  readonly request: unknown;
}

/** Puts a briefing into the queue under the next number; the same id and content twice make one, as does a template's day. */
export async function submitBriefing(one: SubmittedBriefing, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<LimitedChange> {
  const briefing = {
    id: one.id, title: one.title, area: json(one.area), edition_id: one.editionId, period_kind: one.periodKind, from_day: one.from, to_day: one.to, as_of: one.asOf, classification: one.classification,
    shows_text: one.showsText, patrol_id: one.patrol, template_id: one.template?.id ?? null, template_day: one.template?.day ?? null, request: json(one.request),
  };
  const answer = await service.rpc('submit_briefing', { payload: { briefing, pins: [...one.pins], most: actor === null ? null : MOST_UNFINISHED_BRIEFINGS, actor: json(actor) } });
  return outcomeOf('asking for a briefing', answer) === 'too_many' ? { kind: 'too_many' } : readChange('asking for a briefing', answer);
}

/** Stops what is under way with a briefing. */
export async function cancelBriefing(briefing: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('stopping a briefing', await service.rpc('cancel_briefing', { briefing, actor: json(actor) }));
}

/** Changes title, marks or deck, if nobody did since the version the caller saw. */
export async function changeBriefing(briefing: string, { version, title, classification, showsText, deck }: BriefingChange, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const change = Object.fromEntries(Object.entries({ title, classification, shows_text: showsText, deck }).filter(([, value]) => value !== undefined));
  return readChange('changing a briefing', await service.rpc('change_briefing', { briefing, seen_version: version, change: json(change), actor: json(actor) }));
}

/** Has waiting pins become slides of a briefing that is ready. */
export async function addPinsToBriefing(briefing: string, version: number, pins: readonly string[], actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('adding pins', await service.rpc('add_briefing_pins', { briefing, seen_version: version, pins: [...pins], actor: json(actor) }));
}

/** Keeps a pin until a briefing takes it; the same id twice makes one. */
export async function addPin(pin: NewPin & { readonly id: string }, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<LimitedChange> {
  const answer = await service.rpc('add_briefing_pin', { pin: json(pin), most: MOST_WAITING_PINS, actor: json(actor) });
  return outcomeOf('pinning', answer) === 'too_many' ? { kind: 'too_many' } : readChange('pinning', answer);
}

/** Takes away a pin that waits. */
export async function removePin(pin: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<OwnedChange> {
  const answer = await service.rpc('remove_briefing_pin', { pin, actor: json(actor) });
  return outcomeOf('unpinning', answer) === 'forbidden' ? { kind: 'forbidden' } : readChange('unpinning', answer);
}

/** Keeps a template; the same id twice makes one. */
export async function addTemplate({ id, name, area, periodKind, classification, showsText, minuteOfDay, weekdays, isActive }: NewTemplate & { readonly id: string }, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const template = { id, name, area: json(area), period_kind: periodKind, classification, shows_text: showsText, minute_of_day: minuteOfDay, weekdays, is_active: isActive };
  return readChange('making a template', await service.rpc('add_briefing_template', { payload: { template, actor: json(actor) } }));
}

/** Changes a template, if nobody did since the version the caller saw. */
export async function changeTemplate(template: string, { version, name, area, periodKind, classification, showsText, minuteOfDay, weekdays, isActive }: TemplateChange, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const columns = { name, area, period_kind: periodKind, classification, shows_text: showsText, minute_of_day: minuteOfDay, weekdays, is_active: isActive };
  const change = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  return readChange('changing a template', await service.rpc('change_briefing_template', { template, seen_version: version, change: json(change), actor: json(actor) }));
}

/** Takes a template out of use; what it composed stays. */
export async function removeTemplate(template: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  // Whatever its version: who takes it away has seen enough of it.
  const answer = await service.rpc('change_briefing_template', { template, seen_version: null as unknown as number, change: { removed: true }, actor: json(actor) });
  return readChange('removing a template', answer);
}

/** Writes down that somebody tried what the role may not. */
export async function recordBriefingRefusal(subject: 'briefing' | 'template' | 'pin' | 'export', id: string | null, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const { error } = await service.rpc('record_briefing_refusal', { subject, subject_id: id as string, action, actor: json(actor) });
  if (error !== null) unwrap('a refusal', { data: null, error });
}

const dueSchema = z.array(z.object({
  id: z.string(), name: z.string(), area: z.custom<ScopeArea>(), period_kind: z.enum(['last_28_days', 'week', 'reporting_month', 'reporting_year']), classification: z.enum(['open', 'internal', 'secret', 'top_secret']),
  shows_text: z.boolean(), day: z.string().transform((text) => text as Day), due_at: z.string().transform(instantOf),
}));
/** A template that should have composed today by now and did not. */
export type DueTemplate = z.output<typeof dueSchema>[number];

/** Templates that are due at a moment; absent = now. Of a day that is over none is made up for. */
export async function listDueTemplates(service: DatabaseClient, moment?: string): Promise<DueTemplate[]> {
  return dueSchema.parse(unwrap('templates that are due', await service.rpc('due_briefing_templates', moment === undefined ? {} : { moment })));
}
