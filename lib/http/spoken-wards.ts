import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { dayOf, isInForce, type Day } from '../domain/instant';

/**
 * Codes of the wards of an edition for which an account speaks on a day: those of units it serves that day, and of units that
 * ended with the edition while it served them.
 *
 * Limits: nothing for an account that serves no unit that day.
 */
export function listSpokenWards({ role, units }: Session, edition: { readonly id: string; readonly effectiveTo: Day | null }, today: Day): string[] {
  if (role !== 'officer' || !units.some((unit) => isInForce(unit, today))) return [];
  const lastDay = edition.effectiveTo !== null && edition.effectiveTo < today ? edition.effectiveTo : today;
  return units
    .filter((unit) => isInForce(unit, lastDay))
    .flatMap(({ wards }) => wards.filter(({ editionId }) => editionId === edition.id).map(({ code }) => code));
}

/** The wards of every edition for which an account speaks today, each `edition/code`. */
export async function listOwnWardKeys(session: Session): Promise<string[]> {
  const { editions, timeZone } = await getRuleBook();
  const today = dayOf(new Date().toISOString(), timeZone);
  return editions.flatMap(({ edition }) => listSpokenWards(session, edition, today).map((code) => `${edition.id}/${code}`));
}
