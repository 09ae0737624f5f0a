'use client';

import type { ReactNode } from 'react';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly sign?: ReactNode;
  readonly count: string;
}

interface ChoiceListProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  readonly onToggle: (value: T) => void;
  readonly testId: string;
}

/** Things that can be chosen together, each with its count; none chosen means all. */
export function ChoiceList<T extends string>({ label, choices, chosen, onToggle, testId }: ChoiceListProps<T>) {
  const anyChosen = chosen.length > 0;
  return (
    <ul aria-label={label} className="-mx-1.5" data-testid={testId}>
      {choices.map((choice) => {
        const pressed = chosen.includes(choice.value);
        return (
          <li key={choice.value}>
            <button
              type="button" aria-pressed={pressed} onClick={() => onToggle(choice.value)} data-value={choice.value}
              className={`flex min-h-7 w-full items-center gap-2 rounded-md px-1.5 text-left text-sm transition-colors duration-150 hover:bg-sunken ${pressed ? 'bg-accent-soft font-medium' : anyChosen ? 'text-ink-3' : ''}`}
            >
              {choice.sign}
              <span className="flex-1 py-0.5 leading-snug">{choice.label}</span>
              <span className="tabular text-xs text-ink-2">{choice.count}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
