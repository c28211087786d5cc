/**
 * Makes the pictures of the README from the built page, in Debian's chromium: an example note, wink loaded, one code lit.
 * Needs `npm run build` and a chromium (CHROMIUM names another than /usr/bin/chromium).
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { servePage } from '../src/cli/page-server.ts';

const ROOT = new URL('..', import.meta.url);
const DOCS = fileURLToPath(new URL('docs/', ROOT));

const SHOTS = [
  { name: 'page-light', colorScheme: 'light', width: 1360, height: 860 },
  { name: 'page-dark', colorScheme: 'dark', width: 1360, height: 860 },
  { name: 'page-small', colorScheme: 'light', width: 380, height: 780 },
] as const;

const server = await servePage(fileURLToPath(new URL('dist/web', ROOT)), 0);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
mkdirSync(DOCS, { recursive: true });
for (const { name, colorScheme, width, height } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(server.address);
  await page.getByRole('button', { name: /^Annular tear, L5-S1/ }).click();
  await page.locator('body[data-read=wink]').waitFor();
  await page
    .locator('#codes .code')
    .first()
    .hover({ position: { x: 40, y: 60 } });
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${DOCS}${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
