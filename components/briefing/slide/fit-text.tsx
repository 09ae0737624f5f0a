'use client';

import { useLayoutEffect, useRef } from 'react';
import { fitText, keepFitting } from './fit';
import { keepTogether } from './keep-together';

interface FitTextProps {
  readonly text: string;
  /** Pixels, large first; the last is never undercut. */
  readonly sizes: readonly number[];
  readonly className: string | undefined;
  readonly fitKey: string;
  readonly testId?: string;
}

/** A text as large as its room allows. */
export function FitText({ text, sizes, className, fitKey, testId }: FitTextProps) {
  const ref = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    return box === null ? undefined : keepFitting(() => fitText(box, sizes));
  }, [text, sizes, fitKey]);
  return <p ref={ref} className={className} data-testid={testId}>{keepTogether(text)}</p>;
}
