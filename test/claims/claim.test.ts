/** Claims against what a note documents: a row is the chart, the codes that were sent, and the verdict on each. */
import { describe, expect, it, test } from 'vitest';
import { checkClaim } from '../../src/claims/claim.ts';
import { CLAIM_VERDICTS } from '../../src/model.ts';
import { analyzeShortForm, textOf } from './coded.ts';

const split = (codes: string) => codes.split(' ').filter(Boolean);
const check = (given: readonly string[], sent: string) => checkClaim(analyzeShortForm(given), split(sent));
const tell = (given: readonly string[], sent: string) =>
  check(given, sent)
    .codes.map(({ code, verdict }) => `${code} ${verdict}`)
    .join(', ');

const TEAR = 'annulus-fibrosus-defect lumbosacral L5-S1';
const HNP = 'disc-herniation lumbosacral L5-S1';

describe('each code that was sent', () => {
  test.each<[string, readonly string[], string, string]>([
    ['is supported', [`${TEAR} small`], 'M51.A4', 'M51.A4 supported'],
    ['is of the other level', [`${TEAR} small`], 'M51.A1', 'M51.A1 contradicted, M51.A4 missing'],
    ['is of the other size', [`${TEAR} small`], 'M51.A5', 'M51.A5 contradicted, M51.A4 missing'],
    ['names a size that nobody documents', [TEAR], 'M51.A4', 'M51.A4 unsupported, M51.A3 missing'],
    ['leaves out the documented size', [`${TEAR} small`], 'M51.A3', 'M51.A3 less-specific, M51.A4 missing'],
    ['is the heading', [`${TEAR} small`], 'M51.A', 'M51.A not-billable, M51.A4 missing'],
    ['is retired', ['low-back-pain chronic'], 'M54.5', 'M54.5 retired, M54.50 missing'],
    ['was valid on the day', ['note on 2021-09-30', 'low-back-pain chronic'], 'M54.5', 'M54.5 supported'],
    ['begins later', ['note on 2022-09-30', `${TEAR} small`], 'M51.A4', 'M51.A4 not-billable'],
    ['does not exist', [HNP, 'myelopathy thoracic'], 'M51.07', 'M51.07 not-billable, M51.27 missing'],
    ['is no code at all', ['low-back-pain'], 'back', 'BACK not-billable, M54.50 missing'],
    ['is of the old code set', ['low-back-pain'], '724.2', '724.2 not-billable, M54.50 missing'],
    [
      'is of a condition that the note denies',
      ['disc-herniation lumbar absent', 'low-back-pain'],
      'M51.26 M54.50',
      'M51.26 contradicted, M54.50 supported',
    ],
    [
      'is of a condition told as history',
      ['disc-herniation lumbar historical', 'low-back-pain'],
      'M51.26 M54.50',
      'M51.26 contradicted, M54.50 supported',
    ],
    // "No herniation at L3-4" leaves the other lumbar discs open.
    [
      'is denied at one disc of several',
      ['disc-herniation lumbar L3-L4 absent', 'low-back-pain'],
      'M51.26 M54.50',
      'M51.26 unsupported, M54.50 supported',
    ],
    [
      'is denied at the one disc of its region',
      ['disc-herniation lumbosacral L5-S1 absent', 'low-back-pain'],
      'M51.27 M54.50',
      'M51.27 contradicted, M54.50 supported',
    ],
    [
      'rests on the report alone',
      ['disc-herniation lumbar imaging', 'low-back-pain'],
      'M51.26 M54.50',
      'M51.26 unsupported, M54.50 supported',
    ],
    [
      'rests on a suspicion',
      ['spondylolisthesis lumbar uncertain', 'low-back-pain'],
      'M43.16 M54.50',
      'M43.16 unsupported, M54.50 supported',
    ],
    [
      'is that of a relative',
      ['disc-herniation lumbar other-person', 'low-back-pain'],
      'M51.26 M54.50',
      'M51.26 unsupported, M54.50 supported',
    ],
    [
      'is of a condition that nobody names',
      ['low-back-pain'],
      'M48.061 M54.50',
      'M48.061 unsupported, M54.50 supported',
    ],
    ['lacks the radiculopathy', [HNP, 'radiculopathy lumbosacral'], 'M51.27', 'M51.27 less-specific, M51.17 missing'],
    ['adds a radiculopathy', [HNP], 'M51.17', 'M51.17 unsupported, M51.27 missing'],
    [
      'adds a radiculopathy that the note denies',
      [HNP, 'radiculopathy absent'],
      'M51.17',
      'M51.17 contradicted, M51.27 missing',
    ],
    [
      'is a part of the combination',
      [HNP, 'radiculopathy lumbosacral'],
      'M54.17',
      'M54.17 less-specific, M51.17 missing',
    ],
    ['is of the other side', ['sciatica left'], 'M54.31', 'M54.31 contradicted, M54.32 missing'],
    ['leaves the side out', ['sciatica left'], 'M54.30', 'M54.30 less-specific, M54.32 missing'],
    [
      'is half of sciatica with back pain',
      ['sciatica left', 'low-back-pain'],
      'M54.32',
      'M54.32 less-specific, M54.42 missing',
    ],
    [
      'is vertebrogenic without a link',
      ['low-back-pain', 'endplate-change imaging lumbar'],
      'M54.51',
      'M54.51 unsupported, M54.50 missing',
    ],
    [
      'is vertebrogenic against the word of the provider',
      ['low-back-pain', 'endplate-change lumbar', 'link low-back-pain -> endplate-change absent'],
      'M54.51',
      'M54.51 contradicted, M54.50 missing',
    ],
    [
      'is unspecified where the link is documented',
      ['low-back-pain', 'endplate-change lumbar', 'link low-back-pain -> endplate-change'],
      'M54.50',
      'M54.50 less-specific, M54.51 missing',
    ],
    ['is "other" as a default', ['low-back-pain'], 'M54.59', 'M54.59 unsupported, M54.50 missing'],
    [
      'claims claudication that is denied',
      ['spinal-stenosis lumbar without-claudication'],
      'M48.062',
      'M48.062 contradicted, M48.061 missing',
    ],
    [
      'claims claudication that is not mentioned',
      ['spinal-stenosis lumbar'],
      'M48.062',
      'M48.062 unsupported, M48.061 missing',
    ],
    [
      'is of another cervical level',
      ['disc-herniation cervical C5-C6'],
      'M50.223',
      'M50.223 contradicted, M50.222 missing',
    ],
    [
      'leaves the cervical level out',
      ['disc-herniation cervical C5-C6'],
      'M50.20',
      'M50.20 less-specific, M50.222 missing',
    ],
    ['speaks of the back as a whole', ['low-back-pain'], 'M54.9', 'M54.9 less-specific, M54.50 missing'],
    ['names no disorder', ['spondylosis lumbar'], 'M53.9', 'M53.9 less-specific, M47.816 missing'],
    ['names no disc', [`${TEAR} small`], 'M51.9', 'M51.9 less-specific, M51.A4 missing'],
    [
      'is of an injury long past',
      ['back-strain past', 'low-back-pain'],
      'S39.012A M54.50',
      'S39.012A unsupported, M54.50 supported',
    ],
    [
      'is of a neck that M51.A- does not know',
      ['annulus-fibrosus-defect cervical C5-C6', 'neck-pain'],
      'M51.A1 M54.2',
      'M51.A1 contradicted, M54.2 supported',
    ],
    ['is outside what is read here', ['low-back-pain'], 'M54.50 E11.9', 'M54.50 supported, E11.9 outside-scope'],
    ['is sent twice', ['low-back-pain'], 'M54.50 M54.50', 'M54.50 supported, M54.50 unsupported'],
    ['is spelt without its point', ['low-back-pain'], 'm5450', 'M54.50 supported'],
    ['is spelt with an open end', ['low-back-pain'], 'M54.50.--', 'M54.50 supported'],
    [
      'is no code for what stands in the middle',
      ['low-back-pain'],
      'M54--.50',
      'M54--.50 not-billable, M54.50 missing',
    ],
  ])('%s: %j, sent %s', (_, given, sent, expected) => {
    expect(tell(given, sent)).toBe(expected);
  });

  it('and nothing was sent: what the note supports is missing', () => {
    expect(tell(['low-back-pain'], '')).toBe('M54.50 missing');
  });

  it('and nothing was sent for a note that supports nothing', () => {
    expect(check([], '').codes).toEqual([]);
  });
});

