'use client';

import { Switch } from 'radix-ui';
import { useId, type ReactNode } from 'react';

interface SwitchRowProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Shown at the far end, e.g. a count. */
  readonly aside?: ReactNode;
  readonly testId?: string;
}

/** A labelled switch on its own line. */
export function SwitchRow({ label, checked, onChange, aside, testId }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex min-h-8 items-center gap-2.5">
      <Switch.Root
        id={id} checked={checked} onCheckedChange={onChange} data-testid={testId}
        className="relative h-5 w-9 shrink-0 rounded-full bg-edge transition-colors duration-150 data-[state=checked]:bg-accent"
      >
        <Switch.Thumb className="block size-4 translate-x-0.5 rounded-full bg-surface transition-transform duration-150 data-[state=checked]:translate-x-[18px]" />
      </Switch.Root>
      <label htmlFor={id} className="flex-1 text-sm">{label}</label>
      {aside}
    </div>
  );
}
