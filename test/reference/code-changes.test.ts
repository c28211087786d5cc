/** `codes update`: lists in the official shapes, written here, against the newest year held. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type CodeSetChanges, compareCodeList, type ListedCode, writeCodeSetChanges } from '../../src/index.ts';
import { makeFolder, run } from '../cli/world.ts';

const folder = makeFolder();
afterAll(folder.remove);

const note = (tag: string, ...notes: string[]): string =>
  `<${tag}>${notes.map((each) => `<note>${each}</note>`).join('\n')}</${tag}>`;
const diag = (name: string, desc: string, inside = ''): string =>
  `<diag>\n<name>${name}</name>\n<desc>${desc}</desc>\n${inside}</diag>\n`;
const tabular = (sections: string, version = '2028'): string => `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular>
  <version>${version}</version>
  <introduction><introSection type="title"><title>TABULAR LIST</title></introSection></introduction>
  ${sections}
</ICD10CM.tabular>
`;
const INJURY = 'Dislocation and sprain of joints and ligaments of lumbar spine and pelvis';
const INJURIES = 'Injuries to the abdomen, lower back, lumbar spine, pelvis and external genitals (S30-S39)';
const SEVENTH =
  '<sevenChrNote><note>The appropriate 7th character is to be added to each code from category S39</note></sevenChrNote><sevenChrDef><extension char="A">initial encounter</extension><extension char="D">subsequent encounter</extension><extension char="S">sequela</extension></sevenChrDef>';

/** M96 as it stands, so that an edit is the only difference. */
const M96_TITLE =
  'Intraoperative and postprocedural complications and disorders of musculoskeletal system, not elsewhere classified';
const M96_NOTES = note(
  'excludes2',
  'arthropathy following intestinal bypass (M02.0-)',
  'complications of internal orthopedic prosthetic devices, implants and grafts (T84.-)',
  'disorders associated with osteoporosis (M80)',
  'periprosthetic fracture around internal prosthetic joint (M97.-)',
  'presence of functional implants and other devices (Z96-Z97)',
);
const m96 = (inside: string, notes = M96_NOTES): string =>
  `<section id="M96"><desc>${M96_TITLE} (M96)</desc>${diag('M96', M96_TITLE, notes + inside)}</section>`;
const M961 = 'Postlaminectomy syndrome, not elsewhere classified';

const S39 = (twelve: string): string =>
  diag(
    'S39',
    'Other and unspecified injuries of abdomen, lower back, pelvis and external genitals',
    note('codeAlso', 'any associated open wound (S31.-)') +
      note('excludes2', 'sprain of joints and ligaments of lumbar spine and pelvis (S33.-)') +
      SEVENTH +
      diag(
        'S39.0',
        'Injury of muscle, fascia and tendon of abdomen, lower back and pelvis',
        diag('S39.01', 'Strain of muscle, fascia and tendon of abdomen, lower back and pelvis', twelve),
      ),
  );
const LOW_BACK = 'Strain of muscle, fascia and tendon of lower back';

let files = 0;
async function update(content: string | Uint8Array): Promise<CodeSetChanges> {
  const file = folder.put(`list-${files++}`, content);
  const { exitCode, out, err } = await run(['codes', 'update', '--format', 'json', file]);
  expect([exitCode, err]).toEqual([0, '']);
  return JSON.parse(out);
}

