'use client';

import Link from 'next/link';
import type { Category } from '@/lib/domain/category';
import type { ProgrammeReview, ReviewRow } from '@/lib/domain/programme-review';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount, formatShare } from '@/lib/format/format-number';
import { nameTableFile, type TableCell, type TypedColumn } from '@/lib/interop/typed-table';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { TableActions } from '@/components/ui/table-actions';
import { CELL, HEAD, NUMBER_CELL, NUMBER_HEAD } from './programme-words';
import { ReviewChart } from './review-chart';

/** A period in a few signs: the year, the quarter or the month it is, else its days. */
export function nameReviewPeriod({ from, to, isPartial }: Pick<ReviewRow, 'from' | 'to' | 'isPartial'>, unit: ProgrammeReview['unit']): string {
  if (isPartial || unit === 'reporting_year') return formatDayRange(from, to);
  const [year = '', month = ''] = from.split('-');
  return unit === 'year' ? year : unit === 'month' ? `${month}/${year}` : `Q${String(Math.ceil(Number(month) / 3))}/${year}`;
}

interface Column {
  readonly name: string;
  readonly cell: (row: ReviewRow) => string;
  /** The whole span's; null where adding up says nothing. */
  readonly total: string | null;
  readonly href?: (row: ReviewRow) => string;
  /** What files and the clipboard get of it: columns with their values; a share also with its part and its whole. */
  readonly values: readonly { readonly column: Omit<TypedColumn, 'id'>; readonly of: (row: ReviewRow) => TableCell }[];
}

function ReviewTable({ review, columns, caption, testId }: { readonly review: ProgrammeReview; readonly columns: readonly Column[]; readonly caption: string; readonly testId: string }) {
  const { messages: { programmes: { review: texts } } } = usePreferences();
  const start = review.records?.from;
  const values = columns.flatMap((one) => one.values);
  const days: readonly TypedColumn[] = [{ id: 'from', title: texts.from, kind: 'day' }, { id: 'to', title: texts.to, kind: 'day' }];
  const table = {
    title: caption, notes: [], columns: [...days, ...values.map(({ column }, place): TypedColumn => ({ id: `c${String(place)}`, ...column }))],
    rows: review.rows.map((row): TableCell[] => [row.from, row.to, ...values.map(({ of }) => of(row))]),
  };
  return (
    <div>
      <div tabIndex={0} role="group" aria-label={caption} className="overflow-x-auto"><table className="w-full text-sm" data-testid={testId}>
        <caption className="sr-only">{caption}</caption>
        <thead><tr className="border-b border-line"><th scope="col" className={HEAD}>{texts.period}</th>{columns.map(({ name }) => <th key={name} scope="col" className={NUMBER_HEAD}>{name}</th>)}</tr></thead>
        <tbody>
          {review.rows.map((row) => (
            <tr key={row.from} className="border-b border-line">
              <th scope="row" className={`${CELL} tabular whitespace-nowrap`}>{nameReviewPeriod(row, review.unit)}{row.isPartial ? <span className="ml-2 text-xs text-ink-3">{texts.partial}</span> : null}{start !== undefined && row.to < start ? <span className="ml-2 text-xs text-ink-3">{texts.beforeData}</span> : null}</th>
              {columns.map(({ name, cell, href }) => <td key={name} className={NUMBER_CELL}>{href === undefined ? cell(row) : <Link href={href(row)} prefetch={false} className="text-accent underline">{cell(row)}<span className="sr-only">: {texts.open}</span></Link>}</td>)}
            </tr>
          ))}
        </tbody>
        <tfoot><tr className="font-semibold"><th scope="row" className="py-1.5 text-left">{texts.total}</th>{columns.map(({ name, total }) => <td key={name} className={NUMBER_CELL}>{total ?? ''}</td>)}</tr></tfoot>
      </table></div>
      <div className="flex flex-wrap items-center gap-1 print:hidden"><TableActions table={table} fileName={nameTableFile(caption, review.from, review.to)} /></div>
    </div>
  );
}

