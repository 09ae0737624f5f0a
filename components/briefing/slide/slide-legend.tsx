import type { Tone } from '@/lib/domain/analysis-result';
import type { ExportTheme } from '@/lib/domain/export-file';
import { TONE_COLOURS } from '@/lib/layers/analysis-tones';
import { signPath } from '@/lib/layers/incident-signs';
import { MAP_COLOURS } from '@/lib/layers/map-colours';
import type { PresentedSign, PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import styles from './slide.module.css';

/** Most classes that can be told apart from the last row. */
const MOST_CLASSES = 5;

const colourOf = (theme: ExportTheme, tone: Tone): string => TONE_COLOURS[theme][tone];

/** What the map's tones (at most five classes) and signs mean, drawn in the map's own colours. */
export function SlideLegend({ entries, signs, theme }: { readonly entries: PresentedSlide['legend']; readonly signs: readonly PresentedSign[]; readonly theme: ExportTheme }) {
  const shown = entries.slice(0, MOST_CLASSES);
  if (shown.length + signs.length === 0) return null;
  return (
    <ul className={styles.legend} data-testid="slide-legend">
      {shown.map(({ tone, drawn, label }) => (
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
      {signs.map((sign) => <li key={`${sign.kind} ${sign.label}`} data-sign={sign.kind}><Sign sign={sign} theme={theme} />{sign.label}</li>)}
    </ul>
  );
}

const GROUP_PART = 'M0 -14A14 14 0 0 1 12 7';

/** A sign as large as it stands on the map, in the map's colours of the look that is shown. */
function Sign({ sign, theme }: { readonly sign: PresentedSign; readonly theme: ExportTheme }) {
  const { groupDisc, groupRim, groupZone, signOutline, signPaper, streetLabel, zoneRing } = MAP_COLOURS[theme];
  const [shape, colour] = sign.kind === 'category' ? [sign.shape, sign.colour] : ['circle' as const, streetLabel];
  return (
    <svg width={52} height={36} viewBox="-26 -18 52 36" aria-hidden>
      {sign.kind === 'group' ? <><circle r={11} fill={groupDisc} /><circle r={14} fill="none" stroke={groupRim} strokeWidth={5} /><path d={GROUP_PART} fill="none" stroke={groupZone} strokeWidth={5} /></> : (
        <>
          {sign.kind === 'border_zone' ? <circle r={16} fill="none" stroke={zoneRing} strokeWidth={3} /> : null}
          <path d={signPath(shape)} transform="scale(11)" fill={sign.kind === 'done' ? signPaper : colour} stroke={sign.kind === 'done' ? colour : signOutline} strokeWidth={sign.kind === 'done' ? 0.3 : 0.14} strokeLinejoin="round" />
        </>
      )}
    </svg>
  );
}
