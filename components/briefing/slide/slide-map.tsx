'use client';

import { useMemo } from 'react';
import { cleanSvg, parseInBrowser } from './safe-svg';
import styles from './slide.module.css';

interface SlideMapProps {
  /** The drawing as the server sent it; null where it could not be drawn. */
  readonly svg: string | null;
  readonly id: string;
  readonly label: string;
  readonly missing: string;
}

/** The map of a slide, as part of the page. */
export function SlideMap({ svg, id, label, missing }: SlideMapProps) {
  const clean = useMemo(() => (svg === null ? null : cleanSvg(svg, `${id.replace(/[^\w-]/g, '-')}-`, parseInBrowser)), [svg, id]);
  if (clean === null) return <div className={styles.noMap} role="note">{missing}</div>;
  return <div className={styles.map} role="img" aria-label={label} data-testid="slide-map" dangerouslySetInnerHTML={{ __html: clean }} />;
}
