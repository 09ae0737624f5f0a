'use client';

import { ChevronLeft, ChevronRight, Maximize, Pause, Play, X } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import type { Rotation } from './use-rotation';

interface WallControlsProps {
  readonly isHidden: boolean;
  readonly rotation: Rotation;
  readonly onFullScreen: () => void;
  readonly onLeave: () => void;
}

/** Buttons for who stands at the wall; they go away with the pointer, the keys stay, and Tab brings the buttons back. */
export function WallControls({ isHidden, rotation, onFullScreen, onLeave }: WallControlsProps) {
  const { messages } = usePreferences();
  const { wall: texts } = messages.work;
  const size = 'size-11';
  return (
    <div className={`float-card absolute bottom-14 left-4 z-20 flex items-center gap-1 p-1 transition-opacity duration-150 focus-within:opacity-100 ${isHidden ? 'opacity-0' : ''}`} role="group" aria-label={texts.title} title={texts.keys} data-testid="wall-controls">
      <IconButton label={texts.previous} className={size} onClick={() => rotation.step(-1)}><ChevronLeft size={22} aria-hidden /></IconButton>
      <IconButton label={rotation.isPaused ? texts.resume : texts.pause} className={size} onClick={rotation.togglePause} data-testid="wall-pause">{rotation.isPaused ? <Play size={22} aria-hidden /> : <Pause size={22} aria-hidden />}</IconButton>
      <IconButton label={texts.next} className={size} onClick={() => rotation.step(1)} data-testid="wall-next"><ChevronRight size={22} aria-hidden /></IconButton>
      <IconButton label={texts.fullScreen} className={size} onClick={onFullScreen}><Maximize size={20} aria-hidden /></IconButton>
      <IconButton label={texts.exit} className={size} onClick={onLeave}><X size={22} aria-hidden /></IconButton>
    </div>
  );
}
