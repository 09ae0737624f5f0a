import type { Tone } from '@/lib/domain/analysis-result';
import type { ExportTheme } from '@/lib/domain/export-file';
import { TONE_COLOURS } from '@/lib/layers/analysis-tones';
import type { PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import styles from './slide.module.css';

/** Most classes that can be told apart from the last row. */
const MOST_CLASSES = 5;

const colourOf = (theme: ExportTheme, tone: Tone): string => TONE_COLOURS[theme === 'dark' ? 'dark' : 'light'][tone];

/** What the map's signs mean, at most five classes. */
export function SlideLegend({ entries, theme }: { readonly entries: PresentedSlide['legend']; readonly theme: ExportTheme }) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.legend} data-testid="slide-legend">
      {entries.slice(0, MOST_CLASSES).map(({ tone, drawn, label }) => (
        <li key={`${tone} ${drawn}`}>
          <svg width={52} height={32} aria-hidden>
            {drawn === 'dot' ? <circle cx={26} cy={16} r={12} fill={colourOf(theme, tone)} stroke="var(--slide-ink)" strokeWidth={3} />
              : drawn === 'fill' ? <rect x={3} y={3} width={46} height={26} fill={colourOf(theme, tone)} stroke="var(--slide-ink)" strokeWidth={3} />
                : drawn === 'outline' ? <rect x={4} y={4} width={44} height={24} fill="none" stroke={colourOf(theme, tone)} strokeWidth={6} />
                  : <line x1={0} x2={52} y1={16} y2={16} stroke={colourOf(theme, tone)} strokeWidth={8} strokeDasharray={drawn === 'dashed' ? '12 8' : undefined} />}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
