import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'es2021',
    outDir: 'dist/widget/v1',
    copyPublicDir: false,
    modulePreload: false,
    rollupOptions: {
      input: { loader: 'src/loader.ts', widget: 'src/widget.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        format: 'es',
      },
    },
  },
});
