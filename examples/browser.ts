/**
 * The library in a page: no server, no request. Bundle it with `npx esbuild examples/browser.ts --bundle --format=esm
 * --platform=browser --outfile=analyze.js`, and load it as a module worker, because the analysis is synchronous.
 */
import { createAnalyzer } from 'spinenote';

const analyzer = await createAnalyzer();

/** What the page calls; in a worker, the body of its `message` listener. */
export function readClaim(note: string): readonly string[] {
  const { codes } = analyzer.analyze(note);
  return codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code);
}
