import { defineConfig } from 'vite';

export default defineConfig({
  base: '/signup/',
  // Our own runtime in src/jsx has one form, for development as well.
  oxc: { jsx: { runtime: 'automatic', importSource: '@gatehouse/signup', development: false } },
  build: {
    target: 'es2022',
    // The policy allows files from our own host only, so nothing is inlined as data: or as a blob.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  worker: { format: 'es' },
});
