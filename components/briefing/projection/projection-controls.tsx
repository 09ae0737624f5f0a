'use client';

import { ChevronLeft, ChevronRight, CircleHelp, Contrast, Hash, Maximize, MonitorSpeaker, Repeat, Square, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import type { WindowState } from './projection-state';
import type { Command } from './read-key';

interface ProjectionControlsProps {
  readonly state: WindowState;
  readonly count: number;
  readonly isHidden: boolean;
  readonly onCommand: (command: Command) => void;
  readonly onLeave: () => void;
}

/** Buttons for the pointer and for Tab; the keys do the same. They go away while the pointer rests. */
export function ProjectionControls({ state, count, isHidden, onCommand, onLeave }: ProjectionControlsProps) {
  const { messages, language } = usePreferences();
  const { present: texts, files } = messages.briefings;
  const button = (kind: Exclude<Command['kind'], 'digit'>, label: string, icon: ReactNode, isOn?: boolean): ReactNode => (
    <IconButton key={kind} label={label} className={`size-11 ${isOn === true ? 'bg-accent-soft text-accent' : ''}`} onClick={() => onCommand({ kind })} {...(isOn === undefined ? {} : { 'aria-pressed': isOn })} data-testid={`present-${kind.replace('_', '-')}`}>{icon}</IconButton>
  );
  return (
    <div
      className={`float-card absolute bottom-4 left-1/2 z-20 flex max-w-[96vw] -translate-x-1/2 flex-wrap items-center justify-center gap-0.5 p-1 transition-opacity duration-150 focus-within:opacity-100 ${isHidden ? 'pointer-events-none opacity-0' : ''}`}
      role="toolbar" aria-label={texts.controls} data-testid="present-controls" data-language={language}
    >
      {button('previous', texts.previous, <ChevronLeft size={22} aria-hidden />)}
      <span className="tabular px-1 text-sm font-medium" data-testid="present-place">{state.index + 1}/{count}</span>
      {button('next', texts.next, <ChevronRight size={22} aria-hidden />)}
      {button('black', texts.blackOn, <Square size={18} aria-hidden className="fill-current" />, state.isBlack)}
      {button('numbers', texts.numbers, <Hash size={20} aria-hidden />, state.face > 0)}
      {button('theme', texts.theme(files.themes[state.theme]), <Contrast size={20} aria-hidden />)}
      {button('loop', state.isLooping ? texts.loopOn(String(state.everySeconds)) : texts.loop, <Repeat size={20} aria-hidden />, state.isLooping)}
      {button('presenter', texts.presenter, <MonitorSpeaker size={20} aria-hidden />)}
      {button('full_screen', texts.fullScreen, <Maximize size={20} aria-hidden />)}
      {button('help', texts.help, <CircleHelp size={20} aria-hidden />, state.isHelpOpen)}
      <IconButton label={texts.exit} className="size-11" onClick={onLeave} data-testid="present-exit"><X size={22} aria-hidden /></IconButton>
    </div>
  );
}
