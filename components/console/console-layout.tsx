'use client';

import { CloudOff, LogIn } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatCount, formatShare } from '@/lib/format/format-number';
import type { Me } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { SignInLink } from '@/components/ui/sign-in-link';
import { StateNote } from '@/components/ui/state-note';
import { BottomSheet, type SheetStop } from './bottom-sheet';
import { IconRail } from '@/components/shell/icon-rail';
import { PhoneBar } from '@/components/shell/phone-bar';
import { SidePanel } from './side-panel';
import type { ConsoleModel } from './use-console-model';
import { useMediaQuery } from '@/components/ui/use-media-query';

interface ConsoleLayoutProps {
  readonly phone: boolean;
  readonly me: Me | null;
  readonly picking: boolean;
  readonly filters: ReactNode;
  readonly results: ReactNode;
  readonly timeline: ReactNode;
  readonly map: ReactNode;
  /** The selected thing, which takes the place of the results. */
  readonly detail: ReactNode | null;
  readonly model: ConsoleModel;
  readonly referenceQuery: ConsoleModel['referenceQuery'];
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

/** Where the parts of the page stand, on a desk and on a phone. */
export function ConsoleLayout(props: ConsoleLayoutProps) {
  const { referenceQuery, phone } = props;
  const { messages } = usePreferences();
  if (referenceQuery.state === 'failed') {
    return referenceQuery.error.kind === 'signed-out' ? <SignedOut /> : (
      <div className="flex h-dvh items-center justify-center bg-surface">
        <StateNote icon={<CloudOff size={32} />} title={messages.states.loadFailed} hint={messages.states.loadFailedHint} action={<Button onClick={referenceQuery.retry}>{messages.app.retry}</Button>} testId="load-failed" />
      </div>
    );
  }
  return phone ? <PhoneLayout {...props} /> : <DeskLayout {...props} />;
}

function SignedOut() {
  const { messages } = usePreferences();
  return (
    <main className="flex h-dvh items-center justify-center bg-surface">
      <StateNote icon={<LogIn size={32} />} title={messages.states.forbidden} hint={messages.states.forbiddenHint} action={<SignInLink />} testId="signed-out" />
    </main>
  );
}

function DeskLayout({ me, filters, results, timeline, map, detail, onHelp, onSignOut }: ConsoleLayoutProps) {
  const { messages } = usePreferences();
  const narrow = useMediaQuery('(max-width: 1279px)');
  const [left, setLeft] = useState(true);
  const [right, setRight] = useState(true);
  // A narrow window has room for one panel: the one opened last. What was selected always shows.
  const rightOpen = right || detail !== null;
  const leftOpen = left && !(narrow && rightOpen);
  const toggleLeft = (): void => {
    setLeft(!leftOpen);
    if (!leftOpen && narrow) setRight(false);
  };
  return (
    <div className="console-grid" data-left={leftOpen ? 'open' : 'closed'} data-right={rightOpen ? 'open' : 'closed'} data-testid="console">
      <a href="#map" className="float-card sr-only z-50 px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2">{messages.app.skipToMap}</a>
      <IconRail me={me} onHelp={onHelp} onSignOut={onSignOut} />
      <SidePanel side="left" open={leftOpen} onToggle={toggleLeft} labels={{ show: messages.filters.title, hide: messages.map.panelHide }}>{filters}</SidePanel>
      <div className="relative flex min-h-0 min-w-0 flex-col [&>main]:flex-1">{map}</div>
      <SidePanel side="right" open={rightOpen} onToggle={() => setRight(!rightOpen)} labels={{ show: messages.results.title, hide: messages.map.panelHide }}>{detail ?? results}</SidePanel>
      <div className="col-start-3 min-w-0">{timeline}</div>
    </div>
  );
}

type PhoneTab = 'filters' | 'results' | 'time';

function PhoneLayout({ me, picking, filters, results, timeline, map, detail, model, onHelp, onSignOut }: ConsoleLayoutProps) {
  const { messages } = usePreferences();
  const [stop, setStop] = useState<SheetStop>(0);
  const [tab, setTab] = useState<PhoneTab>('results');
  const shownStop: SheetStop = picking ? 0 : detail !== null && stop === 0 ? 1 : stop;
  const choose = (next: PhoneTab): void => {
    setTab(next);
    if (stop === 0) setStop(1);
  };
  const options = [{ value: 'results', label: messages.sheet.results }, { value: 'filters', label: messages.sheet.filters }, { value: 'time', label: messages.sheet.time }] as const;
  const content = detail ?? (tab === 'filters' ? filters : tab === 'time' ? timeline : results);
  return (
    <div className="relative h-dvh overflow-hidden [&_main]:h-full" data-testid="console">
      <PhoneBar me={me} onHelp={onHelp} onSignOut={onSignOut} />
      <div className="absolute inset-0 top-12">{map}</div>
      <BottomSheet
        stop={shownStop} onStop={setStop}
        head={detail !== null ? null : (
          <div className="px-3 pb-2">
            <PhoneTotals model={model} />
            <Segmented<PhoneTab> label={messages.sheet.label} value={shownStop === 0 ? null : tab} options={options} onChange={choose} />
          </div>
        )}
      >
        <div className="scroll-quiet h-full overflow-y-auto">{content}</div>
      </BottomSheet>
    </div>
  );
}

function PhoneTotals({ model }: { readonly model: ConsoleModel }) {
  const { messages, language } = usePreferences();
  const { summary } = model;
  if (summary === null) return <div className="skeleton mx-auto mb-2 h-4 w-52" role="status" aria-label={messages.app.loading} />;
  return (
    <p className="tabular pb-1.5 text-center text-xs text-ink-2">
      <b className="font-semibold text-ink">{messages.results.total(formatCount(summary.total, language))}</b> · {messages.results.share(formatShare(summary.total === 0 ? 0 : summary.borderZoneTotal / summary.total, language))}
    </p>
  );
}
