/** Everyone can use it: axe finds nothing serious in either theme, the keyboard reaches all, nothing scrolls sideways. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGAIN, codesOf, type Desk, hasChromium, openDesk, read } from './browser.ts';

const soon = { timeout: 15_000, interval: 40 };

async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return element.getAttribute('aria-label') ?? (element.id || element.textContent || '').trim();
  });

async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step++) {
    const here = await focused(page);
    if (wanted.test(here)) return;
    passed.push(here.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} was not reached by ${key}; passed: ${passed.join(' | ')}`);
}

describe.skipIf(!hasChromium)('access', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it.each([
    'light',
    'dark',
  ] as const)('axe finds nothing serious in the %s theme: empty, with a note, folds open, code page', async (colorScheme) => {
    const { page, context } = await desk.open({ colorScheme });
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Annular tear, L5-S1/ }).click();
    await expect.poll(() => codesOf(page), soon).toContain('M51.A3');
    await read(page, 'wink');
    await page.getByRole('button', { name: 'Coder’s notes' }).click();
    await page.locator('details.fold').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    await page.locator('#queries .query').first().focus();
    expect(await findFaults(page)).toEqual([]);
    await page.locator('#codes .code-link').first().click();
    await page.locator('dialog[open]').waitFor();
    expect(await findFaults(page)).toEqual([]);
    await context.close();
  });

  it('the theme can be switched against the system', async () => {
    const { page, context } = await desk.open({ colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await page.locator('.menu', { hasText: 'View' }).locator('summary').click();
    await page.getByRole('button', { name: /^Theme: auto/ }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme), soon).toBe('light');
    await expect.poll(() => ground(), soon).not.toBe(dark);
    await context.close();
  });

  it('the keyboard alone: example, code, evidence, query, copy, tabs, code page', async () => {
    const { page, context } = await desk.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await expect.poll(() => focused(page), soon).toMatch(/^Spine note/);
    await tabTo(page, /^Annular tear, L5-S1/);
    await page.keyboard.press('Enter');
    await expect.poll(() => codesOf(page), soon).toContain('M51.A3');
    await read(page, 'wink');

    await page.locator('#note').focus();
    await tabTo(page, /^M51\.A3, /);
    await expect.poll(() => page.locator('.ink mark.lit').count(), soon).toBeGreaterThan(0);
    await tabTo(page, /^M51\.A3$/);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count(), soon).toBe(0);

    await tabTo(page, /^Copy question: annular defect size/);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()), soon)
      .toContain('[ ] Unable to determine');
    await expect.poll(() => page.locator('#said').textContent(), soon).toContain('Copied');

    // into the note and back out: Tab is never trapped
    await tabTo(page, /^Spine note/, 'Shift+Tab');
    await tabTo(page, /^New note/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('tab').count(), soon).toBe(2);
    await tabTo(page, /^Note \d/, 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => codesOf(page), soon).toContain('M51.A3');
    await expect.poll(() => focused(page), soon).toMatch(/^Annular tear/);
    await page.keyboard.press('Delete');
    await expect.poll(() => page.getByRole('tab').count(), soon).toBe(1);
    await context.close();
  });

  it('the skip link leads to the results', async () => {
    const { page, context } = await desk.open();
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), soon).toBe('results');
    await context.close();
  });

  it.each([380, 768, 1024, 1920])('at %i px nothing is cut off sideways', async (width) => {
    const { page, context } = await desk.open({ viewport: { width, height: 820 } });
    await page.getByRole('button', { name: /^Annular tear, L5-S1/ }).click();
    await expect.poll(() => codesOf(page), soon).toContain('M51.A3');
    const wide = await page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      const scrolls = (element: Element): boolean =>
        ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX);
      return [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => {
          const box = element.getBoundingClientRect();
          if (box.width === 0 || box.right <= limit + 1 || element.closest('.unseen, .menu-list')) return false;
          for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
            if (scrolls(at) && !at.matches('.results, .sheet')) return false;
          return true;
        })
        .map((element) => `${element.localName}.${element.className}`);
    });
    expect(wide).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await context.close();
  });
});
