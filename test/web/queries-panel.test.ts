/** The three questions that weigh most stand open, the rest is folded; all can be edited and are copied. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { composeLetter } from '../../src/web/letter.ts';
import { AGAIN, codesOf, type Desk, hasChromium, openDesk, read } from './browser.ts';

const soon = { timeout: 15_000, interval: 40 };
const NOTE = `MRI LUMBAR SPINE 03/12/2026: Annular fissure at L5-S1. No fracture.

ASSESSMENT:
1. Annular tear at L5-S1.
2. Possible lumbar radiculopathy.
3. Rule out lumbar discitis.
4. Probable cervical myelopathy.
5. Possible sacroiliitis.
`;
const FEW = 'ASSESSMENT: Annular tear at L5-S1.';

const namesOf = (page: Page, selector: string): Promise<string[]> => page.locator(`${selector} h4`).allTextContents();
const openCards = '#queries .rows > .query';
const fold = '#queries details.fold';

describe.skipIf(!hasChromium)('the questions', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());
  const made = createAnalyzer().then((analyzer) => analyzer.analyze(NOTE));

  it('show the first three in their rank, and fold the rest by name', async () => {
    const { queries } = await made;
    expect(queries.length).toBeGreaterThan(4);
    const { page, context } = await desk.open({ text: NOTE });
    await read(page, 'wink');
    await expect.poll(() => page.locator(openCards).count(), soon).toBe(3);
    await expect
      .poll(() => page.locator('#queries .panel-head .count').textContent(), soon)
      .toBe(String(queries.length));
    await expect.poll(() => page.locator(`${fold} .query`).count(), soon).toBe(queries.length - 3);
    await expect.poll(() => page.locator(`${fold} .query`).first().isVisible(), soon).toBe(false);
    await expect
      .poll(() => page.locator(`${fold} summary .count`).textContent(), soon)
      .toBe(String(queries.length - 3));
    const folded = await namesOf(page, fold);
    await expect.poll(() => page.locator(`${fold} .peek span`).allTextContents(), soon).toEqual(folded);
    // several of one kind are told apart by what they are about
    const names = [...(await namesOf(page, openCards)), ...folded];
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('uncertain diagnosis: ')).length).toBeGreaterThan(1);
    await context.close();
  });

  it('quote the record with section and date, and are all copied at once', async () => {
    const { page, context } = await desk.open({ text: NOTE, permissions: ['clipboard-read', 'clipboard-write'] });
    await read(page, 'wink');
    const analysis = await made;
    const letters = analysis.queries.map((query) => composeLetter(query, analysis, NOTE));
    expect(letters.join('\n')).toContain('- Imaging, 03/12/2026: "');
    const shown = () =>
      page.locator('#queries .letter').evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
    await expect.poll(shown, soon).toEqual(letters);
    await page.getByRole('button', { name: 'Copy all questions' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), soon).toBe(letters.join('\n\n\n'));
    await context.close();
  });

  it('keep the fold open, and a folded draft, when the note is edited; and light up through the fold', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await read(page, 'wink');
    const isOpen = () => page.locator(fold).evaluate((element: HTMLDetailsElement) => element.open);
    await page.locator(`${fold} summary`).click();
    await expect.poll(isOpen, soon).toBe(true);
    await page.locator(`${fold} .letter`).first().fill('What is meant?');
    await page.locator('#note').evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    });
    await page.keyboard.type('6. Low back pain.');
    await expect.poll(() => codesOf(page), soon).toContain('M54.50');
    await expect.poll(isOpen, soon).toBe(true);
    await expect.poll(() => page.locator(`${fold} .letter`).first().inputValue(), soon).toBe('What is meant?');
    // a closed fold that holds what is lit shows it
    await page.locator(`${fold} summary`).click();
    await expect.poll(isOpen, soon).toBe(false);
    const edge = () => page.locator(fold).evaluate((element) => getComputedStyle(element).borderColor);
    const plain = await edge();
    const about = await page.locator(`${fold} .query`).first().getAttribute('data-also');
    const fact = about?.split(' ')[0] ?? '';
    await page.locator(`#facts [data-item="${fact}"]`).focus();
    await expect.poll(edge, soon).not.toBe(plain);
    await context.close();
  });

  it('are not folded where there are few', async () => {
    const { page, context } = await desk.open({ text: FEW });
    await read(page, 'wink');
    await expect.poll(() => page.locator(openCards).count(), soon).toBeGreaterThan(0);
    await expect.poll(() => page.locator(fold).count(), soon).toBe(0);
    await context.close();
  });
});
