'use client';

import { Menu } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { DropdownMenu } from 'radix-ui';
import type { Me } from '@/components/data/api-types';
import { usePreferences } from '@/components/ui/preferences';
import { isWithin, listPageLinks } from './page-links';
import { useWorkCounts } from './use-work';
import { WorkBadge } from './work-badge';

/** The pages, behind one button, on a phone; what waits shows on the button too. */
export function PhoneMenu({ me }: { readonly me: Me | null }) {
  const { messages } = usePreferences();
  const path = usePathname();
  const counts = useWorkCounts(true);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="relative inline-flex size-10 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken" data-testid="phone-menu">
          <Menu size={20} aria-hidden /><span className="sr-only">{messages.shell.menu}</span>{counts === null ? null : <WorkBadge counts={counts} />}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content side="bottom" align="start" sideOffset={6} className="float-card z-50 w-64 p-1">
          {listPageLinks(me?.role ?? null, messages).map(({ path: page, icon: Icon, label, counted }) => (
            <DropdownMenu.Item key={page} asChild>
              <Link
                href={page} prefetch={false} aria-current={isWithin(path, page) ? 'page' : undefined} data-testid={`nav${page.replace('/', '-')}`}
                className={`flex min-h-11 items-center gap-3 rounded-md px-3 text-sm outline-none data-[highlighted]:bg-sunken ${isWithin(path, page) ? 'font-semibold text-accent' : ''}`}
              >
                <Icon size={18} aria-hidden /> {label}
                {counted && counts !== null ? <WorkBadge counts={counts} inline /> : null}
              </Link>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
