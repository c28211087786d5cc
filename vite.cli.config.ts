/**
 * Builds the command into dist/cli: a few files in place of hundreds, of which a start reads only those that it needs. Our
 * packages stay packages. A command is a file of its own at the place that it has in src/cli, and the rest stands one folder
 * below dist, as in src: so the paths that a module makes from its own place (the worker, the page, the program) are the same.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const SOURCE = fileURLToPath(new URL('src/cli', import.meta.url));

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    // Lines of our code are told in the report of a fault.
    minify: false,
    rolldownOptions: {
      // What is shared is never put into the file of one command: others would load that command with it.
      experimental: { chunkOptimization: { mergeCommonChunks: false } },
      input: { main: 'src/cli/main.ts', 'jobs/worker': 'src/cli/jobs/worker.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId }) => {
          const place = facadeModuleId ? relative(SOURCE, facadeModuleId).replaceAll('\\', '/') : '';
          return place === '' || place.startsWith('..') ? '[name].js' : place.replace(/\.ts$/, '.js');
        },
      },
    },
  },
});
