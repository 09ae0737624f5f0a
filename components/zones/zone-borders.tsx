'use client';

import type { ZoneCounts } from '@/lib/domain/zone';
import { formatMetres } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';

/** How far the borders near a zone are, nearest first. */
export function ZoneBorders({ borders }: { readonly borders: ZoneCounts['borders'] }) {
  const { messages, language } = usePreferences();
  const { detail, draw } = messages.zones;
  return (
    <Section title={detail.borders} testId="zone-borders">
      {borders.length === 0 ? <p className="text-sm text-ink-2">{detail.noBorders}</p> : (
        <ul className="tabular divide-y divide-line text-sm">
          {borders.map(({ wards: [first, second], distanceMetres }) => (
            <li key={`${first.code}/${second.code}`} className="flex gap-3 py-1.5" data-testid="zone-border">
              <span className="flex-1 first-letter:uppercase">{draw.border(formatWardInSentence(first.name, language), formatWardInSentence(second.name, language))}</span>
              <span className={distanceMetres === 0 ? 'font-semibold' : 'text-ink-2'}>{distanceMetres === 0 ? detail.crosses : detail.away(formatMetres(distanceMetres, language))}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
