/** The printed report can be read aloud: a tagged PDF holds the note, the letters and what was folded, in order, under headings. */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGAIN, codesOf, type Desk, hasChromium, openDesk, read } from './browser.ts';

const soon = { timeout: 15_000, interval: 40 };
const NOTE = `MRI LUMBAR SPINE: Small annular fissure at L5-S1. No disc herniation.
ASSESSMENT:
1. Annular tear at L5-S1.
2. Possible L4-L5 herniation.
Seen with her sister today.`;

/** What assistive technology is told of, in its order: role and name of each; what stands in a field begins with "in a field". */
async function hear(session: CDPSession): Promise<readonly string[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (id: string, isInField: boolean): readonly string[] => {
    const node = byId.get(id);
    if (!node) return [];
    const { ignored, role, name, childIds = [] } = node;
    const said = ignored || !name?.value ? [] : [`${isInField ? 'in a field ' : ''}${role?.value}: ${name.value}`];
    return [...said, ...childIds.flatMap((child) => walk(child, isInField || role?.value === 'textbox'))];
  };
  return nodes.filter(({ parentId }) => parentId === undefined).flatMap(({ nodeId }) => walk(nodeId, false));
}

describe.skipIf(!hasChromium)('the printed report', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('has no tool on it, and what the page hides stays hidden on the screen and on paper', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    const displayed = (selector: string): Promise<readonly string[]> =>
      page.evaluate(
        (all) =>
          [...document.querySelectorAll(all)]
            .filter((each) => getComputedStyle(each).display !== 'none')
            .map((each) => each.outerHTML.slice(0, 60)),
        selector,
      );
    // one more of every class of the page, hidden
    await page.evaluate(() => {
      const classes = new Set([...document.querySelectorAll('[class]')].flatMap((each) => [...each.classList]));
      for (const name of classes) {
        const element = document.createElement('div');
        element.className = name;
        element.hidden = true;
        document.body.append(element);
      }
    });
    expect(await page.locator('[hidden]').count()).toBeGreaterThan(20);
    expect(await displayed('[hidden]')).toEqual([]);
    expect(await displayed('.tabs, .tools')).not.toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await displayed('[hidden]')).toEqual([]);
    expect(await displayed('.tabs, .tools, .skip, .index, .state, .panel-tools, .quiet, .letter, .welcome')).toEqual(
      [],
    );
    await context.close();
  });

  it('tells assistive technology the note, the folded codes and the letters, which on the screen are fields', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await read(page, 'wink');
    // one for the whole test: a session that ends takes the emulated paper with it
    const session = await context.newCDPSession(page);
    const heard = () => hear(session);
    const spoken = (list: readonly string[]) =>
      list.filter((each) => each.endsWith('Text: Seen with her sister today.'));
    // on the screen the field says the note, and the ink under it is hidden from assistive technology
    await expect
      .poll(async () => spoken(await heard()), soon)
      .toEqual(['in a field StaticText: Seen with her sister today.']);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(async () => spoken(await heard()), soon).toEqual(['StaticText: Seen with her sister today.']);
    const order = [
      'heading: SpineNote',
      'heading: Note',
      'StaticText: Seen with her sister today.',
      'heading: Codes',
      'heading: Questions',
    ];
    await expect.poll(async () => (await heard()).filter((each) => order.includes(each)), soon).toEqual(order);
    const all = await heard();
    expect(all.some((each) => each.startsWith('StaticText: ') && each.includes('[ ] Unable to determine'))).toBe(true);
    expect(all.join('\n')).toContain('M51.26');
    expect(all.filter((each) => /^(?:in a field|textbox|combobox|tab:)/.test(each))).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(async () => spoken(await heard())[0], soon).toMatch(/^in a field/);
    await context.close();
  });

  it('is made so by printing itself, and the page is as before', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    const state = () =>
      page.evaluate(() => [
        document.querySelector('.ink')?.getAttribute('aria-hidden'),
        document.querySelector('.letter-print')?.getAttribute('aria-hidden'),
        document.querySelector<HTMLDetailsElement>('details.fold')?.open,
      ]);
    const before = await state();
    expect(before).toEqual(['true', 'true', false]);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const fold = document.querySelector('details.fold') as HTMLDetailsElement;
        document.body.dataset.printed = `${document.querySelectorAll('[aria-hidden].ink, [aria-hidden].letter-print').length} ${fold.open}`;
      });
    });
    const pdf = (await page.pdf({ tagged: true })).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang (en');
    await expect.poll(() => page.evaluate(() => document.body.dataset.printed), soon).toBe('0 true');
    await expect.poll(state, soon).toEqual(before);
    await context.close();
  });

  it.each([
    'light',
    'dark',
  ] as const)('is dark words on white paper in the %s theme, and marks nothing as lit', async (colorScheme) => {
    const { page, context } = await desk.open({ text: NOTE, colorScheme });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await page.locator('#codes .code').first().focus();
    await expect.poll(() => page.locator('.ink mark.lit').count(), soon).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    const looks = () =>
      page.evaluate(() => {
        const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
        const [, red = 255] = /(\d+)/.exec(style('.line').color) ?? [];
        return {
          isDark: Number(red) < 80,
          grounds: ['html', '.sheet', '.summary', '.card'].map((each) => style(each).backgroundColor),
          lit: style('.ink mark.lit').boxShadow,
          edges: new Set([...document.querySelectorAll('.card')].map((card) => getComputedStyle(card).borderColor))
            .size,
        };
      });
    const clear = 'rgba(0, 0, 0, 0)';
    await expect
      .poll(looks, soon)
      .toEqual({ isDark: true, grounds: [clear, clear, clear, clear], lit: 'none', edges: 1 });
    await context.close();
  });
});
