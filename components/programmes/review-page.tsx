'use client';

import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { REVIEW_UNITS, type ProgrammeReview } from '@/lib/domain/programme-review';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { readReviewSpan, writeReviewSpan, type ReviewSpan } from '@/lib/view/review-span';
import type { Reference } from '@/components/data/api-types';
import { PinButton } from '@/components/briefing/pin-button';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { ProgrammeTabs } from './programme-tabs';
import { ReviewTables } from './review-tables';
import { useReview } from './use-programmes';

/** A review of a span on one page. */
export function ReviewPage({ today, search }: { readonly today: Day; readonly search: string }) {
  const { messages: { programmes: { review: texts, failed } } } = usePreferences();
  const reference = useReference();
  const [span, setSpan] = useState(() => readReviewSpan(search, today));
  const change = (next: ReviewSpan): void => {
    setSpan(next);
    window.history.replaceState(null, '', `/programmes/review?${writeReviewSpan(next)}`);
  };
  return (
    <ConsolePage me={reference.state === 'ready' ? reference.data.me : null} title={texts.title} actions={<ProgrammeTabs current="review" />}>
      <QueryState query={reference} failed={failed} lines={10}>
        {(ready) => (
          <div className="mx-auto max-w-6xl" data-testid="review-page">
            <SpanBar span={span} reference={ready} onChange={change} />
            {span.from > span.to ? <p role="alert" className="text-sm text-alarm">{texts.badSpan}</p> : <Review query={writeReviewSpan(span)} reference={ready} />}
          </div>
        )}
      </QueryState>
    </ConsolePage>
  );
}

function SpanBar({ span, reference, onChange }: { readonly span: ReviewSpan; readonly reference: Reference; readonly onChange: (span: ReviewSpan) => void }) {
  const { messages: { programmes: { review: texts } } } = usePreferences();
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-4 print:hidden">
      <div><span className="text-xs font-medium text-ink-2">{texts.from}</span><DayInput label={texts.from} value={span.from} onChange={(from) => onChange({ ...span, from })} testId="review-from" /></div>
      <div><span className="text-xs font-medium text-ink-2">{texts.to}</span><DayInput label={texts.to} value={span.to} onChange={(to) => onChange({ ...span, to })} testId="review-to" /></div>
      <Field label={texts.unit}>{(attributes) => <select {...attributes} className="control" value={span.unit} onChange={(event) => onChange({ ...span, unit: REVIEW_UNITS.find((one) => one === event.target.value) ?? 'year' })} data-testid="review-unit">{REVIEW_UNITS.map((one) => <option key={one} value={one}>{texts.units[one]}</option>)}</select>}</Field>
      <Field label={texts.scope}>{(attributes) => <select {...attributes} className="control" value={span.cluster} onChange={(event) => onChange({ ...span, cluster: event.target.value })} data-testid="review-cluster"><option value="">{texts.all}</option>{reference.clusters.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
    </div>
  );
}

function Review({ query, reference }: { readonly query: string; readonly reference: Reference }) {
  const { messages: { programmes: { review: texts } } } = usePreferences();
  const answer = useReview(query);
  return (
    <QueryState query={answer} notFound={texts.badSpan} failed={texts.failed} lines={12}>
      {(review) => (
        <>
          <div className="float-right print:hidden"><PinButton role={reference.me.role} pin={() => ({ kind: 'chart', title: texts.title, path: `/programmes/review?${query}` })} /></div>
          <ReviewHead review={review} scope={reference.clusters.find(({ id }) => id === review.clusterId)?.name ?? texts.all} />
          <ReviewTables review={review} categories={reference.categories} />
        </>
      )}
    </QueryState>
  );
}

/** What a review covers, and what it can not say. */
export function ReviewHead({ review, scope }: { readonly review: ProgrammeReview; readonly scope: string }) {
  const { messages: { programmes: { review: texts } } } = usePreferences();
  const { records } = review;
  return (
    <header className="mb-3">
      <h2 className="text-base font-semibold">{texts.heading(formatDay(review.from), formatDay(review.to), scope)}</h2>
      <p className="tabular text-xs text-ink-2" data-testid="review-coverage">
        {records === null ? texts.noRecords : texts.coverage(formatDay(records.from), formatDay(records.to))}{records !== null && review.from < records.from ? ` ${texts.uncovered(formatDay(records.from))}` : ''}
        {review.isPartialSight ? ` ${texts.partialSight}` : ''}{review.clusterId === null ? '' : ` ${texts.cluster}`} {texts.asOf(formatInstant(review.asOf))}
      </p>
    </header>
  );
}
