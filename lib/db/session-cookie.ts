/** Name of the session cookie: one for every host name the server answers to, unlike supabase-js's own, which holds the host. */
export const SESSION_COOKIE = 'giap-ranh-session';
