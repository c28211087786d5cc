/** A long note is drawn in turns and in leaves: no word, mark or line may come to lie elsewhere than it would in one piece. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { collectMarks, cutLines } from '../../src/web/marks.ts';
import { AGAIN, type Desk, hasChromium, inkOf, openDesk, read } from './browser.ts';

const soon = { timeout: 30_000, interval: 100 };
const VISIT = `VISIT
CC: low back pain. Denies leg pain. Physical therapy for six weeks, ibuprofen.
MRI lumbar spine: small annular fissure at L5-S1. No disc herniation. Possible stenosis at L4-L5. Mild disc desiccation,
with a remark that is long enough to be broken over several lines of the sheet, at whatever width the window happens to be.

ASSESSMENT: Annular tear L5-S1. Chronic low back pain.
PLAN: Home exercise. Return if radiculopathy develops.
`;
const LONG = VISIT.repeat(120);

/** As a paste does it: all words at once, one event. */
function put(page: Page, text: string): Promise<void> {
  return page.locator('#note').evaluate((field: HTMLTextAreaElement, words) => {
    field.value = words;
    field.dispatchEvent(new Event('input'));
  }, text);
}

const isWhole = (page: Page): Promise<boolean> => page.evaluate(() => !document.querySelector('.paper.plain'));

/** How far each line lies from its place in a copy that leaves nothing out; and the field from both. In px. */
function strays(page: Page): Promise<{ readonly worst: number; readonly height: number; readonly still: number }> {
  return page.evaluate(() => {
    const ink = document.querySelector('.ink') as HTMLElement;
    const still = ink.querySelectorAll('.leaf.still').length;
    const copy = ink.cloneNode(true) as HTMLElement;
    for (const leaf of copy.children) leaf.classList.remove('still');
    ink.parentElement?.append(copy);
    const tops = (holder: Element): number[] =>
      [...holder.querySelectorAll('.line')].map((line) => line.getBoundingClientRect().top);
    const [here, there] = [tops(ink), tops(copy)];
    const height = Math.abs(copy.scrollHeight - (document.querySelector('#note') as HTMLElement).scrollHeight);
    copy.remove();
    return { worst: Math.max(...here.map((top, index) => Math.abs(top - (there[index] as number)))), height, still };
  });
}

describe.skipIf(!hasChromium)('the ink of a long note', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('is drawn in several turns, while the field shows its own words', async () => {
    const { page, context, faults } = await desk.open();
    const shown = await page.locator('#note').evaluate(async (field: HTMLTextAreaElement, words) => {
      const ink = document.querySelector('.ink') as HTMLElement;
      const turns: number[] = [];
      new MutationObserver(() => turns.push(ink.querySelectorAll('.line').length)).observe(ink, { childList: true });
      const look = () => [getComputedStyle(field).color, getComputedStyle(ink).visibility];
      const before = look();
      field.value = words;
      field.dispatchEvent(new Event('input'));
      const during = look();
      while (document.querySelector('.paper.plain')) await new Promise((resolve) => setTimeout(resolve));
      return { before, during, after: look(), turns };
    }, LONG);
    expect(shown.before).toEqual(['rgba(0, 0, 0, 0)', 'visible']);
    expect(shown.during[0]).not.toBe(shown.before[0]);
    expect(shown.during[1]).toBe('hidden');
    expect(shown.after).toEqual(shown.before);
    expect(shown.turns.length).toBeGreaterThan(2);
    expect(shown.turns.at(-1)).toBe(LONG.split('\n').length);
    await expect.poll(() => inkOf(page), soon).toBe(LONG);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lies where the words of the field lie: at first, after an edit far from sight, at another width, and shorter', async () => {
    const { page, context } = await desk.open();
    await put(page, LONG);
    await read(page, 'wink');
    const lies = async (what: string): Promise<void> => {
      await expect.poll(() => isWhole(page), soon).toBe(true);
      await expect.poll(async () => (await strays(page)).still, soon).toBeGreaterThan(2);
      await expect
        .poll(async () => {
          const { worst, height } = await strays(page);
          return `${what}: ${worst < 1 && height <= 1 ? 'in its place' : `${worst} px off, field ${height} px off`}`;
        }, soon)
        .toBe(`${what}: in its place`);
    };
    await lies('first');
    // the measure of this test is not blind: a leaf out of sight with a wrong height would move all below it
    const far = page.locator('.leaf').nth(5);
    const height = await far.evaluate((leaf) => (leaf as HTMLElement).style.containIntrinsicBlockSize);
    const setHeight = (value: string) =>
      far.evaluate((leaf, size) => {
        (leaf as HTMLElement).style.containIntrinsicBlockSize = size;
      }, value);
    await setHeight('10px');
    await expect.poll(async () => (await strays(page)).worst, soon).toBeGreaterThan(1_000);
    await setHeight(height);
    await lies('restored');
    const grown = LONG.replace(
      'Chronic low back pain',
      `Chronic low back pain${'\nSeen again, and better.'.repeat(40)}`,
    );
    await put(page, grown);
    await lies('edited');
    const at = Math.floor(LONG.length * 0.7);
    await put(page, `${grown.slice(0, at)}\n\n\nAnother line, far below.\n${grown.slice(at)}`);
    await lies('edited out of sight');
    await page.setViewportSize({ width: 900, height: 700 });
    await lies('narrower');
    await put(page, LONG.slice(0, LONG.length / 2));
    await lies('halved');
    await context.close();
  });

  it('has every mark, far from sight too, as a short note has', async () => {
    const { page, context } = await desk.open();
    await put(page, LONG);
    await read(page, 'wink');
    const analyzer = await createAnalyzer();
    const expected = cutLines(LONG, collectMarks(analyzer.analyze(LONG)))
      .flatMap(({ segments }) => segments)
      .flatMap(({ lead, start, end }) => (lead && lead.kind !== 'quote' ? [LONG.slice(start, end)] : []));
    const drawn = () => page.locator('.ink mark:not(.k-quote)').allTextContents();
    await expect.poll(async () => (await drawn()).join('|'), soon).toBe(expected.join('|'));
    await context.close();
  });

  it('is whole when it is printed, or when far words are to be lit', async () => {
    const { page, context } = await desk.open();
    const printed = await page.locator('#note').evaluate((field: HTMLTextAreaElement, words) => {
      field.value = words;
      field.dispatchEvent(new Event('input'));
      dispatchEvent(new Event('beforeprint'));
      const count = document.querySelectorAll('.ink .line').length;
      dispatchEvent(new Event('afterprint'));
      return count;
    }, LONG);
    expect(printed).toBe(LONG.split('\n').length);
    await read(page, 'wink');
    await page.emulateMedia({ media: 'print' });
    const left = () =>
      page
        .locator('.leaf')
        .evaluateAll(
          (leaves) => leaves.filter((leaf) => getComputedStyle(leaf).contentVisibility !== 'visible').length,
        );
    await expect.poll(left, soon).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await put(page, `${LONG}\nPLAN: Discussed sacroiliitis.\n`);
    await page.locator('#facts .fact', { hasText: 'sacroiliitis' }).focus();
    await expect.poll(() => page.locator('.ink mark.lit').allTextContents(), soon).toContain('sacroiliitis');
    await expect
      .poll(
        () =>
          page
            .locator('.ink mark.lit')
            .first()
            .evaluate((mark) => {
              const { top, bottom } = (document.querySelector('#sheet') as HTMLElement).getBoundingClientRect();
              const box = mark.getBoundingClientRect();
              return box.top >= top && box.bottom <= bottom;
            }),
        soon,
      )
      .toBe(true);
    await context.close();
  });
});
