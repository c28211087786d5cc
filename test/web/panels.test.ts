/** What each panel of the results shows, held against what the library gives for the same note. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checklist, createAnalyzer } from '../../src/index.ts';
import { EXAMPLES } from '../../src/web/examples.ts';
import { AGAIN, type Desk, hasChromium, openDesk, read } from './browser.ts';

const soon = { timeout: 15_000, interval: 40 };
const example = EXAMPLES[0] as (typeof EXAMPLES)[number];
const analyzer = createAnalyzer();
const analysis = analyzer.then((made) => made.analyze(example.text, { dateOfService: example.dateOfService }));

describe.skipIf(!hasChromium)('the panels', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  async function openExample() {
    const opened = await desk.open();
    await opened.page.getByRole('button', { name: new RegExp(`^${example.name}`) }).click();
    await read(opened.page, 'wink');
    return opened;
  }

  it('tell the six statuses apart without a colour', async () => {
    const text = [
      'ASSESSMENT: Annular tear at L5-S1. Possible spondylolisthesis. No disc herniation.',
      'PAST HISTORY: Discitis in 2015, resolved.',
      'FAMILY HISTORY: Mother has spinal stenosis.',
      'PLAN: Return if spondylolysis develops.',
    ].join('\n');
    const { page, context } = await desk.open({ text });
    await read(page, 'wink');
    const looks = () =>
      page.locator('.ink').evaluate((ink) =>
        Object.fromEntries(
          ['present', 'uncertain', 'absent', 'historical', 'hypothetical', 'other-person'].map((status) => {
            const mark = ink.querySelector(`.k-structure.s-${status}`);
            if (!mark) return [status, 'not marked'];
            const { backgroundColor, backgroundImage, boxShadow, outlineStyle } = getComputedStyle(mark);
            const fill = /, 0\)$| \/ 0\)$/.test(backgroundColor) ? 'bare' : 'filled';
            const over = backgroundImage === 'none' ? 'plain' : backgroundImage.slice(0, 9);
            return [status, `${fill} ${over} ${boxShadow === 'none' ? 'open' : 'framed'} ${outlineStyle}`];
          }),
        ),
      );
    await expect.poll(async () => Object.values(await looks()).includes('not marked'), soon).toBe(false);
    const { hypothetical, 'other-person': other, ...rest } = await looks();
    expect(other).toBe(hypothetical);
    expect(new Set([...Object.values(rest), hypothetical]).size).toBe(5);
    await context.close();
  });

  it('fold what an exclusion removes, with its reason and its citation', async () => {
    const text = 'ASSESSMENT: Sciatica, left, from L4-L5 disc herniation with radiculopathy. Low back pain.';
    const excluded = (await analyzer).analyze(text).codes.filter(({ standing }) => standing === 'excluded');
    expect(excluded.length).toBeGreaterThan(0);
    const { page, context } = await desk.open({ text });
    await read(page, 'wink');
    const fold = page.locator('details[data-fold=excluded]');
    await expect
      .poll(() => fold.locator('.peek span').allTextContents(), soon)
      .toEqual(excluded.map(({ code }) => code));
    await fold.locator('summary').click();
    await expect.poll(() => fold.locator('.why').allTextContents(), soon).toEqual(excluded.map(({ why }) => why));
    for (const rules of await fold.locator('.rules').allTextContents()) expect(rules.length).toBeGreaterThan(10);
    await context.close();
  });

  it('show what each answer would give behind the coder’s switch only', async () => {
    const { page, context } = await openExample();
    const query = (await analysis).queries.find(({ kind }) => kind === 'annular-defect-size');
    const whatIf = query?.whatIf ?? [];
    expect(whatIf.map(({ answer }) => answer)).toContain('Small');
    const card = page.locator(`#queries [data-item="query:${query?.id}"]`);
    await expect.poll(() => page.locator('.what-if').count(), soon).toBe(0);
    await page.getByRole('button', { name: 'Coder’s notes' }).click();
    await expect
      .poll(() => card.locator('.what-if dt').allTextContents(), soon)
      .toEqual(whatIf.map(({ answer }) => `If “${answer}”`));
    await expect
      .poll(() => card.locator('.what-if dd').allTextContents(), soon)
      .toEqual(whatIf.map(({ codes }) => codes.join(', ')));
    await expect.poll(() => card.locator('.letter').inputValue(), soon).not.toContain('M51');
    await page.getByRole('button', { name: 'Coder’s notes' }).click();
    await expect.poll(() => page.locator('.what-if').count(), soon).toBe(0);
    await context.close();
  });

  it('show the checklist as the library gives it; a line lights its words', async () => {
    const { page, context } = await openExample();
    const lines = checklist(await analysis).parts.flatMap((part) => part.lines);
    const WORDS = { met: 'Met', 'not-met': 'Open', 'not-applicable': 'Not needed' };
    await expect
      .poll(
        () =>
          page
            .locator('#checklist .line-item')
            .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))),
        soon,
      )
      .toEqual(lines.map(({ standing, looksFor }) => `${WORDS[standing]}: ${looksFor}`));
    const open = lines.filter(({ standing }) => standing === 'not-met');
    await expect
      .poll(() => page.locator('#checklist .panel-head .count').textContent(), soon)
      .toBe(String(open.length));
    for (const { document: advice } of open)
      await expect.poll(() => page.locator('#checklist').textContent(), soon).toContain(`To document: ${advice}`);
    const met = lines.find(({ standing, evidence }) => standing === 'met' && evidence.length > 0);
    await page.locator(`#checklist [data-item="line:${met?.id}"]`).focus();
    await expect
      .poll(async () => (await page.locator('.ink mark.lit').allTextContents()).join(' '), soon)
      .toContain(met?.evidence[0]?.text);
    await context.close();
  });

  it('put imaging beside assessment where they differ, and are silent where nothing does', async () => {
    const { page, context } = await openExample();
    const difference = page.locator('#differences .difference', { hasText: 'annulus fibrosus defect' });
    await expect.poll(() => difference.locator('.tag').textContent(), soon).toBe('size left open');
    await expect.poll(() => difference.locator('h5').allTextContents(), soon).toEqual(['Imaging', 'Assessment']);
    const [imaging, assessment] = [
      await difference.locator('.side').first().boundingBox(),
      await difference.locator('.side').nth(1).boundingBox(),
    ];
    expect(assessment?.x).toBeGreaterThan((imaging?.x ?? 0) + (imaging?.width ?? 0) - 1);
    expect(Math.abs((assessment?.y ?? 0) - (imaging?.y ?? 9))).toBeLessThan(2);
    await difference.focus();
    await expect
      .poll(() => page.locator('.ink mark.lit').allTextContents(), soon)
      .toEqual(['annular fissure', 'Annular tear']);
    await page.getByRole('button', { name: 'New note' }).click();
    await page.locator('#note').fill('ASSESSMENT: Low back pain.');
    await expect.poll(() => page.locator('#facts .fact').count(), soon).toBe(1);
    await expect.poll(() => page.locator('#differences').isVisible(), soon).toBe(false);
    await context.close();
  });

  it('lead from every code that they name to its page', async () => {
    const { page, context } = await desk.open({ text: `${example.text}\nBilled as M54.5.\n` });
    await read(page, 'wink');
    await page.getByRole('button', { name: 'Coder’s notes' }).click();
    await expect.poll(() => page.locator('.notice .code-link').count(), soon).toBeGreaterThan(0);
    await expect.poll(() => page.locator('#facts .where .code-link').count(), soon).toBeGreaterThan(0);
    const bare = await page.locator('#panels').evaluate((panels) => {
      const walker = document.createTreeWalker(panels, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // a citation names what it cites, the words of the record are the record's, and a closed fold is a summary
        const isOurs = !node.parentElement?.closest('a, q, pre, textarea, .rules, .peek');
        if (isOurs && /\b[A-Z]\d\d\.[0-9A-Z]{1,4}\b(?!-)/.test(node.textContent ?? ''))
          found.push(node.textContent ?? '');
      }
      return found;
    });
    expect(bare).toEqual([]);
    await page.locator('.notice .code-link').first().click();
    await page.locator('dialog[open]').waitFor();
    await expect.poll(() => page.locator('dialog[open] .reference-code').textContent(), soon).toMatch(/^M54\.5/);
    await context.close();
  });

  it('are told to a screen reader when the words have rested', async () => {
    const { page, context } = await openExample();
    const { codes, queries } = await analysis;
    const assigned = codes.filter(({ standing }) => standing === 'assigned').length;
    const told = page.locator('#told');
    expect(await told.getAttribute('role')).toBe('status');
    await expect.poll(() => told.textContent(), soon).toBe(`Read. Codes: ${assigned}. Questions: ${queries.length}.`);
    await context.close();
  });

  it('stay lit by the keyboard though the pointer rests on something else', async () => {
    const { page, context } = await openExample();
    await page.locator('#codes .code').first().hover();
    await expect.poll(() => page.locator('#codes .code').first().getAttribute('class'), soon).toContain('lit');
    // far below: the pane scrolls under the pointer
    const last = page.locator('#facts .fact').last();
    await last.focus();
    await expect.poll(() => last.getAttribute('class'), soon).toContain('lit');
    const item = await last.getAttribute('data-item');
    const words = await page.evaluate(async (wanted) => {
      // a few frames later the browser has told what lies under the pointer now
      for (let frame = 0; frame < 10; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      return document.querySelector(`[data-item="${wanted}"]`)?.classList.contains('lit');
    }, item);
    expect(words).toBe(true);
    await context.close();
  });
});