/** Incidents, reports and work of a review, each as a table with a chart. */
export function ReviewTables({ review, categories }: { readonly review: ProgrammeReview; readonly categories: readonly Category[] }) {
  const { messages: { programmes: { review: texts, drugFree } }, language } = usePreferences();
  const number = (value: number): string => formatCount(value, language);
  const sumOf = (pick: (row: ReviewRow) => number): number => review.rows.reduce((sum, row) => sum + pick(row), 0);
  const count = (title: string, of: (row: ReviewRow) => number | null): Column['values'][number] => ({ column: { title, kind: 'count' }, of });
  const sum = (name: string, pick: (row: ReviewRow) => number, href?: Column['href']): Column => ({ name, cell: (row) => number(pick(row)), total: number(sumOf(pick)), values: [count(name, pick)], ...(href === undefined ? {} : { href }) });
  const share = (name: string, part: (row: ReviewRow) => number, whole: (row: ReviewRow) => number): Column => {
    const tell = (a: number, b: number): string => (b === 0 ? texts.none : `${formatShare(a / b, language, 1)} (${texts.of(number(a), number(b))})`);
    const values: Column['values'] = [
      { column: { title: name, kind: 'share' }, of: (row) => (whole(row) === 0 ? null : part(row) / whole(row)) }, count(`${name}: ${texts.part}`, part), count(`${name}: ${texts.whole}`, whole),
    ];
    return { name, cell: (row) => tell(part(row), whole(row)), total: tell(sumOf(part), sumOf(whole)), values };
  };
  const drug = (name: string, status: 'free' | 'not_free' | 'not_known'): Column => {
    const of = ({ drugFree: wards }: ReviewRow): number | null => wards?.[status] ?? null;
    return { name, total: null, values: [count(name, of)], cell: (row) => { const value = of(row); return value === null ? texts.none : number(value); } };
  };
  const link = (border: boolean): Column['href'] => (review.clusterId !== null || !border ? undefined : ({ from, to }) => `/incidents?${new URLSearchParams({ tab: 'all', from, to, border: '1' }).toString()}`);
  const present = categories.filter(({ code }) => review.rows.some(({ incidents }) => incidents.some((one) => one.category === code)));
  const of = (row: ReviewRow, code: string): number => row.incidents.filter(({ category }) => category === code).reduce((total, one) => total + one.border + one.outside, 0);
  const rows = (values: (row: ReviewRow) => readonly number[]) => review.rows.map((row) => ({ label: nameReviewPeriod(row, review.unit), values: values(row) }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Section title={texts.incidents} testId="review-incidents">
        <ReviewChart title={texts.chartIncidents} series={[texts.border, texts.outside]} rows={rows(({ border, outside }) => [border, outside])} stacked />
        <ReviewTable review={review} caption={texts.incidents} testId="review-incident-table" columns={[sum(texts.border, ({ border }) => border, link(true)), sum(texts.outside, ({ outside }) => outside), sum(texts.total, ({ border, outside }) => border + outside)]} />
        <h3 className="mt-4 text-xs font-semibold">{texts.categories}</h3>
        <ReviewTable review={review} caption={texts.categories} testId="review-category-table" columns={present.map(({ code, nameVi, nameEn }) => sum(language === 'vi' ? nameVi : nameEn, (row) => of(row, code)))} />
      </Section>
      <Section title={texts.reports} testId="review-reports">
        <ReviewChart title={texts.chartReports} series={[texts.received, texts.handled, texts.returned]} rows={rows(({ reports }) => [reports.received, reports.handled, reports.returned])} />
        <ReviewTable review={review} caption={texts.reports} testId="review-report-table" columns={[
          sum(texts.received, ({ reports }) => reports.received), sum(texts.people, ({ reports }) => reports.fromPeople), share(texts.handledShare, ({ reports }) => reports.handled, ({ reports }) => reports.received),
          share(texts.returnedShare, ({ reports }) => reports.returned, ({ reports }) => reports.resolvedWithTime), share(texts.confirmInTime, ({ reports }) => reports.confirmedInTime, ({ reports }) => reports.confirmDue),
          share(texts.resolveInTime, ({ reports }) => reports.resolvedInTime, ({ reports }) => reports.resolveDue), share(texts.returnInTime, ({ reports }) => reports.returnedInTime, ({ reports }) => reports.returnDue),
        ]} />
        <p className="mt-2 text-xs text-ink-2">{texts.reportsHint}</p>
      </Section>
      <Section title={texts.work} testId="review-work">
        <ReviewTable review={review} caption={texts.work} testId="review-work-table" columns={[
          sum(texts.joint, ({ work }) => work.jointPatrols), sum(texts.single, ({ work }) => work.singlePatrols), sum(texts.zonesOpened, ({ work }) => work.zonesOpened), sum(texts.zonesClosed, ({ work }) => work.zonesClosed),
          { name: texts.models, cell: ({ work }) => number(work.models), total: null, values: [count(texts.models, ({ work }) => work.models)] }, sum(texts.collectives, ({ work }) => work.collectives), sum(texts.individuals, ({ work }) => work.individuals),
          sum(texts.tasksDone, ({ work }) => work.tasksDone), sum(texts.tasksDue, ({ work }) => work.tasksDue),
        ]} />
      </Section>
      <Section title={drugFree.title} testId="review-drug-free">
        <ReviewChart title={texts.chartDrugFree} series={[texts.drugFree, texts.notFree, texts.notKnown]} rows={rows(({ drugFree: wards }) => (wards === null ? [] : [wards.free, wards.not_free, wards.not_known]))} stacked />
        <ReviewTable review={review} caption={drugFree.title} testId="review-drug-free-table" columns={[
          drug(texts.drugFree, 'free'),
          drug(texts.notFree, 'not_free'),
          drug(texts.notKnown, 'not_known'),
        ]} />
        <p className="mt-2 text-xs text-ink-2">{texts.drugHint(number(review.rule.months), String(review.rule.version))}</p>
      </Section>
    </div>
  );
}
