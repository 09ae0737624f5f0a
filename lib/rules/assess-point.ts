import { locateWard } from '../geo/locate-ward';
import type { LngLat, WardLocation } from '../geo/types';
import { findBorderZone, type BorderZone } from './border-zone';
import { decideLead, type Detection, type LeadDecision } from './decide-lead';
import { findDayRules, type DayRules, type RuleBook } from './rule-book';

/** What is asked: a point, the instant that decides edition and agreements, the detections known, and perhaps another default width. */
export interface PointQuestion {
  readonly position: LngLat;
  readonly at: string;
  readonly detections: readonly Detection[];
  /** Replaces the city's default width, in metres; agreed widths stay as signed. */
  readonly defaultWidthMetres?: number | undefined;
  /** Answers as if the owner had detected the incident first (a question about a place, not about an incident). */
  readonly assumeOwnerDetected?: boolean;
}

/** The full answer about a point: whose it is, which zone it lies in, who leads. */
export interface PointAssessment {
  readonly rules: DayRules;
  readonly location: WardLocation;
  readonly zone: BorderZone;
  readonly detections: readonly Detection[];
  readonly decision: LeadDecision;
}

/** Either an assessment or the reason why there is none. */
export type AssessResult = { readonly kind: 'assessed'; readonly assessment: PointAssessment } | { readonly kind: 'no_edition' };

/**
 * Owner, border zone and lead of a point at an instant: the one way in which the product answers "whose is it?".
 *
 * Limits: `no_edition` when no boundary edition covers the day of `at`.
 */
export function assessPoint(rules: RuleBook, question: PointQuestion): AssessResult {
  const day = findDayRules(rules, question.at);
  if (day === null) return { kind: 'no_edition' };
  const defaultWidth = question.defaultWidthMetres ?? rules.defaultWidthMetres;
  const location = locateWard(day.book.index, question.position, Math.max(day.searchWidthMetres, defaultWidth));
  const focusArea = day.focusAreas.find((area) => area.covers(question.position))?.hit ?? null;
  const zone = findBorderZone(location, day.agreements, focusArea, defaultWidth);
  const detections = question.assumeOwnerDetected === true && location.ownerCode !== null
    ? [{ wardCode: location.ownerCode, at: question.at }]
    : question.detections;
  const decision = decideLead(location.ownerCode, zone, detections);
  return { kind: 'assessed', assessment: { rules: day, location, zone, detections, decision } };
}
