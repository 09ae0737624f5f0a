'use client';

import { useState, type ReactNode } from 'react';
import type { Me } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { HelpDialog } from './help-dialog';
import { IconRail } from './icon-rail';
import { LiveBanner } from './live-banner';
import { PhoneBar } from './phone-bar';
import { useShell } from './shell-provider';
import { useShortcuts } from './use-shortcuts';

interface ConsolePageProps {
  /** The reader; null while it loads. */
  readonly me: Me | null;
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** Buttons and links at the end of the title's line. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Take the whole width and height without padding, for a page that has a map beside its text. */
  readonly bare?: boolean;
}

/** The frame of every page but the map: rail on a desk, bar and menu on a phone, one title, one scrolling column. */
export function ConsolePage({ me, title, lead, actions, children, bare = false }: ConsolePageProps) {
  const { messages, toggleLanguage, toggleTheme } = usePreferences();
  const { signOut } = useShell();
  const phone = useMediaQuery('(max-width: 899px)');
  const [helpOpen, setHelpOpen] = useState(false);
  useShortcuts({ '?': () => setHelpOpen(true), l: toggleLanguage, d: toggleTheme });
  return (
    <div className={phone ? 'flex h-dvh flex-col pt-12' : 'grid h-dvh grid-cols-[var(--rail)_minmax(0,1fr)] grid-rows-[minmax(0,1fr)]'} data-testid="console-page">
      <a href="#content" className="float-card sr-only z-50 px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2">{messages.shell.skip}</a>
      {phone ? <PhoneBar me={me} onHelp={() => setHelpOpen(true)} onSignOut={signOut} /> : <IconRail me={me} onHelp={() => setHelpOpen(true)} onSignOut={signOut} />}
      <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col bg-canvas outline-none">
        <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-3 md:px-6">
          <div className="min-w-0">
            <h1 className="truncate text-lg font-semibold" data-testid="page-title">{title}</h1>
            {lead === undefined ? null : <div className="text-xs text-ink-2">{lead}</div>}
          </div>
          {actions === undefined ? null : <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
        <div className="pointer-events-none absolute inset-x-0 top-0 z-30 flex justify-center p-2 md:pl-16 max-md:top-12 [&>*]:max-w-2xl [&>*]:flex-1"><LiveBanner /></div>
        <div className={bare ? 'min-h-0 flex-1' : 'scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-4 md:px-6'}>{children}</div>
      </main>
      <HelpDialog open={helpOpen} onOpenChange={setHelpOpen} />
    </div>
  );
}
