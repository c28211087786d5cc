/** Debian's chromium on the built page, served as `spinenote page` serves it; null where no chromium is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type PageServer, servePage } from '../../src/cli/page-server.ts';

export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url));

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

/** The last half: without them the browser calls out at every start. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasChromium = CHROMIUM !== undefined;
if (!hasChromium) {
  console.warn(
    'No chromium is installed, so the tests of the page are skipped. Install it (Debian: apt-get install chromium), or name one in CHROMIUM.',
  );
}

/** A browser on a starved machine may lose a process or an event: such a test is tried again, and a fault of ours fails each time. */
export const AGAIN = { retry: 2 };

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM as string, args: FLAGS });

/** Longer than any step takes on a busy machine, in ms. */
const WAIT = 20_000;

export interface Desk {
  readonly server: PageServer;
  readonly browser: Browser;
  /** A page of its own, with the note desk ready; `violations` fills with what the policy refused. */
  readonly open: (options?: BrowserContextOptions & { readonly text?: string }) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: string[];
  readonly faults: string[];
}

export async function openDesk(): Promise<Desk> {
  if (!existsSync(`${PAGE_FOLDER}/index.html`)) {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: root });
  }
  const server = await servePage(PAGE_FOLDER, 0);
  const browser = await launchChromium();
  await proveReading(browser, server.address);
  return {
    server,
    browser,
    async open({ text, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
      context.setDefaultTimeout(WAIT);
      const page = await context.newPage();
      const requests: string[] = [];
      const faults: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      // What the policy refuses inside a worker is told to the browser's log only.
      const log = await context.newCDPSession(page);
      log.on('Log.entryAdded', ({ entry }) => {
        if (entry.level === 'error') faults.push(`${entry.source}: ${entry.text}`);
      });
      await log.send('Log.enable');
      await page.goto(server.address);
      await page.locator('.examples').waitFor();
      if (text !== undefined) await paste(page, text);
      return { page, context, requests, faults };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A page that reads nothing would let every test wait its time out: better one clear word at the start. */
async function proveReading(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  let fault = 'no answer';
  page.on('pageerror', ({ message }) => {
    fault = message;
  });
  await page.goto(address);
  await paste(page, 'Annular tear at L5-S1.');
  try {
    await page.locator('body[data-read=wink]').waitFor({ timeout: WAIT });
  } catch {
    const shown = await page.locator('#panels .notice').allTextContents();
    await browser.close();
    throw new Error(`The page in dist/web reads no note (${shown[0] ?? fault}). Run: npm run build`);
  }
  await page.close();
}

/** Text comes in as a paste does: at once, with one input event. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#note').focus();
  await page.evaluate((words) => document.execCommand('insertText', false, words), text);
}

/** Waits until the words on the sheet have been read, plainly or with wink. */
export async function read(page: Page, by: 'any' | 'wink' = 'any'): Promise<void> {
  await page.locator(by === 'wink' ? 'body[data-read=wink]' : 'body:is([data-read=plain], [data-read=wink])').waitFor();
}

/** The ink as text, hidden characters as their symbols. */
export function inkOf(page: Page): Promise<string> {
  return page.locator('.ink').evaluate((ink) => {
    const copy = ink.cloneNode(true) as HTMLElement;
    for (const symbol of copy.querySelectorAll<HTMLElement>('.hidden-character'))
      symbol.textContent = `⟦${symbol.dataset.symbol}⟧`;
    return [...copy.querySelectorAll('.line')].map((line) => line.textContent).join('\n');
  });
}

export const codesOf = (page: Page): Promise<string[]> =>
  page.locator('#codes .code.assigned .code-link').allTextContents();
