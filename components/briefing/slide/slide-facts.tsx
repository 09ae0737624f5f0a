import type { PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import styles from './slide.module.css';

interface SlideFactsProps {
  readonly facts: PresentedSlide['facts'];
  readonly most: number;
}

/** The few figures that a room remembers. */
export function SlideFacts({ facts, most }: SlideFactsProps) {
  if (facts.length === 0 || most === 0) return null;
  return (
    <dl className={styles.facts} data-testid="slide-facts">
      {facts.slice(0, most).map(({ id, label, text }) => <div key={id}><dt>{label}</dt><dd>{text}</dd></div>)}
    </dl>
  );
}
