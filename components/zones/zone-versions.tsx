'use client';

import type { Role } from '@/lib/domain/role';
import type { ZoneVersion } from '@/lib/domain/zone';
import { formatInstant } from '@/lib/format/format-instant';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';
import { listDifferences, pairVersions, type ComparedVersions } from './compare-versions';
import { formatArea } from './zone-words';

interface ZoneVersionsProps {
  readonly versions: readonly ZoneVersion[];
  readonly compared: ComparedVersions | null;
  readonly onCompare: (compared: ComparedVersions | null) => void;
  /** Takes the shape of an older version again; null for who may not draw. */
  readonly onRestore: ((version: ZoneVersion) => void) | null;
  readonly nameUnit: (unit: string) => string;
}

/** Every version of a zone, and two of them to be compared on the map. */
export function ZoneVersions({ versions, compared, onCompare, onRestore, nameUnit }: ZoneVersionsProps) {
  const { messages, language } = usePreferences();
  const { versions: texts } = messages.zones;
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const latest = newestFirst[0];
  return (
    <Section title={texts.title} testId="zone-versions">
      {versions.length < 2 ? <p className="text-xs text-ink-2">{texts.one}</p> : (
        <>
          <Choice versions={newestFirst} compared={compared} onCompare={onCompare} />
          {compared === null ? null : (
            <p className="tabular mt-2 text-sm" role="status" data-testid="version-change">
              {listDifferences(compared.first, compared.second).includes('geometry')
                ? texts.areaChange(formatArea(compared.first.areaSquareMetres, language, messages), formatArea(compared.second.areaSquareMetres, language, messages)) : texts.same}
            </p>
          )}
        </>
      )}
      <ol className="mt-2 divide-y divide-line">
        {newestFirst.map((version) => (
          <VersionRow key={version.version} version={version} before={versions.find((one) => one.version === version.version - 1) ?? null} isCurrent={version === latest} nameUnit={nameUnit}
            onRestore={onRestore !== null && latest !== undefined && listDifferences(version, latest).includes('geometry') ? () => onRestore(version) : null} />
        ))}
      </ol>
    </Section>
  );
}

function Choice({ versions, compared, onCompare }: { readonly versions: readonly ZoneVersion[]; readonly compared: ComparedVersions | null; readonly onCompare: ZoneVersionsProps['onCompare'] }) {
  const { messages } = usePreferences();
  const { versions: texts } = messages.zones;
  const [newest, older] = versions;
  const start = (): void => { if (newest !== undefined && older !== undefined) onCompare(pairVersions(versions, older.version, newest.version)); };
  if (compared === null) return <Button size="small" onClick={start} data-testid="versions-compare">{texts.compare}</Button>;
  const select = (label: string, value: number, put: (number: number) => void, testId: string) => (
    <div className="w-36">
      <Field label={label}>
        {(attributes) => <select {...attributes} className="control" value={value} onChange={(event) => put(Number(event.target.value))} data-testid={testId}>{versions.map(({ version }) => <option key={version} value={version}>{texts.row(String(version))}</option>)}</select>}
      </Field>
    </div>
  );
  const put = (one: number, other: number): void => {
    const pair = pairVersions(versions, one, other);
    if (pair !== null) onCompare(pair);
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      {select(texts.first, compared.first.version, (number) => put(number, compared.second.version), 'version-first')}
      {select(texts.second, compared.second.version, (number) => put(compared.first.version, number), 'version-second')}
      <Button onClick={() => onCompare(null)} data-testid="versions-stop">{texts.stop}</Button>
    </div>
  );
}

function VersionRow({ version, before, isCurrent, onRestore, nameUnit }: { readonly nameUnit: (unit: string) => string; readonly version: ZoneVersion; readonly before: ZoneVersion | null; readonly isCurrent: boolean; readonly onRestore: (() => void) | null }) {
  const { messages, language } = usePreferences();
  const { versions: texts } = messages.zones;
  const role: Role | null = version.changedByRole;
  const changes = before === null ? [] : listDifferences(before, version).map((one) => texts.changes[one]);
  return (
    <li className="py-2 text-sm" data-testid="zone-version-row" data-version={version.version}>
      <p className="tabular flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{texts.row(String(version.version))}{isCurrent ? ` (${texts.current})` : ''}</span>
        <span className="text-xs text-ink-2">{formatInstant(version.changedAt)}{role === null ? '' : ` · ${version.changedByUnit === null ? messages.role[role] : texts.by(messages.role[role], nameUnit(version.changedByUnit))}`}</span>
        {onRestore === null ? null : <Button size="small" kind="ghost" className="ml-auto" onClick={onRestore} data-testid="version-restore">{texts.restore}</Button>}
      </p>
      <p className="text-xs text-ink-2">{before === null ? texts.created : changes.length === 0 ? '' : texts.changed(changes.join(', '))} · {formatArea(version.areaSquareMetres, language, messages)}</p>
      {version.remark === null ? null : <p className="mt-0.5 text-xs whitespace-pre-wrap">{version.remark}</p>}
    </li>
  );
}
