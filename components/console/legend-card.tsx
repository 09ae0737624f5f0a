'use client';

import { ChevronDown, List } from 'lucide-react';
import { useState } from 'react';
import type { LayerContext, LegendItem } from '@/lib/layers/layer-context';
import { listLegend } from '@/lib/layers/layer-registry';
import { MAP_COLOURS } from '@/lib/layers/map-colours';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';

function Swatch({ item }: { readonly item: LegendItem }) {
  switch (item.kind) {
    case 'line':
      return <svg width={24} height={14} aria-hidden><line x1={1} x2={23} y1={7} y2={7} stroke={item.colour} strokeWidth={item.widthPixels} strokeDasharray={item.dashed ? '5 3.5' : undefined} /></svg>;
    case 'fill':
      return <svg width={24} height={14} aria-hidden><rect x={1} y={1} width={22} height={12} rx={2} fill={item.colour} fillOpacity={item.opacity} stroke={item.edge ?? item.colour} strokeOpacity={0.6} /></svg>;
    case 'sign':
      return <span className="flex w-6 justify-center"><CategorySign shape={item.shape} colour={item.colour} size={18} ring={item.ring} hollow={item.hollow} /></span>;
    case 'group':
      return (
        <svg width={24} height={18} viewBox="0 0 24 18" aria-hidden>
          <circle cx={12} cy={9} r={5.5} fill={item.disc} />
          <circle cx={12} cy={9} r={7.5} fill="none" stroke={item.rim} strokeWidth={2.2} />
          <path d="M12 1.5a7.5 7.5 0 0 1 6.5 11.2" fill="none" stroke={item.zone} strokeWidth={2.2} />
        </svg>
      );
    case 'late':
      return <svg width={24} height={16} viewBox="0 0 24 16" aria-hidden><circle cx={12} cy={8} r={7} fill={item.colour} /><path d="M12 4v5M12 11v1.6" stroke={item.text} strokeWidth={2} /></svg>;
    case 'flag':
      return <svg width={24} height={16} viewBox="0 0 24 16" aria-hidden><path d="M8 15V1l10 3.5L8 8" fill={item.colour} stroke={item.colour} strokeWidth={1.6} strokeLinejoin="round" /></svg>;
    default:
      return item satisfies never;
  }
}

/** The legend, from the same data as the paint; collapses to its title. */
export function LegendCard({ context, initiallyOpen }: { readonly context: LayerContext; readonly initiallyOpen: boolean }) {
  const { messages } = usePreferences();
  const [open, setOpen] = useState(initiallyOpen);
  const items = listLegend(context, messages);
  const paper = MAP_COLOURS[context.theme].paper;
  return (
    <section className="float-card pointer-events-auto flex min-h-8 max-w-60 flex-col max-sm:max-w-[204px] overflow-hidden" aria-label={messages.legend.title} data-testid="legend">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex h-8 w-full shrink-0 items-center gap-2 px-2.5 text-xs font-semibold" aria-label={open ? messages.legend.hide : messages.legend.show}>
        <List size={14} aria-hidden /> {messages.legend.title}
        <ChevronDown size={14} aria-hidden className={`ml-auto transition-transform duration-150 ${open ? '' : 'rotate-180'}`} />
      </button>
      {open ? (
        <ul tabIndex={0} aria-label={messages.legend.title} className="scroll-quiet max-h-[min(38vh,320px)] min-h-0 space-y-1 overflow-y-auto px-2.5 pb-2.5">
          {items.map((item) => (
            <li key={`${item.kind}/${item.label}`} className="flex items-center gap-2 text-xs leading-tight">
              <span className="shrink-0 rounded-sm" style={{ background: paper }}><Swatch item={item} /></span>
              <span>{item.label}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
