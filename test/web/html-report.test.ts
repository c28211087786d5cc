/** The HTML report in a real browser: its own style sheet passes its own policy, nothing is asked for, nothing runs, axe is content. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPalette } from '../../src/formats/format.ts';
import { html } from '../../src/formats/html.ts';
import { ANALYSIS, NOTE, withEvidence } from '../formats/sample.ts';
import { AGAIN, hasChromium, launchChromium } from './browser.ts';

const ATTACK = `<img src="http://127.0.0.2/x" onerror="window.stolen=1"></div><script>window.stolen=2</script>`;
const notes = [
  { file: 'visit-1.txt', text: NOTE, analysis: ANALYSIS },
  { file: ATTACK, text: ATTACK, analysis: withEvidence({ start: 0, end: ATTACK.length, text: ATTACK }) },
];

describe.skipIf(!hasChromium)('the HTML report', AGAIN, () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinenote-report-'));
  const file = join(folder, 'report.html');
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(file, [...html.write(notes, { palette: plainPalette, asked: 'several' })].join(''));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['light', 'dark'] as const)('stands alone, %s', async (colorScheme) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const [asked, faults]: [string[], string[]] = [[], []];
    context.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('.text').first().textContent()).toBe(NOTE.replaceAll('\r\n', '\n'));
    expect(await page.locator('.text').nth(1).textContent()).toBe(ATTACK);
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false);
    // of our sheet, not the browser's
    expect(
      await page
        .locator('.text')
        .first()
        .evaluate((text) => getComputedStyle(text).whiteSpace),
    ).toBe('pre-wrap');
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(faults).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    ).toEqual([]);
    await context.close();
  });
});
