'use client';

import { ToggleGroup } from 'radix-ui';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly compact?: boolean;
  /** Six columns under five choices: three above two. */
  readonly wrapped?: boolean;
}

/** One choice among a few, side by side. */
export function Segmented<T extends string>({ label, value, options, onChange, compact = false, wrapped = false }: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single" aria-label={label} value={value ?? ''}
      onValueChange={(next) => { if (next !== '') onChange(next as T); }}
      className={`rounded-lg bg-sunken p-0.5 ${wrapped ? 'grid w-full grid-cols-6' : compact ? 'flex' : 'flex w-full'}`}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value} value={option.value}
          className={`flex-1 rounded-md ${wrapped ? 'col-span-2 nth-[n+4]:col-span-3' : ''} px-1.5 font-medium whitespace-nowrap text-ink-2 transition-colors duration-150 hover:text-ink data-[state=on]:bg-surface data-[state=on]:text-accent data-[state=on]:shadow-sm ${compact ? 'h-6 text-xs' : 'h-8 text-xs'}`}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
