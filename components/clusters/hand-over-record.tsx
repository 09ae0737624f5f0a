import type { ClusterPage, LeadHandOver } from '@/lib/domain/cluster-work';
import { dayOf } from '@/lib/domain/instant';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { HAND_OVER_RECORD as TEXTS } from '@/lib/messages/hand-over-record';
import styles from './hand-over-record.module.css';

interface HandOverRecordProps {
  readonly page: ClusterPage;
  readonly record: LeadHandOver;
  /** The province or city whose name stands before the date. */
  readonly place: string;
}

const policeOf = (wardName: string): string => `Công an ${wardName.charAt(0).toLocaleLowerCase('vi')}${wardName.slice(1)}`;

/** The record of a rotation as an official paper: national title and motto, parties, facts, signatures of the units. */
export function HandOverRecord({ page, record, place }: HandOverRecordProps) {
  const { cluster } = page;
  const [year = '', month = '', day = ''] = dayOf(record.recordedAt).split('-');
  const version = record.facts.regulationVersion;
  return (
    <article lang="vi" className={styles['sheet']} data-testid="hand-over-record">
      <header className={styles['head']}>
        <div>
          <p className={`${styles['body'] ?? ''} ${styles['underlined'] ?? ''}`}>{cluster.name}</p>
          <p>{TEXTS.number(String(record.number).padStart(2, '0'))}</p>
        </div>
        <div>
          <p><b>{TEXTS.country}</b></p>
          <p className={`${styles['underlined'] ?? ''} ${styles['motto'] ?? ''}`}>{TEXTS.motto}</p>
          <p className={styles['place']}>{TEXTS.placeAndDay(place, day, month, year)}</p>
        </div>
      </header>
      <h1 className={styles['title']}>{TEXTS.title}</h1>
      <p className={`${styles['subject'] ?? ''} ${styles['underlined'] ?? ''}`}>{TEXTS.subject}</p>
      {cluster.demonstration ? <p className={styles['demonstration']}>{TEXTS.demonstration}</p> : null}
      <div className={styles['text']}>
        <p>{TEXTS.basis(cluster.name, version === null ? null : String(version))}</p>
        <p>{TEXTS.intro(formatDay(record.effectiveFrom))}</p>
        <p><b>1. {TEXTS.giver}:</b> {record.from === null ? TEXTS.noGiver : policeOf(record.from.name)}.</p>
        <p><b>2. {TEXTS.receiver}:</b> {policeOf(record.to.name)}.</p>
        <p><b>3. {TEXTS.members}:</b> {page.members.map(({ name }) => policeOf(name)).join('; ')}.</p>
        <p><b>4. {TEXTS.term}:</b> {TEXTS.from} {formatDay(cluster.termFrom)} {cluster.termTo === null ? `(${TEXTS.openEnd})` : `${TEXTS.to} ${formatDay(cluster.termTo)}`}.</p>
        <p><b>5. {TEXTS.facts}:</b></p>
      </div>
      <Facts facts={record.facts} />
      <div className={styles['text']}>
        <p><b>6. {TEXTS.remarks}:</b> {record.remarks ?? `${TEXTS.none}.`}</p>
        <p>{TEXTS.closing(formatInstant(record.recordedAt))}</p>
      </div>
      <div className={styles['signatures']}>
        <Signature title={TEXTS.giverSign} unit={record.from === null ? '' : policeOf(record.from.name)} />
        <Signature title={TEXTS.receiverSign} unit={policeOf(record.to.name)} />
      </div>
      <div className={styles['recipients']}>
        <p><b>{TEXTS.recipients}</b></p>
        <p>- {TEXTS.recipientMembers}</p>
        <p>- {TEXTS.archive}</p>
      </div>
    </article>
  );
}

function Facts({ facts }: Pick<LeadHandOver, 'facts'>) {
  const { openIncidents, openAssists, overdue, plannedPatrols, regulationVersion } = facts;
  const rows = [
    [TEXTS.rows.openIncidents, formatCount(openIncidents, 'vi')], [TEXTS.rows.openAssists, formatCount(openAssists, 'vi')], [TEXTS.rows.overdue, formatCount(overdue, 'vi')],
    [TEXTS.rows.plannedPatrols, formatCount(plannedPatrols, 'vi')], [TEXTS.rows.regulationVersion, regulationVersion === null ? TEXTS.none : TEXTS.version(String(regulationVersion))],
  ] as const;
  return (
    <table className={styles['table']}>
      <thead><tr>{TEXTS.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
      <tbody>{rows.map(([what, value], place) => <tr key={what}><td>{place + 1}</td><td>{what}</td><td>{value}</td></tr>)}</tbody>
    </table>
  );
}

function Signature({ title, unit }: { readonly title: string; readonly unit: string }) {
  return (
    <div>
      <p><b>{title}</b></p>
      <p><i>{TEXTS.sign}</i></p>
      <p className={styles['unit']}>{unit}</p>
    </div>
  );
}
