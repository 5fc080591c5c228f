import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Takes white space that shows nowhere out of css`...` and html`...`. */
function shortTemplates(): Plugin {
  return {
    name: 'short-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/(?!generated).*\.ts$/.test(id)) return null;
      const short = code
        .replace(
          /(\bcss`)([^`]*)`/g,
          (_, tag: string, text: string) => `${tag}${shortStyle(text)}\``,
        )
        .replace(/^[ \t]+(?=[<>@.?/a-z$])/gm, ' ');
      return { code: short, map: null };
    },
  };
}

function shortStyle(text: string): string {
  return text
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

export default defineConfig({
  plugins: [shortTemplates()],
  test: { include: ['tests/**/*_test.ts'] },
  build: {
    target: 'es2021',
    outDir: 'dist',
    minify: 'terser',
    terserOptions: {
      module: true,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
      mangle: { properties: false },
    },
    modulePreload: false,
    rollupOptions: {
      input: { loader: 'src/loader.ts', widget: 'src/widget.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: 'widget/v1/[name].js',
        chunkFileNames: 'widget/v1/[name]-[hash].js',
        format: 'es',
      },
    },
  },
});
