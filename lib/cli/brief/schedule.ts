import { randomUUID } from 'node:crypto';
import { planBriefing } from '../../briefing/plan-briefing';
import { listDueTemplates, submitBriefing, type DueTemplate } from '../../db/briefing-changes';
import type { DatabaseClient } from '../../db/clients';
import type { RuleBook } from '../../rules/rule-book';

/** How often, in milliseconds, the clock is looked at. */
export const SCHEDULE_MS = 15_000;

async function submitDue(service: DatabaseClient, rules: RuleBook, due: DueTemplate, nowMs: number): Promise<boolean> {
  const wish = { periodKind: due.period_kind, asOf: due.due_at };
  const plan = planBriefing(rules, wish, nowMs);
  if (plan.kind === 'refused') throw new Error(`template ${due.name}: ${plan.field} ${plan.reason}`);
  const result = await submitBriefing({
    id: randomUUID(), title: due.name, area: due.area, editionId: plan.book.edition.id, periodKind: due.period_kind, from: plan.from, to: plan.to, asOf: due.due_at, classification: due.classification,
    showsText: due.shows_text, patrol: null, pins: [], template: { id: due.id, day: due.day }, request: { template: due.id, day: due.day },
  }, null, service);
  return result.kind === 'done' && !result.repeated;
}

/**
 * Has every template that is due composed, as of the instant it was due; gives how many briefings that made.
 *
 * The database takes one briefing a template and day: of several processes, one makes it. Of a day that is over none is made up for.
 */
export async function composeDue(service: DatabaseClient, rules: RuleBook, nowMs: number): Promise<number> {
  let made = 0;
  for (const due of await listDueTemplates(service, new Date(nowMs).toISOString())) if (await submitDue(service, rules, due, nowMs)) made++;
  return made;
}

/** Looks at the clock until it is ended. */
export function keepSchedule({ service, getRules, everyMs = SCHEDULE_MS, onFailure }: { readonly service: DatabaseClient; readonly getRules: () => Promise<RuleBook>; readonly everyMs?: number; readonly onFailure: (error: unknown) => void }): () => Promise<void> {
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const look = async (): Promise<void> => { await composeDue(service, await getRules(), Date.now()); };
  const next = (): void => {
    timer = setTimeout(() => { current = look().catch(onFailure).then(() => { if (!isEnded) next(); }); }, everyMs);
  };
  next();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await current;
  };
}
