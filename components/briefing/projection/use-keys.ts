'use client';

import { useEffect, useRef } from 'react';
import { readKey, type Command } from './read-key';

const isTyping = (target: EventTarget | null): boolean => target !== null && 'tagName' in target && ['INPUT', 'TEXTAREA', 'SELECT'].includes(String(target.tagName));
const isPressed = (target: EventTarget | null): boolean => target !== null && 'tagName' in target && ['BUTTON', 'A', 'SUMMARY'].includes(String(target.tagName));

/** Hears the keys of a window; space and Enter on a button still press it. A null window hears nothing. */
export function useKeys(target: Window | null, onCommand: (command: Command) => void): void {
  const latest = useRef(onCommand);
  useEffect(() => { latest.current = onCommand; });
  useEffect(() => {
    if (target === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || (isPressed(event.target) && (event.key === ' ' || event.key === 'Enter'))) return;
      const command = readKey(event);
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    target.addEventListener('keydown', onKeyDown);
    return () => target.removeEventListener('keydown', onKeyDown);
  }, [target]);
}