describe('the tabular list', () => {
  test('a file that says what we hold changes nothing in what it covers', async () => {
    const changes = await update(tabular(m96(diag('M96.1', M961))));
    expect(changes).toMatchObject({ added: [], deleted: [], retitled: [], billableChanges: [], noteChanges: [] });
    expect(changes.list).toEqual({ source: 'tabular-list', fiscalYear: 2028, entries: 3 });
    expect(changes.against.fiscalYear).toBe(2027);
    expect(changes.notCompared).toContain('M51');
    expect(changes.notCompared).not.toContain('M96');
  });

  test('new codes below a code: it becomes a heading', async () => {
    const changes = await update(
      tabular(m96(diag('M96.1', M961, diag('M96.10', `${M961}, a`) + diag('M96.11', `${M961}, b`)))),
    );
    expect(changes.added).toEqual([
      { code: 'M96.10', title: `${M961}, a`, billable: true },
      { code: 'M96.11', title: `${M961}, b`, billable: true },
    ]);
    expect(changes.billableChanges).toEqual([
      { code: 'M96.1', title: M961, billable: false, nowUnder: ['M96.10', 'M96.11'] },
    ]);
    expect(changes.deleted).toEqual([]);
  });

  test.each([
    ['deleted', m96(''), { deleted: [{ code: 'M96.1', title: M961, billable: true }] }],
    [
      'retitled',
      m96(diag('M96.1', 'Persistent spinal pain syndrome')),
      { retitled: [{ code: 'M96.1', before: M961, after: 'Persistent spinal pain syndrome' }] },
    ],
    [
      'an inclusion term',
      m96(diag('M96.1', M961, note('inclusionTerm', 'Failed back syndrome'))),
      { noteChanges: [{ on: 'M96.1', field: 'inclusionTerms', added: ['Failed back syndrome'], removed: [] }] },
    ],
    [
      'a Code first',
      m96(diag('M96.1', M961, note('codeFirst', ', if applicable, cause'))),
      { noteChanges: [{ on: 'M96.1', field: 'codeFirst', added: ['if applicable, cause'], removed: [] }] },
    ],
    [
      'an Excludes1, a Use additional code, an Includes',
      m96(
        diag('M96.1', M961, note('excludes1', 'a (M54.5-)') + note('useAdditionalCode', 'b') + note('includes', 'c')),
      ),
      {
        noteChanges: [
          { on: 'M96.1', field: 'includes', added: ['c'], removed: [] },
          { on: 'M96.1', field: 'excludes1', added: ['a (M54.5-)'], removed: [] },
          { on: 'M96.1', field: 'useAdditional', added: ['b'], removed: [] },
        ],
      },
    ],
    [
      'a note of the category gone',
      m96(diag('M96.1', M961), M96_NOTES.replace('<note>disorders associated with osteoporosis (M80)</note>', '')),
      {
        noteChanges: [
          { on: 'M96', field: 'excludes2', added: [], removed: ['disorders associated with osteoporosis (M80)'] },
        ],
      },
    ],
    [
      'entities and line breaks in a title',
      m96(diag('M96.1', 'Postlaminectomy &amp;\n   other syndrome')),
      { retitled: [{ code: 'M96.1', before: M961, after: 'Postlaminectomy & other syndrome' }] },
    ],
  ] as const)('%s', async (_what, sections, expected) =>
    expect(await update(tabular(sections))).toMatchObject(expected));

  test('a 7th character is added in its place, one code for each that the list allows', async () => {
    const block = (inside: string) => tabular(`<section id="S30-S39"><desc>${INJURIES}</desc>${inside}</section>`);
    const same = await update(block(S39(diag('S39.012', LOW_BACK))));
    expect(same).toMatchObject({ added: [], deleted: [], retitled: [], billableChanges: [] });
    const renamed = await update(block(S39(diag('S39.012', 'Strain of the lower back'))));
    expect(renamed.retitled.map(({ code, after }) => [code, after])).toContainEqual([
      'S39.012D',
      'Strain of the lower back, subsequent encounter',
    ]);
    const padded = await update(
      block(diag('S33', INJURY, `${SEVENTH}${diag('S33.5', 'Sprain of ligaments of lumbar spine')}`)),
    );
    expect(padded.deleted).toEqual([]);
    expect(padded.added).toEqual([]);
  });

  test('a note printed outside our scope that names a code in it', async () => {
    const g89 = diag(
      'G89',
      'Pain, not elsewhere classified',
      note(
        'excludes2',
        'back pain (M54.9)',
        'lumbar region pain (M54.5-)',
        'spine pain (M54.-)',
        'neck pain (M54.2)',
        'migraines (G43.-)',
      ),
    );
    const changes = await update(
      tabular(`<section id="G89-G99"><desc>Other</desc>${g89}</section>${m96(diag('M96.1', M961))}`),
    );
    expect(changes.noteChanges).toEqual([{ on: 'G89', field: 'excludes2', added: ['neck pain (M54.2)'], removed: [] }]);
  });

  test('an older file is compared, and said to be not newer', async () => {
    const changes = await update(tabular(m96(diag('M96.1', M961)), '2027'));
    expect(writeCodeSetChanges(changes)).toContain('The file is not newer than fiscal year 2027');
  });
});

describe('the order file', () => {
  const line = (order: number, code: string, flag: 0 | 1, title: string): string =>
    `${String(order).padStart(5, '0')} ${code.replace('.', '').padEnd(7)} ${flag} ${title.slice(0, 60).padEnd(60)} ${title}`;
  const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

  test.each([
    ['the same', lines(line(1, 'M96', 0, M96_TITLE), line(2, 'M96.1', 1, M961)), {}],
    [
      'retitled',
      lines(line(1, 'M96', 0, M96_TITLE), line(2, 'M96.1', 1, 'A new name')),
      { retitled: [{ code: 'M96.1', before: M961, after: 'A new name' }] },
    ],
    [
      'split',
      lines(line(1, 'M96', 0, M96_TITLE), line(2, 'M96.1', 0, M961), line(3, 'M96.10', 1, 'x')),
      {
        added: [{ code: 'M96.10', title: 'x', billable: true }],
        billableChanges: [{ code: 'M96.1', title: M961, billable: false, nowUnder: ['M96.10'] }],
      },
    ],
    ['gone', lines(line(1, 'M96', 0, M96_TITLE)), { deleted: [{ code: 'M96.1', title: M961, billable: true }] }],
    ['no line end at the end', lines(line(1, 'M96', 0, M96_TITLE), line(2, 'M96.1', 1, M961)).trimEnd(), {}],
  ] as const)('%s', async (_what, text, expected) => {
    const nothing = { added: [], deleted: [], retitled: [], billableChanges: [], noteChanges: [] };
    expect(await update(text)).toMatchObject({ ...nothing, ...expected, notesCompared: 'no' });
  });

  test('a file longer than a piece is read whole', async () => {
    const others = Array.from({ length: 3000 }, (_, index) =>
      line(index + 1, `A${String(index % 100).padStart(2, '0')}.${index % 10}`, 1, `Filling ${'x'.repeat(60)}`),
    );
    const changes = await update(lines(...others, line(90000, 'M96', 0, M96_TITLE), line(90001, 'M96.1', 1, M961)));
    expect([changes.list.entries, changes.deleted]).toEqual([3002, []]);
  });

  test('a damaged line is named', async () => {
    const { exitCode, err } = await run([
      'codes',
      'update',
      folder.put('damaged.txt', lines(line(1, 'M96', 0, M96_TITLE), 'nonsense')),
    ]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('line 2 has not the columns of an order file')]);
  });
});

