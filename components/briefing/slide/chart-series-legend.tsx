import { DASHES, colourOf } from './chart-parts';
import styles from './slide.module.css';

interface SeriesLegendProps {
  readonly names: readonly string[];
  readonly kind: 'bars' | 'lines' | 'intervals';
  readonly marks: readonly string[];
}

/** What each run of values and each mark is, by its line or hatching and not by its hue alone. */
export function SeriesLegend({ names, kind, marks }: SeriesLegendProps) {
  if (names.length < 2 && marks.length === 0) return null;
  return (
    <ul className={styles.seriesLegend}>
      {names.length < 2 ? null : names.map((name, series) => (
        <li key={name}>
          <svg width={56} height={28} aria-hidden>
            {kind === 'bars' ? <><rect x={2} y={2} width={52} height={24} fill={colourOf(series)} />{series === 0 ? null : <rect x={2} y={2} width={52} height={24} fill={`url(#slide-hatch-${String(series)})`} />}<rect x={2} y={2} width={52} height={24} fill="none" stroke="var(--slide-ink)" strokeWidth={3} /></>
              : <><line x1={0} x2={56} y1={14} y2={14} stroke={colourOf(series)} strokeWidth={6} strokeDasharray={kind === 'lines' ? DASHES[series] : undefined} />{kind === 'intervals' ? <circle cx={28} cy={14} r={10} fill={series === 0 ? colourOf(0) : 'var(--slide-paper)'} stroke={colourOf(series)} strokeWidth={4} /> : null}</>}
          </svg>
          {name}
        </li>
      ))}
      {marks.map((name) => <li key={name}><svg width={56} height={28} aria-hidden><line x1={28} x2={28} y1={0} y2={28} stroke="var(--slide-ink)" strokeWidth={4} strokeDasharray="8 6" /></svg>{name}</li>)}
    </ul>
  );
}

/** Hatchings of second and later runs of bars; once in a drawing. */
export function Hatchings() {
  return (
    <defs>
      {[1, 2, 3, 4].map((series) => (
        <pattern key={series} id={`slide-hatch-${String(series)}`} width={14} height={14} patternUnits="userSpaceOnUse" patternTransform={`rotate(${String(series * 45)})`}>
          <line x1={0} x2={0} y1={0} y2={14} stroke="var(--slide-paper)" strokeWidth={series > 2 ? 4 : 8} />
        </pattern>
      ))}
    </defs>
  );
}
