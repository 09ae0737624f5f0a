import { z } from 'zod';
import type { Bbox } from '../geo/types';
import { MOST_SCOPE_WARDS, scopeAreaSchema, type MethodId, type ScopeArea } from './analysis';
import type { Fact, LegendEntry, ResultChart, ResultFeature, ResultTable, Told } from './analysis-result';
import { daySchema, instantSchema, type Day, type Instant } from './instant';
import { prose } from './prose';
import type { Role } from './role';

/** The standard slides of a briefing, in their order. */
export const STANDARD_SLIDES = ['cover', 'last_day', 'hidden_hotspots', 'border_league', 'change_map', 'watch_list', 'patrol', 'open_items'] as const;
export type StandardSlide = (typeof STANDARD_SLIDES)[number];

/** What can be brought into a briefing from elsewhere in the product (*đưa vào giao ban*). */
export const PIN_KINDS = ['map', 'chart', 'zone', 'analysis'] as const;
export type PinKind = (typeof PIN_KINDS)[number];
export type SlideKind = StandardSlide | PinKind;

/** Dictionaries of pinned slides, by the page they come from; `pin` tells maps and zones. */
export const PIN_WORDS = [
  'pin', 'pin_trend', 'pin_alarm', 'pin_coverage', 'pin_patrol', 'pin_review', 'pin_drug_free', 'pin_programme', 'pin_scores', 'pin_ward_score', 'pin_disputes', 'pin_cluster', 'pin_rules',
] as const;
export type PinWords = (typeof PIN_WORDS)[number];

/** Marks of who may hold it; printed on every page and slide. */
export const CLASSIFICATIONS = ['open', 'internal', 'secret', 'top_secret'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Roles that compose and change briefings; those that read them. An officer reads those of a cluster of the own ward. */
export const MAY_COMPOSE: readonly Role[] = ['analyst', 'commander', 'admin'];
export const MAY_READ_BRIEFINGS: readonly Role[] = ['viewer', 'officer', 'analyst', 'commander', 'admin'];

/** How a template or a form names a period; `days` gives first and last day itself, the others end at the as-of instant's day. */
export const BRIEFING_PERIODS = ['days', 'last_28_days', 'week', 'reporting_month', 'reporting_year'] as const;
export type BriefingPeriod = (typeof BRIEFING_PERIODS)[number];

/** An incident on a slide's map: degrees, longitude first. */
export interface SlidePoint {
  readonly id: string;
  readonly position: readonly [number, number];
  readonly category: string;
  readonly borderZone: boolean;
  readonly resolved: boolean;
}

/** What a slide's map shows, over the wards and clusters of one day. Frozen with the snapshot. */
export interface SlideMap {
  readonly bbox: Bbox;
  readonly editionId: string;
  readonly day: Day;
  /** Whether the border-zone band is drawn. */
  readonly borderZone: boolean;
  readonly features: readonly ResultFeature[];
  readonly legend: readonly LegendEntry[];
  readonly points: readonly SlidePoint[];
}

/**
 * One slide: one claim as a sentence made of data, how sure it is, and what it rests on. Texts are codes and numbers; `words`
 * names the dictionary that tells them (`lib/messages/briefing`, or that of an analysis method).
 */
export interface Slide {
  readonly id: string;
  readonly kind: SlideKind;
  readonly words: StandardSlide | MethodId | PinWords;
  /** Title of something pinned, as its author wrote it; null for the standard slides. */
  readonly title: string | null;
  readonly claim: Told;
  /** How sure the claim is and under which conditions; never empty where the claim holds a number that could be chance. */
  readonly uncertainty: readonly Told[];
  readonly facts: readonly Fact[];
  readonly tables: readonly ResultTable[];
  readonly charts: readonly ResultChart[];
  readonly map: SlideMap | null;
  /** Where its records stand in the product: a path with a query. */
  readonly link: string | null;
}

/** Names as they were when the snapshot was made, so that it can be shown and written without asking anybody. */
export interface FrozenNames {
  readonly area: string;
  readonly wards: Readonly<Record<string, string>>;
  readonly clusters: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, { readonly vi: string; readonly en: string }>>;
}

/** What a snapshot froze. Never changes once it is ready; its digest says so. */
export interface BriefingContent {
  readonly slides: readonly Slide[];
  readonly names: FrozenNames;
  /** What it was computed from. */
  readonly incidents: number;
  readonly seed: number;
}

/** How one slide is shown: an order, on or off, the claim as somebody wrote it, a note for the presenter. */
export interface DeckSlide {
  readonly slideId: string;
  readonly isShown: boolean;
  /** Replaces the sentence made of data, which stays visible to the editor; null = the sentence made of data. */
  readonly claim: string | null;
  readonly note: string | null;
}

export const BRIEFING_STATES = ['queued', 'composing', 'ready', 'failed', 'cancelled'] as const;
export type BriefingState = (typeof BRIEFING_STATES)[number];

/** A briefing as lists show it. */
export interface Briefing {
  readonly id: string;
  /** `GB-2026-0012`: numbered by the year of its as-of day, never reused. */
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly area: ScopeArea;
  readonly editionId: string;
  readonly periodKind: BriefingPeriod;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
  readonly classification: Classification;
  /** Whether free text of incidents may stand on its slides, for roles that may read it. */
  readonly showsText: boolean;
  readonly state: BriefingState;
  /** 0 to 1 while it is composed. */
  readonly progress: number;
  readonly failure: string | null;
  /** SHA-256 of the content; equal digests mean equal numbers. Null until it is ready. */
  readonly digest: string | null;
  readonly template: { readonly id: string; readonly name: string } | null;
  /** The briefing before it of the same area, that its cover compares with. */
  readonly previous: { readonly id: string; readonly number: string } | null;
  readonly createdAt: Instant;
  readonly createdByRole: Role;
  readonly elapsedMs: number | null;
}

/** A briefing with what it shows, as `GET /api/briefings/{id}` answers. */
export interface BriefingDetail extends Briefing {
  readonly content: BriefingContent | null;
  readonly deck: readonly DeckSlide[];
  /** What was written about incidents, by id; null where the snapshot or the reader's role does not admit it. */
  readonly texts: Readonly<Record<string, string>> | null;
}

const days = { from: daySchema.optional(), to: daySchema.optional() };
const ordered = ({ periodKind, from, to }: { periodKind: BriefingPeriod; from?: Day | undefined; to?: Day | undefined }): boolean =>
  periodKind === 'days' ? from !== undefined && to !== undefined && from <= to : from === undefined && to === undefined;
const ORDER = { path: ['to'], message: 'periodKind days names from and to in order; every other period names neither' };

/** Body of `POST /api/briefings`. The same `id` twice makes one briefing. `asOf` absent = now. */
export const newBriefingSchema = z.strictObject({
  id: z.uuid().optional(),
  title: prose(200).optional(),
  area: scopeAreaSchema,
  periodKind: z.enum(BRIEFING_PERIODS).default('last_28_days'),
  ...days,
  asOf: instantSchema.optional(),
  classification: z.enum(CLASSIFICATIONS).default('internal'),
  showsText: z.boolean().default(false),
  /** Patrol that the evaluation looks at; absent = the latest finished one in the area. */
  patrol: z.uuid().optional(),
  pins: z.array(z.uuid()).max(40).default([]),
}).refine(ordered, ORDER);
export type NewBriefing = z.output<typeof newBriefingSchema>;

const deckSlideSchema = z.strictObject({
  slideId: z.string().min(1).max(80), isShown: z.boolean(), claim: prose(400).nullable().default(null), note: prose(4_000).nullable().default(null),
});

/** Body of `PATCH /api/briefings/{id}`: the deck names every slide once; the frozen content can not be changed. */
export const briefingChangeSchema = z.strictObject({
  version: z.int().min(1),
  title: prose(200).optional(),
  classification: z.enum(CLASSIFICATIONS).optional(),
  showsText: z.boolean().optional(),
  deck: z.array(deckSlideSchema).max(60).optional(),
});
export type BriefingChange = z.output<typeof briefingChangeSchema>;

/** Something brought from elsewhere. `path` is the page it comes from with its query, from which its evidence is made when a briefing takes it up. */
export const newPinSchema = z.strictObject({
  id: z.uuid().optional(),
  kind: z.enum(PIN_KINDS),
  title: prose(200),
  path: z.string().max(2_000).regex(/^\/[a-z][^\p{Cc}\p{Cs}]*$/u, 'is a path of this product'),
});
export type NewPin = z.output<typeof newPinSchema>;

/** A pin that waits for a briefing. */
export interface BriefingPin {
  readonly id: string;
  readonly kind: PinKind;
  readonly title: string;
  readonly path: string;
  readonly createdAt: Instant;
  readonly createdByRole: Role;
  readonly isMine: boolean;
}

/** Body of `POST /api/briefings/templates`: a briefing that composes itself. `minuteOfDay` in the deployment's time zone; weekdays 1 = Monday. */
export const newTemplateSchema = z.strictObject({
  id: z.uuid().optional(),
  name: prose(200),
  area: scopeAreaSchema,
  periodKind: z.enum(BRIEFING_PERIODS).exclude(['days']).default('last_28_days'),
  classification: z.enum(CLASSIFICATIONS).default('internal'),
  showsText: z.boolean().default(false),
  minuteOfDay: z.int().min(0).max(1_439).default(360),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).default([1, 2, 3, 4, 5, 6, 7]).transform((all) => [...new Set(all)].sort()),
  isActive: z.boolean().default(true),
});
export type NewTemplate = z.output<typeof newTemplateSchema>;

