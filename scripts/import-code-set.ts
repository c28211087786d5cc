/**
 * Tabular lists as JSON -> lexicons/code-set.yaml. The one documented way to make that file:
 *
 *   npx tsx scripts/import-code-set.ts ../shared/icd10cm && npx tsx scripts/compile-lexicons.ts
 *
 * A value is written once and dated only where two lists differ; a difference that no change below explains is
 * dated by the first list that shows it, and a code that appears or vanishes unexplained stops the import.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const NOTE_FIELDS = [
  'inclusionTerms',
  'includes',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditional',
  'codeAlso',
  'notes',
] as const;
type NoteField = (typeof NOTE_FIELDS)[number];
type ListedEntry = Record<NoteField, readonly string[]> & {
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  readonly billable: boolean;
  readonly ancestors?: readonly string[];
  readonly completeCodes?: readonly { readonly code: string; readonly title: string }[];
};
interface DatedNote {
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
}

const SCOPE = 'M43.0 M43.1 M46.1 M46.4 M47 M48.0 M50 M51 M53.2 M53.3 M53.8 M53.9 M54 M96.1 G83.4 S33.5 S39.012'.split(
  ' ',
);

const YEARS = [
  { fiscalYear: 2021, basis: 'tabular list and order file, January 2021, complete' },
  { fiscalYear: 2022, basis: 'code and title list, complete; its notes are those of the lists around it' },
  { fiscalYear: 2023, basis: 'order-file addenda, complete list of code changes; notes as above' },
  { fiscalYear: 2024, basis: 'no list was at hand: FY2023 carried on' },
  { fiscalYear: 2025, basis: 'tabular list, April 2025 update, M40-M54' },
  { fiscalYear: 2026, basis: 'tabular list, April 2026 update, M40-M54, and the addenda' },
  { fiscalYear: 2027, basis: 'tabular list' },
];

/** What the lists between FY2021 and FY2025 changed, with its proof. */
const CHANGES = [
  {
    fiscalYear: 2022,
    replaces: 'M54.5',
    codes: ['M54.50', 'M54.51', 'M54.59'],
    standing: 'proved',
    evidence: 'M54.5 is a leaf in the FY2021 order file; the three stand in the FY2022 code list',
  },
  {
    fiscalYear: 2023,
    codes: ['M51.A', 'M51.A0', 'M51.A1', 'M51.A2', 'M51.A3', 'M51.A4', 'M51.A5'],
    standing: 'proved',
    evidence: 'FY2023 order addenda, additions',
  },
  ...['M51.36', 'M51.37'].map((replaces) => ({
    fiscalYear: 2025,
    replaces,
    codes: ['0', '1', '2', '9'].map((sixth) => replaces + sixth),
    standing: 'year not proved',
    evidence:
      'not in the FY2023 addenda, in the April 2025 tabular list; no FY2024 list was at hand, so FY2024 is not ' +
      'excluded by a list. 2024-10-01 is the date taken',
  })),
];

/** Notes that moved with a code change and so are dated by it, though no stored list of that year shows them. */
const NOTES_MOVED: Record<string, number> = {
  'M54.5 inclusionTerms': 2022,
  'M54.8 excludes1': 2022,
  'G89 excludes2': 2022,
};

const HEADER = `# The ICD-10-CM codes that SpineNote speaks of, fiscal years 2021 to 2027.
# Made by scripts/import-code-set.ts; change that, or its sources, and run it again.
#
# Source: ICD-10-CM tabular lists, order files and addenda of CDC/NCHS and CMS. A US government work, in the public
# domain. Read from third-party copies of the official files; no checksum of CDC or CMS was compared.
#
# How to read it: "M43.01: title" is a complete (billable) code, the same in every year. A mapping holds what more
# there is. "from" and "to" are the first and last fiscal year of a code or note; "billable: { 2021: true, 2022:
# false }" holds each value from its fiscal year on. The parent of a code is the longest key that it begins with,
# unless it is given. References in parentheses are part of the official note. "Code first" is printed before the
# words of a codeFirst note.
#
# What is proved and what is not:
# - M40-M54 is the same in the lists of FY2025, FY2026 and FY2027: codes, titles, notes.
# - M54.50, M54.51, M54.59 from 2021-10-01, and M51.A- from 2022-10-01: proved by lists.
# - M51.360 ... M51.379 from 2024-10-01: they are absent from the FY2023 changes and present in the April 2025 list.
#   No FY2024 list was at hand, so the stored lists agree with that date but do not prove it.
# - Notes of FY2022 to FY2024 were not seen. A note that differs between FY2021 and FY2025 is dated by the first list
#   that shows the change, or by the code change that it belongs to. So the note "code to the most superior level of
#   disorder" at M50 stands until FY2024 here, though it may have gone earlier.
# - G83, S33, S39: lists of FY2021 and FY2027 only, and they agree. The headers of chapters 6 and 19 and of the blocks
#   G80-G83 and S30-S39 are those of FY2021, not read again in FY2027.
`;

