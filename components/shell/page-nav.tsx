'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { Me } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';
import { isWithin, listPageLinks, type PageLink } from './page-links';
import { useWorkCounts } from './use-work';
import { WorkBadge } from './work-badge';

/** The links of the rail. */
export function PageNav({ me }: { readonly me: Me | null }) {
  const { messages } = usePreferences();
  const path = usePathname();
  return (
    <ul className="mt-3 flex flex-col items-center gap-1 [@media(max-height:820px)]:mt-1 [@media(max-height:820px)]:gap-px" aria-label={messages.shell.navigation}>
      {listPageLinks(me?.role ?? null, messages).map((link) => <RailLink key={link.path} link={link} current={isWithin(path, link.path)} />)}
    </ul>
  );
}

function RailLink({ link, current }: { readonly link: PageLink; readonly current: boolean }) {
  const counts = useWorkCounts(link.counted);
  const Icon = link.icon;
  return (
    <li>
      <Link
        href={link.path} prefetch={false} aria-current={current ? 'page' : undefined} title={link.label} data-testid={`nav${link.path.replace('/', '-')}`}
        className={`relative flex size-10 [@media(max-height:820px)]:size-9 [@media(max-height:760px)]:size-8 items-center justify-center rounded-lg transition-colors duration-150 ${current ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink'}`}
      >
        <Icon size={20} aria-hidden /><span className="sr-only">{link.label}</span>
        {counts === null ? null : <WorkBadge counts={counts} />}
      </Link>
    </li>
  );
}
