import type { ChartRow } from './chart-rows';

interface ChartTipProps {
  readonly row: ChartRow | undefined;
  readonly names: readonly string[];
  readonly colours: readonly string[];
  readonly showX: (value: number | string) => string;
  readonly writeY: (value: number | null | undefined) => string;
}

/** The numbers under the pointer. */
export function ChartTip({ row, names, colours, showX, writeY }: ChartTipProps) {
  if (row === undefined) return null;
  return (
    <div className="float-card tabular px-2.5 py-1.5 text-xs">
      <p className="font-semibold">{showX(row.x)}</p>
      {names.map((name, series) => {
        const band = row.bands[series];
        return <p key={name} className="flex items-center gap-1.5"><span aria-hidden className="size-2 rounded-sm" style={{ background: colours[series] }} />{name}: <b>{writeY(row.values[series])}</b>{band === undefined || band === null ? null : <span className="text-ink-2">({writeY(band[0])} – {writeY(band[1])})</span>}</p>;
      })}
    </div>
  );
}
