'use client';

import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import type { ReactNode } from 'react';

interface SidePanelProps {
  readonly side: 'left' | 'right';
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly labels: { readonly show: string; readonly hide: string };
  readonly children: ReactNode;
}

const ICONS = { left: [PanelLeftClose, PanelLeftOpen], right: [PanelRightClose, PanelRightOpen] } as const;

/** A panel beside the map that folds away to a tab on the map's edge. */
export function SidePanel({ side, open, onToggle, labels, children }: SidePanelProps) {
  const Icon = ICONS[side][open ? 0 : 1];
  const tab = side === 'left' ? 'left-full rounded-r-lg border-l-0' : 'right-full rounded-l-lg border-r-0';
  return (
    <aside aria-label={labels.show} className={`relative z-20 row-span-2 min-h-0 bg-surface ${open ? (side === 'left' ? 'border-r' : 'border-l') : ''} border-line`} data-testid={`panel-${side}`} data-open={open}>
      <div className={open ? 'scroll-quiet h-full min-h-0 overflow-y-auto' : 'hidden'}>{children}</div>
      <button type="button" aria-expanded={open} aria-label={open ? labels.hide : labels.show} title={open ? labels.hide : labels.show} onClick={onToggle} data-testid={`toggle-${side}`}
        className={`absolute top-1/2 -translate-y-1/2 border border-line bg-surface py-3 text-ink-2 hover:text-accent ${tab}`}>
        <Icon size={16} aria-hidden />
      </button>
    </aside>
  );
}
