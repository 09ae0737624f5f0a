'use client';

import { createContext, useCallback, useContext, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '@/lib/format/language';
import { getMessages } from '@/lib/messages/get-messages';
import type { Messages } from '@/lib/messages/messages';
import type { ScreenTheme } from '@/lib/layers/map-colours';
import { LANGUAGE_COOKIE, THEME_COOKIE } from './preference-cookies';

interface Preferences {
  readonly language: Language;
  readonly theme: ScreenTheme;
  readonly messages: Messages;
  readonly toggleLanguage: () => void;
  readonly toggleTheme: () => void;
}

const PreferencesContext = createContext<Preferences | null>(null);
const YEAR_SECONDS = 31_536_000;

const remember = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
};

/** The page's root element holds the theme in force: the first script, a cookie, or the switch wrote it there. */
const readTheme = (): ScreenTheme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

function watchTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

interface PreferencesProviderProps {
  readonly initialLanguage: Language;
  /** Null when the reader never chose: the system's preference holds, set by the page's first script. */
  readonly initialTheme: ScreenTheme | null;
  readonly children: ReactNode;
}

/** Language and theme of the page, kept in cookies so that the server draws the right one at once. */
export function PreferencesProvider({ initialLanguage, initialTheme, children }: PreferencesProviderProps) {
  const [language, setLanguage] = useState(initialLanguage);
  const theme = useSyncExternalStore(watchTheme, readTheme, () => initialTheme ?? 'light');

  const toggleLanguage = useCallback(() => {
    const next: Language = language === 'vi' ? 'en' : 'vi';
    remember(LANGUAGE_COOKIE, next);
    document.documentElement.lang = next;
    setLanguage(next);
  }, [language]);
  const toggleTheme = useCallback(() => {
    const next: ScreenTheme = theme === 'light' ? 'dark' : 'light';
    remember(THEME_COOKIE, next);
    document.documentElement.dataset.theme = next;
  }, [theme]);

  const value = useMemo(
    () => ({ language, theme, messages: getMessages(language), toggleLanguage, toggleTheme }),
    [language, theme, toggleLanguage, toggleTheme],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** Language, theme and texts. @throws Error outside a PreferencesProvider. */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('usePreferences needs a PreferencesProvider above it');
  return preferences;
}
