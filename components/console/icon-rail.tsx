'use client';

import { CircleHelp, Languages, Map as MapIcon, Moon, Sun } from 'lucide-react';
import type { Me } from '@/components/data/api-types';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { AccountMenu } from './account-menu';
import { BrandMark } from './brand-mark';

interface IconRailProps {
  readonly me: Me | null;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

/** The pages there are, and what belongs to the reader: language, theme, help, account. */
export function IconRail({ me, onHelp, onSignOut }: IconRailProps) {
  const { messages, language, theme, toggleLanguage, toggleTheme } = usePreferences();
  return (
    <nav aria-label={messages.app.name} className="row-span-2 flex flex-col items-center gap-1 border-r border-line bg-surface py-3">
      <BrandMark size={32} />
      <a href="/map" aria-current="page" aria-label={messages.app.map} title={messages.app.map} className="mt-4 flex size-10 items-center justify-center rounded-lg bg-accent-soft text-accent">
        <MapIcon size={20} aria-hidden />
      </a>
      <span className="flex-1" />
      <button type="button" onClick={toggleLanguage} aria-label={`${language.toUpperCase()}: ${messages.app.languageSwitch}`} title={messages.app.languageSwitch} data-testid="language-switch"
        className="flex size-10 flex-col items-center justify-center rounded-lg text-ink-2 hover:bg-sunken hover:text-ink">
        <Languages size={17} aria-hidden /><span className="text-xs leading-3 font-semibold">{language.toUpperCase()}</span>
      </button>
      <IconButton label={messages.app.themeSwitch} className="size-10" onClick={toggleTheme} data-testid="theme-switch">{theme === 'light' ? <Moon size={18} aria-hidden /> : <Sun size={18} aria-hidden />}</IconButton>
      <IconButton label={messages.app.help} className="size-10" onClick={onHelp} data-testid="help-open"><CircleHelp size={18} aria-hidden /></IconButton>
      <AccountMenu me={me} onSignOut={onSignOut} />
    </nav>
  );
}
