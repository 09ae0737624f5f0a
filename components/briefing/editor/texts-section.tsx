'use client';

import Link from 'next/link';
import type { BriefingDetail } from '@/lib/domain/briefing';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';

/** What was written about incidents of the last day, where snapshot and role admit it. */
export function TextsSection({ detail }: { readonly detail: BriefingDetail }) {
  const { messages } = usePreferences();
  const { editor: words } = messages.briefings;
  const { texts } = detail;
  if (texts === null) return <p className="text-xs text-ink-3" data-testid="texts-hidden">{words.textsHidden}</p>;
  const entries = Object.entries(texts);
  if (entries.length === 0) return null;
  return (
    <Section title={words.texts} testId="briefing-texts">
      <ul className="scroll-quiet max-h-80 space-y-2 overflow-y-auto text-xs">
        {entries.map(([id, text]) => <li key={id}><Link href={`/incidents/${id}`} prefetch={false} className="hover:underline">{text}</Link></li>)}
      </ul>
    </Section>
  );
}
