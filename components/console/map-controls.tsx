'use client';

import { Crosshair, Home, Minus, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState, type FormEvent, type RefObject } from 'react';
import { parseCoordinates } from '@/lib/view/parse-coordinates';
import type { MapController } from '@/components/map/map-controller';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

interface MapControlsProps {
  readonly controllerRef: RefObject<MapController | null>;
  readonly onHome: () => void;
  readonly onGoTo: (position: readonly [number, number]) => void;
}

/** Zoom, home, and a place by its coordinates. */
export function MapControls({ controllerRef, onHome, onGoTo }: MapControlsProps) {
  const { messages } = usePreferences();
  return (
    <div className="float-card pointer-events-auto flex flex-col p-0.5">
      <IconButton label={messages.map.zoomIn} className="size-8" onClick={() => controllerRef.current?.zoomBy(1)}><Plus size={17} aria-hidden /></IconButton>
      <IconButton label={messages.map.zoomOut} className="size-8" onClick={() => controllerRef.current?.zoomBy(-1)}><Minus size={17} aria-hidden /></IconButton>
      <span className="mx-1.5 my-0.5 h-px bg-line" aria-hidden />
      <IconButton label={messages.map.home} className="size-8" onClick={onHome}><Home size={16} aria-hidden /></IconButton>
      <GoToCoordinates onGoTo={onGoTo} />
    </div>
  );
}

function GoToCoordinates({ onGoTo }: Pick<MapControlsProps, 'onGoTo'>) {
  const { messages } = usePreferences();
  const [open, setOpen] = useState(false);
  const [bad, setBad] = useState(false);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const position = parseCoordinates(String(new FormData(event.currentTarget).get('position') ?? ''));
    setBad(position === null);
    if (position === null) return;
    setOpen(false);
    onGoTo(position);
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => { setOpen(next); setBad(false); }}>
      <Popover.Trigger asChild>
        <IconButton label={messages.map.goTo} className="size-8" data-testid="go-to"><Crosshair size={16} aria-hidden /></IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="left" align="end" sideOffset={8} className="float-card z-50 w-72 p-3" aria-label={messages.map.goTo}>
          <form onSubmit={submit} noValidate className="space-y-2">
            <label htmlFor={id} className="block text-sm font-medium">{messages.map.goTo}</label>
            <input id={id} name="position" className="control tabular" placeholder={messages.map.goToPlaceholder} aria-invalid={bad} aria-describedby={bad ? `${id}-error` : undefined} autoComplete="off" data-testid="go-to-input" />
            {bad ? <p id={`${id}-error`} role="alert" className="text-xs text-alarm">{messages.map.goToBad}</p> : null}
            <Button type="submit" kind="primary" size="small" className="w-full">{messages.map.goTo}</Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
