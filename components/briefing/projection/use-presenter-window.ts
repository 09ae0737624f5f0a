'use client';

import { useCallback, useEffect, useState } from 'react';

/** A second window on the presenter's own screen, and where its content goes. */
export interface PresenterWindow {
  readonly window: Window;
  readonly root: HTMLElement;
}

/** The page's styles as text with full addresses: the second window has no address of its own to resolve them against. */
function copyStyles(from: Document): string {
  return [...from.styleSheets].map((sheet) => {
    try {
      const text = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
      return sheet.href === null ? text : text.replace(/url\((["']?)(?!data:|#|[a-z]+:)([^"')]+)\1\)/g, (_, _quote: string, path: string) => `url("${new URL(path, sheet.href ?? undefined).href}")`);
    } catch {
      return '';
    }
  }).join('\n');
}

function prepare(child: Window, title: string): HTMLElement {
  const { document: page } = child;
  page.title = title;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dataset['theme'] = document.documentElement.dataset['theme'] ?? 'light';
  const style = page.createElement('style');
  style.textContent = copyStyles(document);
  page.head.replaceChildren(style);
  const root = page.createElement('div');
  page.body.replaceChildren(root);
  return root;
}

/**
 * The presenter window: opened without asking the server for anything, so that it opens also when the server is out of reach.
 *
 * `open` answers false when the browser refuses.
 */
export function usePresenterWindow(briefingId: string, title: string): { readonly presenter: PresenterWindow | null; readonly open: () => boolean } {
  const [presenter, setPresenter] = useState<PresenterWindow | null>(null);
  const child = presenter?.window ?? null;
  const open = useCallback((): boolean => {
    if (child !== null && !child.closed) {
      child.focus();
      return true;
    }
    const made = window.open('', `giap-ranh-presenter-${briefingId}`, 'popup,width=1180,height=760');
    if (made === null) return false;
    setPresenter({ window: made, root: prepare(made, title) });
    made.focus();
    return true;
  }, [child, briefingId, title]);
  useEffect(() => {
    if (child === null) return undefined;
    const gone = (): void => setPresenter(null);
    const close = (): void => child.close();
    // A window that is closed at once tells nobody; it is looked after as well.
    const timer = setInterval(() => { if (child.closed) gone(); }, 1_000);
    child.addEventListener('pagehide', gone);
    window.addEventListener('pagehide', close);
    return () => {
      clearInterval(timer);
      child.removeEventListener('pagehide', gone);
      window.removeEventListener('pagehide', close);
    };
  }, [child]);
  useEffect(() => () => child?.close(), [child]);
  return { presenter, open };
}
