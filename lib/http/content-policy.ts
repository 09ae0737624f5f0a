/**
 * Security headers of every page: nothing is loaded from, or sent to, another host but those the user configured.
 *
 * Limits: Next's own inline scripts need 'unsafe-inline'; a style's tiles and fonts must live on the style's host.
 */
export function contentPolicy(configuredUrls: readonly string[], isDevelopment: boolean): readonly (readonly [string, string])[] {
  const hosts = [...new Set(configuredUrls.map((url) => new URL(url).origin))].join(' ');
  const here = `'self'${hosts === '' ? '' : ` ${hosts}`}`;
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'unsafe-inline'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src ${here} data: blob:`,
    `font-src ${here} data:`,
    `connect-src ${here}${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `frame-ancestors 'none'`, `base-uri 'none'`, `form-action 'self'`, `object-src 'none'`,
  ];
  return [
    ['Content-Security-Policy', directives.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(self)'],
  ];
}
