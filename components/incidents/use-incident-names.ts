'use client';

import { useMemo } from 'react';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { HistoryNames } from '@/lib/messages/format-history';
import type { IncidentAnswer } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';

/** Every ward an incident names itself, by code. */
function listNamed({ incident, coordination }: IncidentAnswer): ReadonlyMap<string, string> {
  const { ownership, lead, neighbours, detectedBy } = incident;
  const wards = [
    ownership.owner, lead.ward, detectedBy, ...ownership.candidates, ...lead.assists, ...lead.onRequest, ...neighbours,
    ...coordination.assists.map(({ ward }) => ward), ...coordination.decisions.map(({ ward }) => ward), ...coordination.detections.map(({ ward }) => ward),
    ...coordination.handOvers.flatMap(({ from, to }) => [from, to]),
  ];
  return new Map(wards.flatMap((ward) => (ward === null ? [] : [[ward.code, ward.name] as const])));
}

/**
 * Names for an incident's history: wards by code in its edition, units by id (`editionId:code` for a ward's). Codes are never shown.
 *
 * `wardNames`: full names by `editionId/code`.
 */
export function useIncidentNames(answer: IncidentAnswer, wardNames: ReadonlyMap<string, string>): HistoryNames {
  const { language, messages } = usePreferences();
  return useMemo(() => {
    const named = listNamed(answer);
    const { editionId } = answer.incident;
    const fromKey = (key: string): string | undefined => {
      const name = wardNames.get(key);
      return name === undefined ? undefined : formatWardInSentence(name, language);
    };
    return {
      ward: (code) => {
        const name = named.get(code);
        return name === undefined ? (fromKey(`${editionId}/${code}`) ?? messages.coordination.unnamed) : formatWardInSentence(name, language);
      },
      unit: (unitId) => fromKey(unitId.replace(':', '/')) ?? (/^[^:]+:\d{5}$/.test(unitId) ? messages.coordination.unnamed : unitId),
    };
  }, [answer, wardNames, language, messages]);
}
