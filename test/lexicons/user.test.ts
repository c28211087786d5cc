/** A user's own lexicon adds to ours and replaces what is ours, and a mistake in it is told with file and line. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer, LexiconError } from '../../src/index.ts';

const file = 'practice.yaml';

async function analyzerWith(...texts: string[]) {
  return createAnalyzer({ linguistics: 'none', lexicons: texts.map((text) => ({ file, text })) });
}

async function factsWith(lexicon: string, note: string): Promise<string[]> {
  const analyzer = await analyzerWith(lexicon);
  return analyzer
    .analyze(`ASSESSMENT:\n${note}\n`)
    .facts.map(({ condition, status, region, laterality, size }) =>
      [condition, status, region, laterality, size].filter((word) => word && word !== 'unspecified').join(' '),
    );
}

describe('a term', () => {
  it('is added', async () => {
    const lexicon =
      'conditions:\n  conditions:\n    - id: disc-herniation\n      source: our radiologists\n      phrases: [disc blowout]\n';
    expect(await factsWith(lexicon, 'Disc blow-out and disc blowout at L4-5.')).toEqual([
      'disc-herniation present lumbar',
    ]);
    expect(await factsWith(lexicon, 'No disc blowouts at L4-5.')).toEqual(['disc-herniation absent lumbar']);
    expect(await factsWith(lexicon, 'Disc extrusion at L4-5.')).toEqual(['disc-herniation present lumbar']);
  });

  it.each([
    ['disc-bulge', 'disc protrusion'],
    ['disc-herniation', 'disc bulge'],
    ['annulus-fibrosus-defect', 'HNP'],
    ['spondylosis', 'Degenerative-Disc Disease'],
  ])('means %s when the user says so: %s', async (id, phrase) => {
    const lexicon = `conditions:\n  conditions:\n    - { id: ${id}, source: ours, phrases: ["${phrase}"] }\n`;
    const facts = await factsWith(lexicon, `${phrase} at L4-5.`);
    expect(facts.map((fact) => fact.split(' ')[0])).toEqual([id]);
  });

  it('is used by the analyzer that it was given to and by no other', async () => {
    const lexicon = 'conditions:\n  conditions:\n    - { id: sciatica, source: ours, phrases: [leg lightning] }\n';
    expect(await factsWith(lexicon, 'Leg lightning on the left.')).toEqual(['sciatica present left']);
    const analyzer = await analyzerWith();
    expect(analyzer.analyze('ASSESSMENT:\nLeg lightning on the left.').facts).toEqual([]);
  });
});

describe('the other lexicons', () => {
  it.each<[what: string, lexicon: string, note: string, facts: string[]]>([
    [
      'a cue',
      'cues:\n  cues:\n    - { says: absent, direction: forward, phrases: [nary a] }\n',
      'Nary a disc bulge at L4-5.',
      ['disc-bulge absent lumbar'],
    ],
    [
      'a cue with another meaning',
      'cues:\n  cues:\n    - { says: uncertain, direction: forward, phrases: [denies] }\n',
      'Denies sciatica.',
      ['sciatica uncertain'],
    ],
    [
      'a pseudo-cue',
      'cues:\n  pseudo: [no brainer]\n',
      'No brainer disc bulge at L4-5.',
      ['disc-bulge present lumbar'],
    ],
    [
      'a region',
      'places:\n  regions:\n    lumbosacral: [bottom joint]\n',
      'Stenosis of the spinal canal, bottom joint.',
      ['spinal-stenosis present lumbosacral'],
    ],
    ['a side', 'places:\n  sides:\n    left: [port side]\n', 'Sciatica, port side.', ['sciatica present left']],
    [
      'a size',
      'qualities:\n  sizes:\n    large: [whopping]\n',
      'Whopping annular tear at L4-5.',
      ['annulus-fibrosus-defect present lumbar large'],
    ],
    [
      'a size with another meaning',
      'qualities:\n  sizes:\n    large: [minor]\n',
      'Minor annular tear at L4-5.',
      ['annulus-fibrosus-defect present lumbar large'],
    ],
    ['a spelling', 'words:\n  variants:\n    sciatica: [zyatica]\n', 'Zyatica.', ['sciatica present']],
  ])('take %s', async (_what, lexicon, note, facts) => {
    expect(await factsWith(lexicon, note)).toEqual(facts);
  });

  it('take a heading', async () => {
    const analyzer = await analyzerWith('headings:\n  headings:\n    assessment: [bottom line]\n');
    expect(analyzer.analyze('HPI:\nSeen today.\n\nBottom line:\nSciatica.').sections.map(({ kind }) => kind)).toContain(
      'assessment',
    );
  });

  it('take the wording of a query', async () => {
    const analyzer = await analyzerWith(
      'query-wording:\n  closing:\n    undetermined: Cannot be determined\n  queries:\n    - kind: annular-defect-size\n      question: "How wide is the {condition} {place}, in your judgment?"\n',
    );
    const { queries } = analyzer.analyze('ASSESSMENT:\nAnnular tear at L4-5, seen on MRI.');
    const query = queries.find(({ kind }) => kind === 'annular-defect-size');
    expect(query?.question).toMatch(/^How wide is the annulus fibrosus defect .*, in your judgment\?$/);
    expect(query?.options).toEqual(['Small', 'Large', 'Other (please specify): ____', 'Cannot be determined']);
  });

  it('are laid one over the other, the last on top', async () => {
    const size = (word: string) => `qualities:\n  sizes:\n    ${word}: [medium]\n`;
    const note = 'ASSESSMENT:\nMedium annular tear at L4-5.';
    const sizeWith = async (...texts: string[]) => (await analyzerWith(...texts)).analyze(note).facts[0]?.size;
    expect(await sizeWith(size('small'))).toBe('small');
    expect(await sizeWith(size('small'), size('large'))).toBe('large');
    expect(await sizeWith(size('large'), size('small'))).toBe('small');
  });

  it('change the hash that an analysis carries', async () => {
    const hashOf = async (...texts: string[]) => (await analyzerWith(...texts)).analyze('').tool.lexicons;
    const [ours, one, other] = await Promise.all([
      hashOf(),
      hashOf('cues:\n  pseudo: [one]\n'),
      hashOf('cues:\n  pseudo: [other]\n'),
    ]);
    expect(ours).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([ours, one, other]).size).toBe(3);
    expect(one).toContain(ours);
  });
});

describe('a mistake', () => {
  it.each<[what: string, line: number, lexicon: string, message: RegExp]>([
    ['YAML that does not parse', 2, 'cues:\n  pseudo: [one\n', /not valid YAML: (?!.* at line)/],
    ['a value with a bare colon', 2, 'cues:\n  pseudo: one: two\n', /not valid YAML/],
    ['a key twice', 3, 'cues:\n  pseudo: [one]\n  pseudo: [two]\n', /not valid YAML/],
    ['an unknown lexicon', 1, 'terms:\n  a: b\n', /terms/],
    ['an unknown part', 2, 'cues:\n  pseudos: [one]\n', /pseudos/],
    [
      'an unknown field of an entry',
      4,
      'conditions:\n  conditions:\n    - id: sciatica\n      sauce: x\n      source: x\n      phrases: [a]\n',
      /sauce/,
    ],
    [
      'an unknown condition',
      3,
      'conditions:\n  conditions:\n    - id: gout\n      source: x\n      phrases: [gouty back]\n',
      /annulus-fibrosus-defect/,
    ],
    [
      'an unknown status',
      3,
      'cues:\n  cues:\n    - says: maybe\n      direction: forward\n      phrases: [a]\n',
      /absent/,
    ],
    [
      'a status that no cue gives',
      3,
      'cues:\n  cues:\n    - says: present\n      direction: forward\n      phrases: [a]\n',
      /absent/,
    ],
    ['a number for a phrase', 2, 'cues:\n  pseudo: [5]\n', /expected string/],
    ['a phrase for a list', 2, 'cues:\n  pseudo: one\n', /expected array/],
    ['an empty phrase', 2, 'cues:\n  pseudo: [""]\n', />=1/],
    ['a missing source', 3, 'conditions:\n  conditions:\n    - id: sciatica\n      phrases: [a]\n', /source/],
    [
      'an unknown slot',
      4,
      'query-wording:\n  queries:\n    - kind: pain-duration\n      question: "How long has {patient} had it?"\n',
      /\{patient\}.*\{condition\}/,
    ],
    [
      'a wording that there is not',
      3,
      'query-wording:\n  queries:\n    - kind: pain-duration\n      axis: size\n      question: "How long?"\n',
      /no wording of "pain-duration"/,
    ],
    ['the code set, which is not the user’s', 1, 'code-set:\n  system: mine\n', /code-set/],
    ['what is said of the codes', 1, 'tips:\n  families: []\n', /tips/],
    ['__proto__', 2, 'cues:\n  __proto__: { pseudo: [a] }\n', /"__proto__" is refused/],
    ['__proto__ deep inside', 3, 'words:\n  variants:\n    __proto__: [a]\n', /"__proto__" is refused/],
    ['constructor', 1, 'constructor: {}\n', /"constructor" is refused/],
    ['an empty file', 1, '', /holds no lexicon|expected/],
    ['a comment only', 1, '# nothing yet\n', /holds no lexicon|expected/],
    ['a list', 1, '- a\n', /expected/],
    ['a tag that would build an object', 2, 'cues:\n  pseudo: !!js/function "x"\n', /./],
    ['a hundred aliases', 1, `a: &a [x]\nb: [${'*a, '.repeat(100)}]\n`, /./],
  ])('%s is told with its line', async (_what, line, lexicon, message) => {
    const error = await analyzerWith(lexicon).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(LexiconError);
    expect((error as LexiconError).message).toMatch(message);
    expect(error).toMatchObject({ file, line });
    expect((error as LexiconError).message.startsWith(`${file}:${line}: `)).toBe(true);
    expect(({} as Record<string, unknown>).pseudo).toBeUndefined();
  });
});
