'use client';

import { useRef, type ReactNode } from 'react';
import type { ExportTheme } from '@/lib/domain/export-file';
import styles from './slide.module.css';
import { useBoxSize } from './use-box-size';

/** Pixels of a slide before it is scaled to the screen. */
export const SLIDE = { width: 1_920, height: 1_080 } as const;

interface SlideStageProps {
  readonly theme: ExportTheme;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A slide of 1920 × 1080 pixels, scaled to the room it is given and in its middle: the same picture on every screen. */
export function SlideStage({ theme, children, className = '' }: SlideStageProps) {
  const ref = useRef<HTMLDivElement>(null);
  const size = useBoxSize(ref);
  const scale = size === null ? 0 : Math.min(size.width / SLIDE.width, size.height / SLIDE.height);
  const place = size === null ? {} : { left: (size.width - SLIDE.width * scale) / 2, top: (size.height - SLIDE.height * scale) / 2 };
  return (
    <div ref={ref} className={`${styles.room ?? ''} ${className}`} data-slide-theme={theme}>
      <div className={styles.stage} data-testid="slide-stage" style={{ ...place, transform: `scale(${String(scale)})`, visibility: scale === 0 ? 'hidden' : 'visible' }}>{children}</div>
    </div>
  );
}
