/** The page in a real browser, as a coder uses it: paste, type, hover, focus, copy, export, print, tabs, code pages. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisSchema, createAnalyzer } from '../../src/index.ts';
import { AGAIN, codesOf, type Desk, hasChromium, inkOf, openDesk, paste, read } from './browser.ts';

const NOTE = `CC: Low back pain.

MRI LUMBAR SPINE: Small annular fissure at L5-S1. No disc herniation. Possible stenosis at L4-L5.

ASSESSMENT:
1. Annular tear L5-S1.

PLAN: Physical therapy.`;

const soon = { timeout: 15_000, interval: 40 };
const litWords = (page: Page): Promise<string[]> => page.locator('.ink mark.lit').allTextContents();
const looksOf = (page: Page, words: string): Promise<string | null> =>
  page.locator('.ink mark', { hasText: words }).first().getAttribute('class');

describe.skipIf(!hasChromium)('the page', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('a pasted note explains itself before wink has loaded, and then refines', async () => {
    const { page, context, faults } = await desk.open();
    // wink is held back for as long as the test wants
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(/wink-nlp/, async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await paste(page, NOTE);
    await page.locator('body[data-read=plain]').waitFor();
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await expect.poll(() => page.locator('.state').textContent(), soon).toContain('refining');
    release();
    await read(page, 'wink');
    await expect.poll(() => page.locator('.state').textContent(), soon).toBe('');
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('marks kinds and statuses differently, and the words stay those of the note', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await expect.poll(() => inkOf(page), soon).toBe(NOTE);
    await expect.poll(() => looksOf(page, 'annular fissure'), soon).toBe('mark k-structure s-present');
    await expect.poll(() => looksOf(page, 'disc herniation'), soon).toBe('mark k-structure s-absent');
    await expect.poll(() => looksOf(page, 'stenosis'), soon).toBe('mark k-structure s-uncertain');
    await expect.poll(() => looksOf(page, 'Low back pain'), soon).toBe('mark k-pain s-present');
    await expect.poll(() => looksOf(page, 'MRI'), soon).toBe('mark k-study s-present');
    const styles = await page.locator('.ink').evaluate((ink) =>
      ['.s-present.k-structure', '.s-absent.k-structure', '.s-uncertain.k-structure', '.k-pain', '.k-study'].map(
        (selector) => {
          const { backgroundColor, backgroundImage, textDecorationStyle } = getComputedStyle(
            ink.querySelector(selector) as Element,
          );
          return `${backgroundColor} ${backgroundImage.slice(0, 26)} ${textDecorationStyle}`;
        },
      ),
    );
    expect(new Set(styles).size).toBe(styles.length);
    await context.close();
  });

  it('follows typing: marks move with the words at once, and the latest words are read', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await page.locator('#note').evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf('Annular tear');
      field.focus();
      field.setSelectionRange(at, at);
    });
    await page.keyboard.type('Small ');
    await expect.poll(() => inkOf(page), soon).toBe(NOTE.replace('Annular tear', 'Small Annular tear'));
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A4']);
    // within one input event, before any answer of the worker, the ink holds the new words and the old marks
    const carried = await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#note') as HTMLTextAreaElement;
      field.setSelectionRange(0, 0);
      document.execCommand('insertText', false, 'Seen today. ');
      return [
        document.querySelector('.line')?.textContent,
        [...document.querySelectorAll('.ink mark')].map(({ textContent }) => textContent),
      ];
    });
    expect(carried[0]).toBe('Seen today. CC: Low back pain.');
    expect(carried[1]).toContain('Low back pain');
    await context.close();
  });

  it('keeps the cursor over the ink: both set the same words on the same lines', async () => {
    const long = `${NOTE}\n\n${'Pain is worse with prolonged sitting, standing and lifting of anything over ten pounds. '.repeat(12)}\n\tindented\n`;
    const { page, context } = await desk.open({ text: long });
    await read(page);
    const heights = await page.evaluate(() => {
      const field = document.querySelector('#note') as HTMLTextAreaElement;
      return { field: field.scrollHeight, ink: (document.querySelector('.ink') as HTMLElement).scrollHeight };
    });
    expect(Math.abs(heights.field - heights.ink)).toBeLessThanOrEqual(1);
    await context.close();
  });

  it('hovering or focusing a code, query or fact lights its words and brings them in sight; and the reverse', async () => {
    const text = `${NOTE.replace('ASSESSMENT', `${'Reviewed at length.\n'.repeat(60)}ASSESSMENT`)}`;
    const { page, context } = await desk.open({ text, viewport: { width: 1200, height: 640 } });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await page.locator('#sheet').evaluate((sheet) => {
      sheet.scrollTop = 0;
    });
    await page.locator('#codes .code').first().hover();
    await expect.poll(() => litWords(page), soon).toEqual(['annular fissure', 'Annular tear']);
    await page.mouse.move(2, 2);
    await expect.poll(() => litWords(page), soon).toEqual([]);

    await page.locator('#facts .fact', { hasText: 'spinal stenosis' }).focus();
    await expect.poll(() => litWords(page), soon).toEqual(['Possible', 'stenosis']);
    await page.locator('#queries .query').first().focus();
    await expect.poll(async () => (await litWords(page)).length, soon).toBeGreaterThan(0);
    const inSight = () =>
      page
        .locator('.ink mark.lit')
        .first()
        .evaluate((mark) => {
          const { top, bottom } = (document.querySelector('#sheet') as HTMLElement).getBoundingClientRect();
          const box = mark.getBoundingClientRect();
          return box.top >= top && box.bottom <= bottom;
        });
    await expect.poll(inSight, soon).toBe(true);

    // pressing a quote selects its words in the note
    await page.locator('#codes .quote', { hasText: 'Annular tear' }).click();
    const selected = await page
      .locator('#note')
      .evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
    expect(selected).toBe('Annular tear');
    await expect.poll(inSight, soon).toBe(true);

    // the cursor in a word of the note lights its results
    await page.locator('#note').evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf('stenosis') + 3;
      field.focus();
      field.setSelectionRange(at, at);
    });
    await expect.poll(() => page.locator('#facts .fact.lit').count(), soon).toBe(1);
    await expect.poll(() => page.locator('#facts .fact.lit').textContent(), soon).toContain('spinal stenosis');
    await expect.poll(() => page.locator('.explain').textContent(), soon).toContain('uncertain');

    // the pointer over a word of the note does so too
    const box = await page.locator('.ink mark', { hasText: 'annular fissure' }).boundingBox();
    await page.locator('#sheet').evaluate((sheet) => {
      sheet.scrollTop = 0;
    });
    const place = (await page.locator('.ink mark', { hasText: 'annular fissure' }).boundingBox()) ?? box;
    await page.mouse.move((place?.x ?? 0) + 5, (place?.y ?? 0) + 8);
    await expect.poll(() => page.locator('#codes .code.lit .code-link').allTextContents(), soon).toContain('M51.A3');
    await context.close();
  });

  it('codes stand in claim order with title, why, rule and citation; the rest is folded with its reason', async () => {
    const { page, context } = await desk.open();
    await page.getByRole('button', { name: /Annular defect with herniation/ }).click();
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.17', 'M51.A4']);
    const first = page.locator('#codes .code.assigned').first();
    await expect
      .poll(() => first.locator('.code-title').textContent(), soon)
      .toContain('radiculopathy, lumbosacral region');
    expect((await first.locator('.why').textContent())?.length).toBeGreaterThan(10);
    await expect.poll(() => first.locator('.rules').textContent(), soon).toContain('ICD-10-CM');
    await page.getByRole('button', { name: 'New note' }).click();
    await paste(page, 'ASSESSMENT: Low back pain. Possible L5-S1 herniation.');
    const fold = page.locator('details[data-fold=unconfirmed]');
    await fold.waitFor();
    await expect.poll(() => fold.evaluate((element: HTMLDetailsElement) => element.open), soon).toBe(false);
    await fold.locator('summary').click();
    expect((await fold.locator('.why').first().textContent())?.length).toBeGreaterThan(10);
    await context.close();
  });

  it('queries are edited and copied as text for the provider, with nothing written for coders', async () => {
    const { page, context } = await desk.open({ text: NOTE, permissions: ['clipboard-read', 'clipboard-write'] });
    const card = page.locator('#queries .query', { hasText: 'annular defect size' });
    await card.waitFor();
    const why = createAnalyzer({ linguistics: 'none' }).then(
      (analyzer) => analyzer.analyze(NOTE).queries.find(({ kind }) => kind === 'annular-defect-size')?.why,
    );
    await expect.poll(() => card.locator('.coder').count(), soon).toBe(0);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await card.getByRole('button', { name: /^Copy/ }).click();
    await expect.poll(clipboard, soon).toContain('[ ] Unable to determine');
    const letter = await clipboard();
    expect(letter).toContain('Documented in this record:');
    expect(letter).toContain('"Small annular fissure at L5-S1');
    expect(letter).not.toContain(await why);
    expect(letter).not.toMatch(/\b[MGS]\d\d\.|ICD-10|\bcode/i);

    await card.locator('.letter').fill('How large is the defect at L5-S1?');
    await card.getByRole('button', { name: /^Copy/ }).click();
    await expect.poll(clipboard, soon).toBe('How large is the defect at L5-S1?');

    // an edited question outlives an edit of the note, and can be taken back
    await page.locator('#note').evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    });
    await page.keyboard.type(' Ice.');
    await page.waitForTimeout(300);
    await expect.poll(() => card.locator('.letter').inputValue(), soon).toBe('How large is the defect at L5-S1?');
    await card.getByRole('button', { name: /^Reset/ }).click();
    await expect.poll(() => card.locator('.letter').inputValue(), soon).toBe(letter);

    await page.getByRole('button', { name: 'Coder’s notes' }).click();
    await expect.poll(() => card.locator('.coder').textContent(), soon).toContain(await why);
    await card.getByRole('button', { name: /^Copy/ }).click();
    await expect.poll(clipboard, soon).toBe(letter);

    await page.locator('.menu', { hasText: 'Export' }).locator('summary').click();
    await page.getByRole('button', { name: /^Copy all codes/ }).click();
    await expect.poll(clipboard, soon).toContain('Codes, in claim order');
    expect(await clipboard()).toContain('M51.A3');
    await context.close();
  });

  it('exports the analysis as the library gives it, with the offsets of the file that was dropped', async () => {
    const { page, context } = await desk.open();
    const windows = NOTE.replaceAll('\n', '\r\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'visit.txt', mimeType: 'text/plain', buffer: Buffer.from(windows) });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await read(page, 'wink');
    await page.locator('.menu', { hasText: 'Export' }).locator('summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Export JSON/ }).click(),
    ]);
    const exported = analysisSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    const analyzer = await createAnalyzer();
    expect(exported).toEqual(analyzer.analyze(windows, { setting: 'outpatient', dateOfService: null }));
    for (const { start, end, text } of exported.mentions) expect(windows.slice(start, end)).toBe(text);
    await context.close();
  });

  it('a file that is no text is refused with what to do', async () => {
    const { page, context } = await desk.open();
    await page.locator('input[type=file]').setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00]),
    });
    await expect.poll(() => page.locator('.explain').textContent(), soon).toContain('scan.pdf is no plain text');
    await context.close();
  });

  it('a file dropped on the page opens as a note', async () => {
    const { page, context } = await desk.open();
    await page.evaluate((text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
    }, NOTE);
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent(), soon).toBe('dropped.txt');
    await context.close();
  });

  it('prints a clean report: marks, codes with reasons, questions as text, folds open, nothing to press', async () => {
    const { page, context } = await desk.open({ text: `${NOTE}\nPossible L4-L5 herniation.` });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await page.emulateMedia({ media: 'print' });
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    for (const kept of ['.ink', '#codes .code', '#codes .why', '#queries .letter-print', '#facts .fact', '.legend'])
      expect([kept, await visible(kept)]).toEqual([kept, true]);
    for (const gone of ['#note', '.tabs', '.tools', '.quiet', '.letter', '.switch', '.index'])
      expect([gone, await visible(gone)]).toEqual([gone, false]);
    await expect
      .poll(() => page.locator('.letter-print').first().textContent(), soon)
      .toContain('[ ] Unable to determine');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(
      await page
        .locator('details.fold')
        .first()
        .evaluate((fold: HTMLDetailsElement) => fold.open),
    ).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(
      await page
        .locator('details.fold')
        .first()
        .evaluate((fold: HTMLDetailsElement) => fold.open),
    ).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(5_000);
    await context.close();
  });

  it('holds several notes as tabs, each with its text and settings', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await page.getByRole('button', { name: 'New note' }).click();
    await paste(page, 'ASSESSMENT: Low back pain, seen again.');
    await expect.poll(() => codesOf(page), soon).toEqual(['M54.50']);
    await page.locator('#date').fill('2021-09-15');
    await page.locator('#date').dispatchEvent('change');
    await expect.poll(() => page.locator('.summary-line').textContent(), soon).toContain('FY2021');
    await expect.poll(() => codesOf(page), soon).toEqual(['M54.5']);

    const tabs = page.getByRole('tab');
    await expect.poll(() => tabs.count(), soon).toBe(2);
    await tabs.first().click();
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await expect.poll(() => page.locator('#note').inputValue(), soon).toBe(NOTE);
    await expect.poll(() => page.locator('#date').inputValue(), soon).toBe('');
    await page.getByRole('button', { name: /^Close/ }).click();
    await expect.poll(() => tabs.count(), soon).toBe(1);
    await expect.poll(() => codesOf(page), soon).toEqual(['M54.5']);
    await context.close();
  });

  it('setting and kind of note change the reading', async () => {
    const { page, context } = await desk.open({ text: 'Annular tear at L5-S1, small. Mild L4-L5 disc bulge.' });
    await read(page);
    await page.locator('#kind').selectOption('imaging-report');
    await expect.poll(() => page.locator('.summary-line').textContent(), soon).toContain('Imaging report, outpatient');
    await expect.poll(() => codesOf(page), soon).toContain('M51.A4');
    await page.locator('#setting').selectOption('inpatient');
    await expect.poll(() => page.locator('.summary-line').textContent(), soon).toContain('inpatient');
    await context.close();
  });

  it('every code leads to its page, at an address of its own', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    const hash = () => page.evaluate(() => location.hash);
    await page.locator('#codes .code-link').first().click();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await expect.poll(() => dialog.textContent(), soon).toContain('M51.A3');
    await expect.poll(() => dialog.textContent(), soon).toContain('Code first');
    await dialog.locator('.beside .code-link', { hasText: 'M51.A4' }).click();
    await expect.poll(() => dialog.locator('h2').textContent(), soon).toContain('small, lumbosacral region');
    await expect.poll(hash, soon).toBe('#code/M51.A4');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count(), soon).toBe(0);
    await expect.poll(hash, soon).toBe('');
    for (const [code, words] of [
      ['M54.5', 'No complete code any more'],
      ['M53.87', 'lumbosacral'],
      ['Z99.9', 'Outside the codes'],
    ]) {
      await page.goto(`${desk.server.address}#code/${code}`);
      await expect.poll(() => dialog.textContent(), soon).toContain(words);
    }
    await context.close();
  });

  it('keeps nothing until asked, and forgets when asked', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    await read(page);
    const kept = () => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);
    expect(await kept()).toEqual([0, 0, 0]);
    const choose = async (name: RegExp) => {
      await page.locator('.menu', { hasText: 'View' }).locator('summary').click();
      await page.getByRole('button', { name }).click();
    };
    await choose(/^Keep my notes/);
    expect((await kept())[0]).toBe(1);
    await page.reload();
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await choose(/^Forget my notes/);
    expect(await kept()).toEqual([0, 0, 0]);
    await context.close();
  });
});
