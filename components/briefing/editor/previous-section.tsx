'use client';

import Link from 'next/link';
import type { BriefingDetail } from '@/lib/domain/briefing';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import type { PresentationAnswer } from '../projection/use-presentation';
import type { EditorSlide } from './use-editor-slides';

interface PreviousSectionProps {
  readonly detail: BriefingDetail;
  readonly slides: readonly EditorSlide[];
}

/** What differs from the briefing before of the same area, claim by claim. */
export function PreviousSection({ detail, slides }: PreviousSectionProps) {
  const { messages } = usePreferences();
  const { previous: texts } = messages.briefings;
  const { previous } = detail;
  if (previous === null) return <p className="text-xs text-ink-3" data-testid="no-previous">{texts.none}</p>;
  return (
    <Section title={texts.title(previous.number)} testId="previous" actions={<Link href={`/briefings/${previous.id}`} prefetch={false} className="text-xs font-medium text-accent underline">{texts.open}</Link>}>
      <Differences id={previous.id} slides={slides} />
    </Section>
  );
}

function Differences({ id, slides }: { readonly id: string; readonly slides: readonly EditorSlide[] }) {
  const { messages, language } = usePreferences();
  const { previous: texts } = messages.briefings;
  const query = useQuery(`presentation/${id}/previous/${language}`, () => fetchJson<PresentationAnswer>(`/api/briefings/${encodeURIComponent(id)}/presentation?language=${language}&theme=light`));
  return (
    <QueryState query={query} failed={texts.failed} lines={4}>
      {(before) => {
        const changed = slides.flatMap((slide) => {
          const old = before.slides.find(({ kind }) => kind === slide.kind);
          return old === undefined || old.claimOfData === slide.claimOfData ? [] : [{ slide, old }];
        });
        if (changed.length === 0) return <p className="text-xs text-ink-2">{texts.same}</p>;
        return (
          <ul className="space-y-3 text-xs" data-testid="differences">
            {changed.map(({ slide, old }) => (
              <li key={slide.id}>
                <p className="font-semibold">{slide.title}</p>
                <p><span className="text-ink-3">{texts.before}:</span> <span className="text-ink-2">{old.claimOfData}</span></p>
                <p><span className="text-ink-3">{texts.now}:</span> {slide.claimOfData}</p>
              </li>
            ))}
          </ul>
        );
      }}
    </QueryState>
  );
}
