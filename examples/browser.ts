/**
 * The library in a page: no server, no request. Bundle it with `npx esbuild examples/browser.ts --bundle --format=esm
 * --platform=browser --outfile=analyze.js`, and load it in a module worker, because the analysis is synchronous. Let the
 * worker post a message when it listens: what is sent to it while the analyzer is being made is lost.
 */
import { createAnalyzer } from 'spinenote';

const analyzer = await createAnalyzer();

/** What the page calls; in a worker, the body of its `message` listener. */
export function readClaim(note: string): readonly string[] {
  const { codes } = analyzer.analyze(note);
  return codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code);
}
