/** Builds the paste page into one static folder that any host, or `spinenote page`, can serve; all addresses are relative. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  base: './',
  publicDir: 'public',
  logLevel: 'warn',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Its polyfill fetches, and `connect-src 'none'` would only report it.
    modulePreload: false,
    assetsInlineLimit: 0,
    // The language model is one file of 3.5 MB, loaded after the page stands.
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
});
