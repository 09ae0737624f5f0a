'use client';

import { useMemo } from 'react';
import type { Reference } from '@/components/data/api-types';
import { useWards } from '@/components/data/use-reference';
import { usePreferences } from '@/components/ui/preferences';
import { buildPhrases } from '@/lib/messages/analysis/build-phrases';
import type { Phrases } from '@/lib/messages/analysis/method-texts';

/** Writes the values of a result in the reader's language, with the names of an edition. */
export function usePhrases(reference: Reference, editionId: string | null): Phrases {
  const { language } = usePreferences();
  const wards = useWards(editionId);
  const features = wards.state === 'ready' ? wards.data.features : null;
  return useMemo(() => {
    const names = new Map((features ?? []).map(({ properties }) => [properties.code, properties.name]));
    const categories = new Map(reference.categories.map(({ code, nameVi, nameEn }) => [code, language === 'vi' ? nameVi : nameEn]));
    const clusters = new Map(reference.clusters.map(({ id, name }) => [id, name]));
    return buildPhrases(language, { ward: (code) => names.get(code), category: (code) => categories.get(code), cluster: (id) => clusters.get(id) });
  }, [features, reference, language]);
}
