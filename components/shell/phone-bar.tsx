'use client';

import { CircleHelp, Moon, Sun } from 'lucide-react';
import type { Me } from '@/components/data/api-types';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { AccountMenu } from './account-menu';
import { BrandMark } from './brand-mark';
import { PhoneMenu } from './phone-menu';

interface PhoneBarProps {
  readonly me: Me | null;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

/** The rail of a phone, along the top. */
export function PhoneBar({ me, onHelp, onSignOut }: PhoneBarProps) {
  const { messages, language, theme, toggleLanguage, toggleTheme } = usePreferences();
  return (
    <nav aria-label={messages.app.name} className="absolute inset-x-0 top-0 z-20 flex h-12 items-center gap-1 border-b border-line bg-surface px-2">
      <PhoneMenu me={me} />
      <BrandMark size={24} />
      <span className="ml-1 text-base font-semibold">{messages.app.name}</span>
      <span className="flex-1" />
      <button type="button" onClick={toggleLanguage} aria-label={`${language.toUpperCase()}: ${messages.app.languageSwitch}`} className="size-10 rounded-lg text-xs font-semibold text-ink-2" data-testid="language-switch">{language.toUpperCase()}</button>
      <IconButton label={messages.app.themeSwitch} className="size-10" onClick={toggleTheme} data-testid="theme-switch">{theme === 'light' ? <Moon size={18} aria-hidden /> : <Sun size={18} aria-hidden />}</IconButton>
      <IconButton label={messages.app.help} className="size-10" onClick={onHelp}><CircleHelp size={18} aria-hidden /></IconButton>
      <AccountMenu me={me} onSignOut={onSignOut} side="bottom" />
    </nav>
  );
}
