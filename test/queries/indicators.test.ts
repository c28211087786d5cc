/** What a provider is shown of the record: the clause around the words, on one line, without codes or talk of payment. */
import { describe, expect, test } from 'vitest';
import { widen } from '../../src/queries/indicators.ts';

describe('the quote of the words between brackets', () => {
  test.each([
    // note with [evidence] -> quote
    ['He is well. He [fell] from a ladder in May. Gait normal.', 'He fell from a ladder in May'],
    [
      'DX: (a) Lumbago due to right L5-S1 [disc herniation]    M54.41',
      '(a) Lumbago due to right L5-S1 disc herniation',
    ],
    ['M54.16 [radiculopathy], left; M51.26 HNP', 'radiculopathy, left'],
    ['Plan:\nleft S1 [ESI] next week\nReturn prn', 'left S1 ESI next week'],
    ['MRI shows a 4.5 mm [protrusion] at L5-S1.', 'MRI shows a 4.5 mm protrusion at L5-S1'],
    ['[tear]', 'tear'],
    ['> "small [tear] at L4-5"', 'small tear at L4-5'],
    ['[Herniated disc] (ICD-9-CM 722.10)', 'Herniated disc'],
    ['The payer denied the MRI that showed a [tear].', 'tear'],
    [
      `${'He came by bus and waited, '.repeat(8)}his low [back pain] is worse, ${'and so on, '.repeat(20)}`,
      'his low back pain is worse',
    ],
    [`${'word '.repeat(60)}[tear] ${'word '.repeat(60)}`, 'tear'],
  ])('%s -> %s', (marked, quoted) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const text = marked.replace('[', '').replace(']', '');
    const quote = widen({ start, end, text: text.slice(start, end) }, text);
    expect(quote.text).toBe(quoted);
    expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });
});
