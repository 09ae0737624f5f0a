import type { WardName } from '@/lib/domain/boundary';
import type { IncidentAnswer } from '@/components/data/api-types';

/** Wards to choose from, the likeliest first; no ward twice. */
export interface WardChoices {
  readonly onRequest: readonly WardName[];
  readonly near: readonly WardName[];
  readonly others: readonly WardName[];
}

const unlike = (taken: ReadonlySet<string>, wards: readonly WardName[]): WardName[] => {
  const seen = new Set(taken);
  return wards.filter(({ code }) => !seen.has(code) && seen.add(code).has(code));
};

/**
 * Wards that can be named in an action on an incident, without those in `excluded` (codes): first those that assist on
 * request, then those the incident names otherwise, then every ward of its edition.
 */
export function listWardChoices({ incident, coordination }: IncidentAnswer, everyWard: readonly WardName[], excluded: readonly string[]): WardChoices {
  const { lead, neighbours, ownership, detectedBy } = incident;
  const onRequest = unlike(new Set(excluded), lead.onRequest);
  const taken = new Set([...excluded, ...onRequest.map(({ code }) => code)]);
  const named = [ownership.owner, lead.ward, detectedBy].filter((ward) => ward !== null);
  const near = unlike(taken, [...neighbours, ...named, ...lead.assists, ...coordination.assists.map(({ ward }) => ward)].map(({ code, name }) => ({ code, name })));
  near.forEach(({ code }) => taken.add(code));
  return { onRequest, near, others: unlike(taken, everyWard) };
}

/** Wards whose help can be asked: neither the lead nor one that was asked and has not declined or been released. */
export function listNotAskable({ incident, coordination }: IncidentAnswer): string[] {
  const busy = coordination.assists.filter(({ status }) => status === 'asked' || status === 'accepted').map(({ ward }) => ward.code);
  return [...busy, ...(incident.lead.ward === null ? [] : [incident.lead.ward.code])];
}
