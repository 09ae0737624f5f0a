import type { ReactNode } from 'react';

interface StateNoteProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
  readonly testId?: string;
}

/** What a panel shows instead of content: why there is none, and what to do. */
export function StateNote({ icon, title, hint, action, testId }: StateNoteProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center" data-testid={testId}>
      {icon === undefined ? null : <div className="mb-1 text-ink-3" aria-hidden>{icon}</div>}
      <p className="text-sm font-semibold">{title}</p>
      {hint === undefined ? null : <p className="max-w-72 text-xs text-ink-2">{hint}</p>}
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}

/** Grey lines in the shape of what is coming. */
export function SkeletonLines({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-3">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton h-4" style={{ width: `${90 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
