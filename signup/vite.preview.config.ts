import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { jsx } from './vite.config.js';

const template = fileURLToPath(new URL('preview.html', import.meta.url));

const darkOnly = /\(prefers-color-scheme: ?dark\)/g;

/** Puts the built files into preview.html, and the choice of colours into the editor's hand. */
const previewHtml: Plugin = {
  name: 'gatehouse-preview-html',
  generateBundle: {
    // Stylesheets are in the bundle only then.
    order: 'post',
    async handler(_options, bundle) {
      const tags: string[] = [];
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          tags.push(`<script defer src="/signup/${file.fileName}"></script>`);
          continue;
        }
        const css = String(file.source);
        for (const theme of ['light', 'dark']) {
          const source = css.replaceAll(darkOnly, theme === 'dark' ? 'all' : 'not all');
          const fileName = file.fileName.replace('.css', `-${theme}.css`);
          this.emitFile({ type: 'asset', fileName, source });
          tags.push(`<link rel="stylesheet" data-theme="${theme}" href="/signup/${fileName}" />`);
        }
        delete bundle[file.fileName];
      }
      const html = await readFile(template, 'utf8');
      const source = html.replace('<!--preview:files-->', tags.join('\n    '));
      this.emitFile({ type: 'asset', fileName: 'preview.html', source });
    },
  },
};

/** The sign-up page for the console's editor: one classic script, as a sandboxed frame runs no other. */
export default defineConfig({
  base: '/signup/',
  oxc: { jsx },
  plugins: [previewHtml],
  logLevel: 'warn',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    emptyOutDir: false,
    cssCodeSplit: false,
    rolldownOptions: {
      // What is imported later is in the one file already.
      transform: { define: { 'import.meta': '{}' } },
      input: fileURLToPath(new URL('src/preview/main.ts', import.meta.url)),
      output: {
        format: 'iife',
        entryFileNames: 'assets/preview-[hash].js',
        assetFileNames: 'assets/preview-[hash][extname]',
      },
    },
  },
});
