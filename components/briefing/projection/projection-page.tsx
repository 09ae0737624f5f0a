'use client';

import { MonitorPlay, ScrollText, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { SignInLink } from '@/components/ui/sign-in-link';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { ProjectionScreen } from './projection-screen';
import { ReadingView } from './reading-view';
import { usePresentation } from './use-presentation';

interface ProjectionPageProps {
  readonly id: string;
  readonly search: string;
}

/** A briefing in full screen; on a phone held upright it is read as a scroll. */
export function ProjectionPage({ id, search }: ProjectionPageProps) {
  const { messages, theme, language: current } = usePreferences();
  const { present: texts, notFound, failed } = messages.briefings;
  // The language in which it was opened: what was loaded speaks that one.
  const [language] = useState(current);
  const { query, retry } = usePresentation(id, language);
  const isPhone = useMediaQuery('(max-width: 700px) and (orientation: portrait)');
  const [asked, setAsked] = useState<'reading' | 'slides' | null>(null);
  const toEditor = <Link href={`/briefings/${id}`} prefetch={false} className="text-sm font-medium text-accent underline">{texts.toEditor}</Link>;
  if (query.state === 'loading') {
    return (
      <main className="flex h-dvh flex-col items-center justify-center gap-4 bg-canvas px-6 text-center" data-testid="present-loading">
        <h1 className="text-lg font-semibold">{texts.loading}</h1>
        <div role="progressbar" aria-label={texts.loading} aria-valuenow={query.loaded} aria-valuemin={0} aria-valuemax={query.all} className="h-2 w-72 max-w-full overflow-hidden rounded-full bg-sunken"><div className="h-full bg-accent" style={{ width: `${String((query.loaded / query.all) * 100)}%` }} /></div>
        <p className="tabular text-sm text-ink-2" role="status">{texts.loaded(String(query.loaded), String(query.all))}</p>
      </main>
    );
  }
  if (query.state === 'failed') {
    const { kind } = query.error;
    return (
      <main className="flex h-dvh items-center justify-center bg-canvas">
        {kind === 'signed-out' ? <StateNote title={messages.states.forbidden} hint={messages.states.forbiddenHint} action={<SignInLink />} />
          : kind === 'not-found' || kind === 'forbidden' ? <StateNote icon={<TriangleAlert size={30} />} title={notFound} testId="not-found" />
            : kind === 'conflict' || kind === 'invalid' ? <StateNote icon={<TriangleAlert size={30} />} title={texts.notReady} hint={query.error.message} action={toEditor} testId="not-ready" />
              : <StateNote icon={<TriangleAlert size={30} />} title={failed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={retry}>{messages.app.retry}</Button>} testId="load-failed" />}
      </main>
    );
  }
  const isReading = (asked ?? (isPhone ? 'reading' : 'slides')) === 'reading';
  if (!isReading) {
    return (
      <main>
        <h1 className="sr-only">{query.presentation.frame.title}</h1>
        {isPhone ? <Button size="small" className="absolute top-2 right-2 z-30" onClick={() => setAsked('reading')}><ScrollText size={14} aria-hidden /> {texts.reading}</Button> : null}
        <ProjectionScreen presentation={query.presentation} search={search} theme={theme} language={language} />
      </main>
    );
  }
  return <ReadingView presentation={query.presentation} theme={theme} language={language} actions={<Button size="small" onClick={() => setAsked('slides')} data-testid="as-slides"><MonitorPlay size={14} aria-hidden /> {texts.slides}</Button>} />;
}
