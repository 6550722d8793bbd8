import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';

/** Our own runtime in src/jsx has one form, for development as well. */
export const jsx = {
  runtime: 'automatic',
  importSource: '@gatehouse/signup',
  development: false,
} as const;

/** Whoever builds the page builds its preview, too. */
const preview: Plugin = {
  name: 'gatehouse-preview',
  apply: (config, { command }) => command === 'build' && config.build?.write !== false,
  async closeBundle() {
    await build({ configFile: fileURLToPath(new URL('vite.preview.config.ts', import.meta.url)) });
  },
};

export default defineConfig({
  base: '/signup/',
  oxc: { jsx },
  plugins: [preview],
  build: {
    target: 'es2022',
    // The policy allows files from our own host only, so nothing is inlined as data: or as a blob.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  worker: { format: 'es' },
});
