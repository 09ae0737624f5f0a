'use client';

import { CircleHelp, Languages, Moon, Sun } from 'lucide-react';
import type { Me } from '@/components/data/api-types';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { AccountMenu } from './account-menu';
import { BrandMark } from './brand-mark';
import { LiveBadge } from './live-badge';
import { PageNav } from './page-nav';

interface IconRailProps {
  readonly me: Me | null;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

/** The pages there are, and what belongs to the reader: language, theme, help, account. */
export function IconRail({ me, onHelp, onSignOut }: IconRailProps) {
  const { messages, language, theme, toggleLanguage, toggleTheme } = usePreferences();
  return (
    <nav aria-label={messages.app.name} className="flex flex-col items-center gap-1 [@media(max-height:820px)]:gap-px border-r border-line bg-surface py-3 [@media(max-height:820px)]:py-1.5">
      <BrandMark size={32} />
      <PageNav me={me} />
      <span className="flex-1" />
      <span className="flex size-8 items-center justify-center"><LiveBadge compact /></span>
      <button type="button" onClick={toggleLanguage} aria-label={`${language.toUpperCase()}: ${messages.app.languageSwitch}`} title={messages.app.languageSwitch} data-testid="language-switch"
        className="flex size-10 [@media(max-height:820px)]:size-9 shrink-0 flex-col items-center justify-center rounded-lg text-ink-2 hover:bg-sunken hover:text-ink">
        <Languages size={17} aria-hidden /><span className="text-xs leading-3 font-semibold">{language.toUpperCase()}</span>
      </button>
      <IconButton label={messages.app.themeSwitch} className="size-10 [@media(max-height:820px)]:size-9 shrink-0" onClick={toggleTheme} data-testid="theme-switch">{theme === 'light' ? <Moon size={18} aria-hidden /> : <Sun size={18} aria-hidden />}</IconButton>
      <IconButton label={messages.app.help} className="size-10 [@media(max-height:820px)]:size-9 shrink-0" onClick={onHelp} data-testid="help-open"><CircleHelp size={18} aria-hidden /></IconButton>
      <AccountMenu me={me} onSignOut={onSignOut} />
    </nav>
  );
}
