import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { LANGUAGE_COOKIE, SYSTEM_THEME_SCRIPT, THEME_COOKIE } from '@/components/ui/preference-cookies';
import { PreferencesProvider } from '@/components/ui/preferences';
import { parseLanguage } from '@/lib/format/language';
import { SCREEN_THEMES } from '@/lib/layers/map-colours';

export const metadata: Metadata = { title: 'Giáp Ranh', description: 'Bản đồ vụ việc vùng giáp ranh giữa các phường, xã.' };
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const jar = await cookies();
  const language = parseLanguage(jar.get(LANGUAGE_COOKIE)?.value);
  const theme = SCREEN_THEMES.find((name) => name === jar.get(THEME_COOKIE)?.value) ?? null;
  return (
    <html lang={language} {...(theme === null ? {} : { 'data-theme': theme })} suppressHydrationWarning>
      <head>{theme === null ? <script dangerouslySetInnerHTML={{ __html: SYSTEM_THEME_SCRIPT }} /> : null}</head>
      <body>
        <PreferencesProvider initialLanguage={language} initialTheme={theme}>{children}</PreferencesProvider>
      </body>
    </html>
  );
}
