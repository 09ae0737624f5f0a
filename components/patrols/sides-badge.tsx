import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { SidesCovered } from '@/lib/domain/patrol';
import { usePreferences } from '@/components/ui/preferences';

const LOOKS = {
  both: { icon: CircleCheck, className: 'bg-accent-soft text-accent' },
  one_side: { icon: TriangleAlert, className: 'bg-warn-soft text-warn' },
  none: { icon: CircleDashed, className: 'bg-sunken text-ink-2' },
} as const;

/** Which sides of a border are covered: sign and words. */
export function SidesBadge({ sides }: { readonly sides: SidesCovered }) {
  const { messages } = usePreferences();
  const { icon: Icon, className } = LOOKS[sides];
  return <span className={`inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-medium ${className}`} data-testid="sides" data-sides={sides}><Icon size={13} aria-hidden className="shrink-0" /> {messages.patrols.sides[sides]}</span>;
}
