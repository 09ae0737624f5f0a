'use client';

import { LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { useRef, useState } from 'react';
import type { Category } from '@/lib/domain/category';
import type { WorkItem } from '@/lib/domain/coordination';
import { formatAge, formatInstant } from '@/lib/format/format-instant';
import { formatShortWardName, formatWardInSentence } from '@/lib/format/format-ward-name';
import { formatHistoryEntry } from '@/lib/messages/format-history';
import type { Me } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { useNow } from '@/components/ui/use-now';
import { DueMark } from './due-mark';
import { quickActionLabel, quickActionName, runQuickAction, type QuickResult } from './quick-action';

interface WorkRowProps {
  readonly item: WorkItem;
  readonly me: Me;
  readonly category: Category | undefined;
  readonly wardNames: ReadonlyMap<string, string>;
}

const TICK_MS = 30_000;
const ACTING: readonly string[] = ['officer', 'commander', 'admin'];

/** One waiting step: what, where, since when, until when, and the button that ends it. */
export function WorkRow({ item, me, category, wardNames }: WorkRowProps) {
  const { messages, language } = usePreferences();
  const { work: texts } = messages;
  const nowMs = useNow(TICK_MS);
  const name = category === undefined ? item.category : language === 'vi' ? category.nameVi : category.nameEn;
  const lead = item.lead === null ? messages.coordination.noLead : texts.feed.leads(formatWardInSentence(item.lead.name, language));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3" data-testid="work-row" data-incident={item.incidentId} data-step={item.kind}>
      <Link href={`/incidents/${item.incidentId}`} prefetch={false} className="flex min-w-56 flex-1 items-center gap-3 rounded-md hover:underline">
        {category === undefined ? null : <CategorySign shape={category.shape} colour={category.colour} size={26} ring={item.borderZone ? 'var(--accent)' : null} />}
        <span className="min-w-0">
          <span className="block truncate text-sm font-medium">{name}{item.borderZone ? <span className="ml-2 text-xs font-normal text-accent">{texts.feed.zone}</span> : null}</span>
          <span className="tabular block truncate text-xs text-ink-2">{formatInstant(item.occurredAt)} · {lead}</span>
        </span>
      </Link>
      <span className="flex flex-col items-start gap-0.5 text-xs text-ink-2 sm:items-end">
        <DueMark dueAt={item.dueAt} />
        <span>{item.ward === null ? texts.waitsForNobody : texts.waitsFor(formatWardInSentence(item.ward.name, language))} · {formatAge(nowMs - Date.parse(item.since), language)}</span>
      </span>
      <QuickButton item={item} me={me} wardNames={wardNames} />
    </li>
  );
}

function QuickButton({ item, me, wardNames }: Pick<WorkRowProps, 'item' | 'me' | 'wardNames'>) {
  const { messages } = usePreferences();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<QuickResult | null>(null);
  const underWay = useRef(false);
  // The same press, sent again because no answer came, must stay the same request.
  const requestId = useRef<string | null>(null);
  if (quickActionName(item) === null || !ACTING.includes(me.role)) return null;
  const press = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    requestId.current ??= crypto.randomUUID();
    setBusy(true);
    const outcome = await runQuickAction(item, requestId.current, messages.coordination);
    if (outcome.kind !== 'failed' || outcome.error.kind !== 'network') requestId.current = null;
    setResult(outcome);
    setBusy(false);
    underWay.current = false;
  };
  return (
    <span className="flex flex-col gap-1 max-sm:w-full">
      <Button kind="primary" size="small" className="max-md:h-11 max-md:w-full" disabled={busy || result?.kind === 'done'} onClick={() => void press()} data-testid="quick-action">
        {busy ? <><LoaderCircle size={14} aria-hidden className="animate-spin" /> {messages.coordination.action.sending}</> : quickActionLabel(item, messages.coordination)}
      </Button>
      {result === null ? null : <QuickNote result={result} wardNames={wardNames} />}
    </span>
  );
}

function QuickNote({ result, wardNames }: { readonly result: QuickResult; readonly wardNames: ReadonlyMap<string, string> }) {
  const { messages } = usePreferences();
  const { result: texts, unnamed } = messages.coordination;
  if (result.kind === 'done') return <span role="status" className="sr-only">{texts.done}</span>;
  if (result.kind === 'failed') {
    return <span role="alert" className="max-w-72 text-xs text-alarm">{result.error.kind === 'network' || result.error.kind === 'server' ? texts.network : result.error.kind === 'forbidden' ? texts.forbidden : texts.invalid(result.error.message)}</span>;
  }
  const nameOf = (key: string): string => {
    const name = wardNames.get(key);
    return name === undefined ? unnamed : formatShortWardName(name);
  };
  const names = { ward: (code: string) => nameOf(`${result.answer.incident.editionId}/${code}`), unit: (unit: string) => nameOf(unit.replace(':', '/')) };
  const last = result.last === undefined ? null : formatHistoryEntry(result.last, names, messages);
  return <span role="alert" className="max-w-72 text-xs text-warn">{last === null ? texts.conflictPlain : `${texts.conflict} ${last.text} (${last.who})`}</span>;
}
