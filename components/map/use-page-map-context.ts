'use client';

import { useMemo } from 'react';
import type { LayerContext } from '@/lib/layers/layer-context';
import type { ClusterAtDay } from '@/lib/view/in-force';
import { useBasemap } from '@/components/console/use-map-data';
import type { Reference } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';
import { MAP_FONT_FACES } from './font-files';

const NOTHING_HIDDEN: LayerContext['hidden'] = new Set();

/** What the style of a page's own map depends on; null until the reference data is here. */
export function usePageMapContext(reference: Reference | null, clusters: readonly ClusterAtDay[], overlay?: LayerContext['overlay']): LayerContext | null {
  const { theme, language } = usePreferences();
  const basemap = useBasemap(reference);
  return useMemo(
    () => (reference === null || basemap === null ? null : {
      theme, language, basemap, clusters, selectedWardCode: null, hidden: NOTHING_HIDDEN, fontFaces: MAP_FONT_FACES,
      defaultWidthMetres: reference.defaultWidthMetres, categories: reference.categories, ...(overlay === undefined ? {} : { overlay }),
    }),
    [reference, basemap, theme, language, clusters, overlay],
  );
}
