'use client';

import { useLayoutEffect, useRef } from 'react';
import { fitItems, keepFitting } from './fit';
import styles from './slide.module.css';

interface SlideSurenessProps {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tellMore: (hidden: number) => string;
  /** All of them, where the room is theirs. */
  readonly isFull: boolean;
  readonly fitKey: string;
}

/** How sure the claim is, beside it and never in a footnote: as many sentences as stand in three lines, the rest counted. */
export function SlideSureness({ title, sentences, tellMore, isFull, fitKey }: SlideSurenessProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const moreRef = useRef<HTMLSpanElement>(null);
  const tellRef = useRef(tellMore);
  useLayoutEffect(() => { tellRef.current = tellMore; });
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (box === null) return undefined;
    return keepFitting(() => fitItems(box, [...box.querySelectorAll<HTMLElement>('[data-sentence]')], moreRef.current, (hidden) => tellRef.current(hidden)));
  }, [sentences, isFull, fitKey]);
  if (sentences.length === 0) return null;
  return (
    <div ref={boxRef} className={styles.sureness} data-full={isFull} role="group" aria-label={title} data-testid="slide-sureness">
      <p>
        <b aria-hidden>{title}: </b>
        {sentences.map((sentence) => <span key={sentence} data-sentence>{sentence} </span>)}
        <span ref={moreRef} className={styles.quiet} hidden />
      </p>
    </div>
  );
}
