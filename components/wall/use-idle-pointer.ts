'use client';

import { useEffect, useState } from 'react';

const REST_MS = 2500;

/** Whether the pointer has rested for a while; a touch, a move or the Tab key wakes it. */
export function useIdlePointer(): boolean {
  const [isIdle, setIdle] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), REST_MS);
    const wake = (): void => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), REST_MS);
    };
    const onKey = (event: KeyboardEvent): void => { if (event.key === 'Tab') wake(); };
    window.addEventListener('pointermove', wake);
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return isIdle;
}