describe('a wrong file is named for what it is', () => {
  test.each([
    ['empty', '', 'it is empty'],
    ['blank', '\n\n', 'it is empty'],
    ['a letter', 'Dear colleague,\nthank you.\n', 'neither the tabular list in XML nor the order file'],
    ['other XML', '<html><body/></html>', 'this is XML, but not the tabular list'],
    ['the index', '<ICD10CM.index><letter/></ICD10CM.index>', 'this is the index of ICD-10-CM, not its tabular list'],
    ['cut off', tabular(m96(diag('M96.1', M961))).slice(0, -60), 'not a whole XML file'],
    ['not well formed', '<ICD10CM.tabular><a></b></ICD10CM.tabular>', 'not a whole XML file'],
    ['the addenda', 'Add: 12345 M51A0 ...\n', 'this looks like the addenda'],
    ['the plain list of codes', 'M5450   Low back pain, unspecified\n', 'plain list of codes'],
    [
      'nothing of our scope',
      tabular('<section id="A00-A09"><desc>x</desc><diag><name>A00</name><desc>Cholera</desc></diag></section>'),
      'it holds no code of our scope',
    ],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'Unpack it'],
  ] as const)('%s', async (what, content, says) => {
    const file = folder.put(`wrong-${what.replaceAll(' ', '-')}`, content as string);
    const { exitCode, out, err } = await run(['codes', 'update', file]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toMatch(/Take |Unpack |take /);
  });

  test('a file that is not there', async () => {
    const { exitCode, err } = await run(['codes', 'update', `${folder.path}/none.xml`]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('no such file')]);
  });

  test('an entity that would grow without end is not expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'b'.repeat(50)}"><!ENTITY c "&a;&a;&a;">]>${tabular(m96(diag('M96.1', '&c;'))).replace(/^<\?.*\?>\n/, '')}`;
    const { exitCode, err } = await run(['codes', 'update', folder.put('bomb.xml', bomb)]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('not a whole XML file')]);
  });
});

describe('as text', () => {
  test('each change is told in a line', async () => {
    const file = folder.put(
      'text.xml',
      tabular(m96(diag('M96.1', 'New name', note('inclusionTerm', 'Failed back') + diag('M96.10', 'Below')))),
    );
    const { out } = await run(['codes', 'update', file]);
    const flat = out.replace(/\s+/g, ' ');
    for (const words of [
      'New (1) - M96.10 Below',
      'New title (1) - M96.1 "New name", before',
      'now a heading, with M96.10 below it',
      'M96.1, inclusion terms, added: Failed back',
      'Not in this file, so not compared: G83',
    ]) {
      expect(flat).toContain(words);
    }
  });

  test('no change is said in words', () => {
    const comparison = compareCodeList('order-file');
    const entry: ListedCode = { code: 'M96', title: M96_TITLE, kind: 'category', billable: false, notes: null };
    comparison.add(entry);
    comparison.add({ ...entry, code: 'M96.1', title: M961, billable: true });
    expect(writeCodeSetChanges(comparison.finish(null) as CodeSetChanges)).toContain('Nothing changes in our scope.');
  });
});

const lists = process.env.SPINENOTE_TABULAR_LISTS ?? new URL('../../../shared/icd10cm/', import.meta.url).pathname;

/** The stored list of FY2027, one entry after the other: what we hold came from it, so nothing may differ. */
test.runIf(existsSync(`${lists}/spine-fy2027.json`))('the whole list of the newest year changes nothing', () => {
  const comparison = compareCodeList('tabular-list');
  const { entries } = JSON.parse(readFileSync(`${lists}/spine-fy2027.json`, 'utf8'));
  for (const entry of entries) {
    comparison.add({ ...entry, notes: entry });
    for (const complete of entry.completeCodes ?? [])
      comparison.add({ ...complete, kind: 'code', billable: true, notes: {} });
  }
  const changes = comparison.finish(2027);
  expect(changes).toMatchObject({
    added: [],
    deleted: [],
    retitled: [],
    billableChanges: [],
    noteChanges: [],
    notCompared: [],
  });
});