describe('a heading or retired code', () => {
  const tellFindings = (given: readonly string[], sent: string) =>
    check(given, sent)
      .codes[0]?.findings.map(({ verdict }) => verdict)
      .join(' ');
  test.each<[readonly string[], string, string]>([
    [['low-back-pain'], 'M54.5', 'retired'],
    [['low-back-pain'], 'M54.5xx', 'retired'],
    [['low-back-pain'], 'M54.x', 'not-billable'],
    [['neck-pain'], 'M54.5', 'retired unsupported'],
    [[TEAR], 'M51.A', 'not-billable'],
    [[`${TEAR} absent`], 'M51.A', 'not-billable unsupported'],
    [['low-back-pain'], 'M51.07', 'not-billable'],
  ])('%j, sent %s: %s', (given, sent, expected) => {
    expect(tellFindings(given, sent)).toBe(expected);
  });
});

describe('the order of the claim', () => {
  const both = [`${TEAR} small`, HNP];
  test.each<[readonly string[], string, string]>([
    [both, 'M51.27 M51.A4', 'M51.27 supported, M51.A4 supported'],
    [both, 'M51.A4 M51.27', 'M51.A4 out-of-order, M51.27 supported'],
    [['spinal-stenosis lumbar', 'low-back-pain'], 'M48.061 M54.50', 'M48.061 supported, M54.50 supported'],
    [['spinal-stenosis lumbar', 'low-back-pain'], 'M54.50 M48.061', 'M54.50 out-of-order, M48.061 supported'],
    [
      ['spinal-stenosis lumbar', 'spondylolisthesis lumbar'],
      'M43.16 M48.061',
      'M43.16 out-of-order, M48.061 supported',
    ],
  ])('%j, sent %s', (given, sent, expected) => {
    expect(tell(given, sent)).toBe(expected);
  });

  it('cites the instruction of the list for Code First, and only hints at a listed order', () => {
    const [first] = check(both, 'M51.A4 M51.27').codes[0]?.findings ?? [];
    expect(first).toMatchObject({ rule: 'code-first', severity: 'warning' });
    expect(first?.reason).toContain('Code first, if applicable, lumbosacral disc herniation (M51.17, M51.27)');
    const [listed] = check(['spinal-stenosis lumbar', 'low-back-pain'], 'M54.50 M48.061').codes[0]?.findings ?? [];
    expect(listed).toMatchObject({ rule: 'claim-sequence', severity: 'info' });
  });
});

