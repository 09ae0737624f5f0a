'use client';

import Link from 'next/link';
import { usePreferences } from '@/components/ui/preferences';

const PAGES = { list: '/programmes', models: '/programmes/models', review: '/programmes/review', drugFree: '/programmes/drug-free' } as const;

/** Links between the pages about programmes. */
export function ProgrammeTabs({ current }: { readonly current: keyof typeof PAGES }) {
  const { messages: { programmes: { tabs, tabsLabel } } } = usePreferences();
  return (
    <nav aria-label={tabsLabel} className="flex flex-wrap gap-x-1 gap-y-1 print:hidden">
      {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
        <Link key={page} href={PAGES[page]} aria-current={page === current ? 'page' : undefined} data-testid={`programmes-tab-${page}`}
          className={`rounded-lg px-3 py-1.5 text-sm font-medium ${page === current ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink'}`}>{tabs[page]}</Link>
      ))}
    </nav>
  );
}