function readLists(folder: string): Map<number, Map<string, ListedEntry>> {
  return new Map(
    [2021, 2025, 2026, 2027].map((year) => {
      const { entries } = JSON.parse(readFileSync(join(folder, `spine-fy${year}.json`), 'utf8'));
      const list = new Map<string, ListedEntry>();
      for (const entry of entries as ListedEntry[]) {
        // M96 is block and category at once: one entry with the notes of both, under the chapter.
        const twin = list.get(entry.code);
        const notes = NOTE_FIELDS.map((field) => [field, [...(twin?.[field] ?? []), ...entry[field]]]);
        list.set(entry.code, { ...entry, ...Object.fromEntries(notes), parent: twin?.parent ?? entry.parent });
      }
      return [year, list];
    }),
  );
}

const isUnder = (code: string, prefix: string): boolean =>
  code.startsWith(prefix) && !code.includes('-') && (prefix.includes('.') || ['', '.'].includes(code.charAt(3)));
const isInScope = (code: string): boolean => SCOPE.some((prefix) => isUnder(code, prefix));

/** The lists that cover a code: those of FY2025 and FY2026 hold M40-M54 only. */
const listsOf = (code: string, lists: ReadonlyMap<number, unknown>): number[] =>
  [...lists.keys()].filter((year) => year === 2021 || year === 2027 || /^M(4|5[0-4])/.test(code));

/** The notes of all lists in the order of the newest, each with the years that print it. */
function dateNotes(code: string, field: NoteField, printed: ReadonlyMap<number, readonly string[]>): DatedNote[] {
  const years = [...printed.keys()];
  const texts = [...(printed.get(years.at(-1) as number) ?? [])];
  for (const [year, list] of printed) {
    if (new Set(list).size !== list.length) throw new Error(`${code} ${field} FY${year}: a note is printed twice`);
    list.forEach((text, index) => {
      if (!texts.includes(text)) texts.splice(texts.indexOf(list[index - 1] ?? '') + 1, 0, text);
    });
  }
  const moved = NOTES_MOVED[`${code} ${field}`];
  return texts.map((text) => {
    const having = years.filter((year) => printed.get(year)?.includes(text));
    const first = having[0] as number;
    const next = years[years.indexOf(having.at(-1) as number) + 1];
    return {
      text: text.replace(/^, /, ''),
      ...(first === years[0] ? {} : { from: moved ?? first }),
      ...(next === undefined ? {} : { to: (moved ?? next) - 1 }),
    };
  });
}

const plain = (value: unknown): string => stringify(value, { lineWidth: 0 }).trim();
const flow = (value: object): string => stringify(value, { lineWidth: 0, collectionStyle: 'flow' }).trim();
const writeNote = ({ text, from, to }: DatedNote): string =>
  from === undefined && to === undefined ? plain(text) : flow({ text, from, to });

