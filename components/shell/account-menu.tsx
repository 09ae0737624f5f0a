'use client';

import { CircleUser, LogOut } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Me } from '@/components/data/api-types';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';

interface AccountMenuProps {
  readonly me: Me | null;
  readonly onSignOut: () => void;
  readonly side?: 'right' | 'bottom';
}

/** Who is signed in, with which role, and the way out. */
export function AccountMenu({ me, onSignOut, side = 'right' }: AccountMenuProps) {
  const { messages } = usePreferences();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={messages.app.account} className="size-10" data-testid="account-menu"><CircleUser size={20} aria-hidden /></IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content side={side} align="end" sideOffset={8} className="float-card z-50 w-64 p-1">
          {me === null ? null : (
            <div className="px-3 py-2" data-testid="account-summary">
              <p className="truncate text-sm font-medium">{me.email}</p>
              <p className="text-xs text-ink-2">{messages.role[me.role]}{me.unit === null ? '' : ` · ${me.unit.name}`}</p>
            </div>
          )}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item onSelect={onSignOut} data-testid="sign-out" className="flex cursor-pointer items-center gap-2 rounded-md px-3 py-2 text-sm outline-none data-[highlighted]:bg-sunken">
            <LogOut size={15} aria-hidden /> {messages.app.signOut}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
