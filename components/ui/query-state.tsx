'use client';

import { CloudOff, LogIn, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Query } from '@/components/data/use-query';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SignInLink } from '@/components/ui/sign-in-link';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';

interface QueryStateProps<T> {
  readonly query: Query<T> & { readonly retry: () => void };
  readonly notFound?: string | undefined;
  readonly failed: string;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Server data once it is here; before that a skeleton, and what failed otherwise. */
export function QueryState<T>({ query, notFound, failed, lines = 6, children }: QueryStateProps<T>) {
  const { messages } = usePreferences();
  if (query.state === 'loading') return <div className="p-4"><SkeletonLines lines={lines} label={messages.app.loading} /></div>;
  if (query.state === 'ready') return children(query.data);
  const { kind } = query.error;
  if (kind === 'signed-out') return <StateNote icon={<LogIn size={30} />} title={messages.states.forbidden} hint={messages.states.forbiddenHint} action={<SignInLink />} />;
  if (notFound !== undefined && (kind === 'not-found' || kind === 'forbidden' || kind === 'invalid')) return <StateNote icon={<SearchX size={30} />} title={notFound} testId="not-found" />;
  return <StateNote icon={<CloudOff size={30} />} title={failed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={query.retry}>{messages.app.retry}</Button>} testId="load-failed" />;
}