/** One entry as lines of YAML: one line for a complete code with nothing to add. */
function writeEntry(code: string, lists: ReadonlyMap<number, ReadonlyMap<string, ListedEntry>>): string[] {
  const years = listsOf(code, lists).filter((year) => lists.get(year)?.has(code));
  const newest = lists.get(2027)?.get(code);
  if (!newest) throw new Error(`${code} is gone in FY2027: date its end in CHANGES first`);
  if (years.some((year) => lists.get(year)?.get(code)?.title !== newest.title)) {
    throw new Error(`${code} changed its title: give titles a date in the schema first`);
  }
  const change = CHANGES.find(({ codes }) => codes.includes(code));
  if (!change && years[0] !== 2021) throw new Error(`${code} is new after FY2021 and no change explains it`);
  if (change && (years[0] as number) < change.fiscalYear) throw new Error(`${code} is older than its change`);
  const replaced = CHANGES.find(({ replaces }) => replaces === code);
  const body: string[] = [];
  // A code's parent is seen from its first characters, but for a category and a block.
  if (/^(...|.*-.*)$/.test(code)) body.push(`parent: ${newest.parent}`);
  if (replaced) body.push(`billable: { 2021: true, ${replaced.fiscalYear}: false }`);
  else if (!newest.billable) body.push('billable: false');
  if (change) body.push(`from: ${change.fiscalYear}`);
  if (replaced) body.push(`replacedBy: [${replaced.codes.join(', ')}]`);
  for (const field of NOTE_FIELDS) {
    const printed = new Map(years.map((year) => [year, lists.get(year)?.get(code)?.[field] ?? []]));
    const notes = dateNotes(code, field, printed).map((note) => `  - ${writeNote(note)}`);
    if (notes.length > 0) body.push(`${field}:`, ...notes);
  }
  const complete = (newest.completeCodes ?? []).map((seventh) => `  ${seventh.code}: ${plain(seventh.title)}`);
  if (body.length === 0) return [`  ${code}: ${plain(newest.title)}`];
  return [`  ${code}:`, `    title: ${plain(newest.title)}`, ...body.map((line) => `    ${line}`), ...complete];
}

/** Notes printed outside the table that name a code of the scope: "M54.-", "M50-M51", "M47.0-, M47.2.-". */
function writeElsewhere(
  lists: ReadonlyMap<number, ReadonlyMap<string, ListedEntry>>,
  inTable: ReadonlySet<string>,
): string[] {
  const speaksOfScope = (text: string): boolean =>
    [...text.matchAll(/([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]+)?)(?:\.?-([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]+)?))?/g)].some(
      ([, from = '', to = from]) =>
        SCOPE.some((prefix) => prefix.startsWith(from) || (from <= prefix && prefix <= to) || isUnder(from, prefix)),
    );
  return [...(lists.get(2027)?.values() ?? [])]
    .filter(({ code }) => !inTable.has(code) && !code.startsWith('Chapter'))
    .flatMap(({ code, title }) =>
      (['excludes1', 'excludes2'] as const).flatMap((kind) => {
        const years = listsOf(code, lists);
        const printed = new Map(years.map((year) => [year, lists.get(year)?.get(code)?.[kind] ?? []]));
        return dateNotes(code, kind, printed)
          .filter(({ text }) => speaksOfScope(text))
          .map((note) => `  - ${flow({ on: code, title, kind, ...note })}`);
      }),
    );
}

const sortKey = (code: string): string =>
  code.startsWith('Chapter') ? `0${code.padStart(12)}` : code.replace('-', ' ');

function writeCodeSet(folder: string): string {
  const lists = readLists(folder);
  const newest = lists.get(2027) as Map<string, ListedEntry>;
  const keys = new Set<string>();
  for (const list of lists.values()) {
    for (const { code, ancestors } of list.values()) {
      if (isInScope(code)) for (const key of [code, ...(ancestors ?? [])]) keys.add(key);
    }
  }
  const sorted = [...keys].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  for (const { codes } of CHANGES) {
    for (const code of codes) if (!newest.has(code)) throw new Error(`${code} has a change but stands in no list`);
  }
  const years = YEARS.map(({ fiscalYear, basis }) =>
    flow({ fiscalYear, from: `${fiscalYear - 1}-10-01`, to: `${fiscalYear}-09-30`, basis }),
  );
  return [
    `${HEADER}system: ICD-10-CM`,
    'years:',
    ...years.map((year) => `  - ${year}`),
    `scope: [${SCOPE.join(', ')}]`,
    'changes:',
    ...CHANGES.map((change) => `  - ${flow(change)}`),
    'codes:',
    ...sorted.flatMap((code) => writeEntry(code, lists)),
    'elsewhere:',
    ...writeElsewhere(lists, keys),
    '',
  ].join('\n');
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('No folder given, so there is nothing to read. Name the one with spine-fy2021.json ... as argument.');
  process.exitCode = 2;
} else {
  writeFileSync(new URL('../lexicons/code-set.yaml', import.meta.url), writeCodeSet(folder));
}
