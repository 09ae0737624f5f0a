/** Names of the cookies that keep a reader's language and theme. */
export const LANGUAGE_COOKIE = 'giap-ranh-lang';
export const THEME_COOKIE = 'giap-ranh-theme';

/** Runs before the first paint when no theme was chosen, so that a dark room stays dark. */
export const SYSTEM_THEME_SCRIPT =
  "document.documentElement.dataset.theme=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'";