describe('Excludes1 pairs on the claim', () => {
  test.each<[string, readonly string[], string, string]>([
    ['the pain of a displaced disc', [HNP, 'low-back-pain'], 'M51.27 M54.50', 'M51.27 supported, M54.50 excludes1'],
    ['whichever is sent first', [HNP, 'low-back-pain'], 'M54.50 M51.27', 'M54.50 excludes1, M51.27 supported'],
    [
      'the root that the combination holds',
      [HNP, 'radiculopathy lumbosacral'],
      'M51.17 M54.17',
      'M51.17 supported, M54.17 excludes1',
    ],
    [
      'both supported: the condition of the note is not met',
      ['discitis lumbar', 'disc-herniation cervical C5-C6'],
      'M46.46 M50.222',
      'M46.46 supported, M50.222 supported',
    ],
  ])('%s', (_, given, sent, expected) => {
    expect(tell(given, sent)).toBe(expected);
  });

  it('is told once for a pair that nothing supports', () => {
    const { codes } = check(['spinal-stenosis lumbar'], 'M51.27 M54.50');
    const pairs = codes.flatMap(({ code, findings }) =>
      findings.filter(({ rule }) => rule === 'excludes1').map(() => code),
    );
    expect(pairs).toEqual(['M54.50']);
    expect(codes[1]?.findings.map(({ verdict }) => verdict)).toEqual(['unsupported', 'excludes1']);
  });
});

describe('every finding', () => {
  const given = [`${TEAR} small`, HNP, 'low-back-pain', 'spinal-stenosis lumbar imaging', 'radiculopathy absent'];
  const { codes } = check(given, 'M51.A1 M51.17 M54.5 M48.061 M54.50 M51.A4 E11.9 nonsense');

  it('has a reason, stands in order of gravity, and quotes the note', () => {
    for (const { verdict, findings } of codes) {
      expect(findings[0]?.verdict).toBe(verdict);
      const ranks = findings.map((finding) => CLAIM_VERDICTS.indexOf(finding.verdict));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const { reason, evidence } of findings) {
        expect(reason).toMatch(/\w.*\.$/);
        expect(reason).not.toMatch(/undefined|null|\b(paid|payer|payment|denial|reimburse)/i);
        for (const { start, end, text } of evidence) expect(textOf(given).slice(start, end)).toBe(text);
      }
    }
  });

  it('names what stands in the place of a wrong code', () => {
    expect(codes.map(({ code, instead }) => `${code}: ${instead.join(' ')}`)).toEqual([
      'M51.A1: M51.A4',
      'M51.17: M51.27',
      'M54.5: ',
      'M48.061: ',
      'M54.50: M51.27',
      'M51.A4: ',
      'E11.9: ',
      'NONSENSE: ',
      'M51.27: ',
    ]);
  });
});
