/** Tokens: every one stands exactly where it says, whatever the text is made of. */
import { describe, expect, it } from 'vitest';
import { areOneWord, isLeftAlone, spansOf, wordsOf } from '../mentions/reading.ts';

describe('the words of a text', () => {
  it.each<[text: string, words: string]>([
    ['Low back pain.', 'Low|back|pain|.'],
    ['L4-5', 'L|4|-|5'],
    ['L5/S1,', 'L|5|/|S|1|,'],
    ['M51.26', 'M|51|.|26'],
    ['pain x3wks', 'pain|x|3|wks'],
    ['5mm', '5|mm'],
    ['(R) > (L)', '(|R|)|>|(|L|)'],
    ['[x] disc', '[|x|]|disc'],
    ['Pain ........ none', 'Pain|........|none'],
    ['-----\nPlan', '-----|Plan'],
    ['> quoted reply', '>|quoted|reply'],
    ['a > b', 'a|>|b'],
    ["patient's", "patient|'|s"],
    ['patient’s', 'patient|’|s'],
    ['L4–L5', 'L|4|–|L|5'],
    ['sténose', 'sténose'],
    ['腰痛 since May', '腰痛|since|May'],
    ['', ''],
    [' \t\n', ''],
  ])('%j is %s', (text, words) => {
    expect(wordsOf(text).join('|')).toBe(words);
  });
});

describe('places', () => {
  it.each<[what: string, text: string, spans: string]>([
    ['CRLF is one break', 'a\r\nb', '0-1 1-3 3-4'],
    ['CR and LF apart are two', 'a\r\rb', '0-1 1-2 2-3 3-4'],
    ['tabs are space', '\ta\t\tb', '1-2 4-5'],
    ['a form feed is a break', 'a\fb', '0-1 1-2 2-3'],
    ['a vertical tab is a break', 'a\vb', '0-1 1-2 2-3'],
    ['NEL and the line separator are breaks', 'a\u0085b\u2028c', '0-1 1-2 2-3 3-4 4-5'],
    ['a BOM is space', '\ufeffpain', '1-5'],
    ['a no-break space is space', 'back\u00a0pain', '0-4 5-9'],
    ['ideographic and thin spaces are space', 'a\u3000b\u2009c', '0-1 2-3 4-5'],
    ['a zero-width space is space', 'a\u200bb', '0-1 2-3'],
    ['NUL and other controls are space', 'a\u0000b\u0007c', '0-1 2-3 4-5'],
    ['marks of direction are space', 'a\u202eb', '0-1 2-3'],
    ['an emoji counts two units', 'pain 😀 L5', '0-4 5-7 8-9 9-10'],
    ['half an emoji counts one', 'a \ud83d b', '0-1 2-3 4-5'],
    ['the other half, too', 'a \ude00 b', '0-1 2-3 4-5'],
    ['a combining accent belongs to its letter', 'e\u0301 b', '0-2 3-4'],
  ])('%s', (_what, text, spans) => {
    expect(spansOf(text).join(' ')).toBe(spans);
  });
});

describe('one word, written differently', () => {
  it.each<[string, string]>([
    ['disc', 'disk'],
    ['disc', 'discs'],
    ['DISC', 'disc'],
    ['annulus', 'annuli'],
    ['vertebra', 'vertebrae'],
    ['foramen', 'foramina'],
    ['edema', 'oedema'],
    ['lumbar', 'lumber'],
    ['radiculopathy', 'radiculopathies'],
    ['stenosis', 'stenoses'],
    // dictation and typing
    ['radiculopathy', 'radiculopthy'],
    ['radiculopathy', 'radicolopathy'],
    ['radiculopathy', 'raduculopathy'],
    ['spondylosis', 'spondolosis'],
    ['spondylosis', 'spondylosys'],
    ['spondylolisthesis', 'spondylolisthsis'],
    ['spondylolisthesis', 'spondylolithesis'],
    ['spondylolisthesis', 'spondilolisthesis'],
    ['herniated', 'herniatd'],
    ['herniation', 'hernation'],
    ['herniation', 'herniaton'],
    ['protrusion', 'protruson'],
    ['protrusion', 'protrution'],
    ['desiccation', 'dessication'],
    ['desiccation', 'desication'],
    ['desiccated', 'dessicated'],
    ['degenerative', 'degenrative'],
    ['degenerative', 'degeneritive'],
    ['degeneration', 'degneration'],
    ['stenosis', 'stenosos'],
    ['stenosis', 'stensosis'],
    ['sciatica', 'siatica'],
    ['sciatica', 'sciatcia'],
    ['lumbosacral', 'lumbosacrel'],
    ['thoracic', 'thorasic'],
    ['cervical', 'cervicle'],
    ['myelopathy', 'myelopthy'],
    ['sacroiliitis', 'sacroilitis'],
  ])('%s is %s', (word, written) => {
    expect(areOneWord(word, written)).toBe(true);
  });

  it.each<[string, string]>([
    ['spondylosis', 'spondylolysis'],
    ['spondylolysis', 'spondylolisthesis'],
    ['anterolisthesis', 'retrolisthesis'],
    ['herniated', 'herniation'],
    ['extrusion', 'protrusion'],
    ['lumbar', 'lumbosacral'],
    ['radiculopathy', 'radiculitis'],
    ['myelopathy', 'radiculopathy'],
    ['discitis', 'disc'],
    ['stenosis', 'sclerosis'],
  ])('%s is not %s', (one, other) => {
    expect(areOneWord(one, other)).toBe(false);
  });

  it.each(
    'generation regeneration retention intention intrusion intussusception discuss discussion general hernia herniorrhaphy thoracotomy thoracentesis cervix cervicitis annual annually sciatic protection provision profusion perfusion myopathy neuropathy nephropathy retinopathy cardiomyopathy encephalopathy stenotomy sternotomy stents stenting discharge discomforted lumpectomy number slumber lumen radial radiology radiologist radiation radiant degrade denervation innervation compassion completion depression decompensation fracturing lacunar facetious tearful terrible'.split(
      ' ',
    ),
  )('%s is no misspelling', (word) => {
    expect(isLeftAlone(word)).toBe(true);
  });
});

it.each(['desecration'])('%s is no misspelling', (word) => {
  expect(isLeftAlone(word)).toBe(true);
});

describe('two words that are one', () => {
  it.each<[string, string]>([
    ['endplate', 'end plate'],
    ['endplate', 'end-plate'],
    ['endplates', 'end plates'],
    ['lumbosacral', 'lumbo-sacral'],
    ['sacroiliac', 'sacro-iliac'],
    ['spondylolisthesis', 'spondylo-listhesis'],
    ['postlaminectomy', 'post laminectomy'],
    // "radicu-" at the end of a line
    ['radiculopathy', 'radicu-\nlopathy'],
    ['radiculopathy', 'radicu-\r\nlopathy'],
    ['herniation', 'her-\nniation'],
    ['stenosis', 'steno\u00adsis'],
    ['stenosis', 'steno\u00ad\nsis'],
    ['disc', 'di\u00adsc'],
  ])('%s is %j', (word, written) => {
    expect(areOneWord(word, written)).toBe(true);
  });

  it.each<[text: string, words: string]>([
    ['low-\nback', 'low|-|back'],
    ['back ache', 'back|ache'],
    ['L4-\n5', 'L|4|-|5'],
    ['the end. Plate', 'the|end|.|Plate'],
    ['right-\nsided', 'right|-|sided'],
  ])('%j stays apart', (text, words) => {
    expect(wordsOf(text).join('|')).toBe(words);
  });
});