/** A template as it is kept, with the briefing it composed last. */
export interface BriefingTemplate extends Required<NewTemplate> {
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdByRole: Role;
  readonly last: { readonly id: string; readonly number: string; readonly state: BriefingState; readonly asOf: Instant } | null;
}

const templateFields = newTemplateSchema.shape;

/** Body of `PATCH /api/briefings/templates/{id}`; what is absent stays. */
export const templateChangeSchema = z.strictObject({
  version: z.int().min(1),
  name: prose(200).optional(),
  area: scopeAreaSchema.optional(),
  periodKind: templateFields.periodKind.unwrap().optional(),
  classification: z.enum(CLASSIFICATIONS).optional(),
  showsText: z.boolean().optional(),
  minuteOfDay: z.int().min(0).max(1_439).optional(),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).transform((all) => [...new Set(all)].sort()).optional(),
  isActive: z.boolean().optional(),
});
export type TemplateChange = z.output<typeof templateChangeSchema>;

/** Body of `POST /api/briefings/{id}/pins`: pins that wait become slides of a briefing that is ready. */
export const addPinsSchema = z.strictObject({ version: z.int().min(1), pins: z.array(z.uuid()).min(1).max(40) });

/** Why a composing or a file failed: its computer was gone three times; longer than allowed; too large; what it looked at is not there; a number that is none; a fault of the program. */
export const BRIEFING_FAILURES = ['interrupted', 'too_long', 'too_large', 'bad_scope', 'not_finite', 'crashed'] as const;
export type BriefingFailure = (typeof BRIEFING_FAILURES)[number];

/** Most wards that one briefing looks at. */
export const MOST_BRIEFING_WARDS = MOST_SCOPE_WARDS;
