/** Texts that have made other readers slow, at any size; growth tests and the bench read the same ones. */

const repeated = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const REAL =
  'HISTORY: Low back pain for 3 weeks, worse with sitting; no leg weakness. IMAGING: MRI of the lumbar spine shows an L4-5 ' +
  'annular fissure and a small L5-S1 disc protrusion without stenosis.\nASSESSMENT:\n1. Low back pain.\n2. Possible left S1 ' +
  'radiculopathy, ruled out by EMG.\nPLAN: Return if worse, physical therapy.\n\n';

export const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'real text': repeated(REAL),
  'real text on one line': repeated(REAL.replace(/\n/g, ' ')),
  'one token': repeated('a'),
  'one token of words and digits': repeated('L5a1'),
  rulers: repeated('______________________________\n'),
  'one ruler': repeated('='),
  base64: repeated('TWFuIGlzIGRpc3Rpbmd1aXNoZWQ/bm90+b25seSBieSBoaXM'),
  'no no no': repeated('no '),
  'a million cues': repeated('denies possible no evidence of history of '),
  'ten thousand levels': repeated('L4-5, L5-S1, C5-6 and '),
  'nested brackets': (size) => '('.repeat(size >> 1) + ')'.repeat(size >> 1),
  'brackets with words': repeated('(pain (no [disc '),
  newlines: repeated('\n'),
  headings: repeated('PLAN:\n'),
  colons: repeated('pain: '),
  'list numbers': repeated('1. '),
  'one finding': repeated('disc herniation '),
  'halves of pairs': repeated('disc annulus torn herniated '),
  links: repeated('back pain due to disc herniation, '),
  studies: repeated('MRI CT lumbar x-ray showed '),
  codes: repeated('M54.50 M51.26 '),
  'tick boxes': repeated('[x] pain [ ] no '),
  years: repeated('pain 2011, for 2018 '),
  spaces: repeated(' '),
  'one number': repeated('7'),
  'full stops': repeated('. '),
  dashes: repeated('- '),
  'halves of emoji': repeated('\ud800'),
  'list items': repeated('1. sciatica\n'),
  'findings denied, a sentence each': repeated('No disc herniation. '),
  'causes that look back': repeated('caused by it. '),
  'complaint and cause': repeated('Low back pain due to stenosis. '),
  quotes: repeated('"back pain" '),
  'a table': repeated('| L4-5 | bulge | mild |\n'),
  'questions and answers': repeated('Q. Any back pain? A. No.\n'),
  'abbreviations of two senses': repeated('DDD. '),
  bones: repeated('No fracture. '),
};
