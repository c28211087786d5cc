/** A code's page as text to read in a terminal: facts first, advice after them, sources last. */
import type { CodePageNote, CodePageNoteKind } from './code-facts.ts';
import type { CodePage } from './code-page.ts';
import { listItems, wrapText, writeBlock } from './page-layout.ts';
import type { Sibling } from './siblings.ts';

export function writeCodePage(page: CodePage): string {
  return `${[
    ...writeHead(page),
    ...writeBlock('When it is right', page.use === null ? [] : [wrapText(`When ${page.use}.`, '  ')]),
    ...writeBlock('Includes', listItems(page.inclusionTerms)),
    ...writeNotes(page),
    ...writeChildren(page),
    ...writeSiblings(page),
    ...writeBlock('Documentation tips', listItems(page.documentationTips)),
    ...writeBlock('Pitfalls', listItems(page.pitfalls)),
    ...writeBlock('Questions', writeAnswers(page)),
    ...writeMore(page),
    ...writeBlock('Sources', listItems(page.sources)),
  ].join('\n')}\n`;
}

const STATUS_WORDS = {
  billable: 'billable',
  parent: 'heading, not billable',
  retired: 'retired',
  'not-yet-valid': 'not yet valid',
  unknown: 'unknown',
} as const;

function writeHead(page: CodePage): readonly string[] {
  const { fiscalYear, from, to, coverage } = page.codeSet;
  const reach = {
    covered: '',
    before: '; the date is before the lists held, the oldest is used',
    after: '; the date is after the lists held, the newest is used',
  };
  const on = page.dateOfService ?? 'no date given, the newest list';
  const place = [page.chapter, page.block, page.category].flatMap((each) =>
    each ? [`${each.code} ${each.title}`] : [],
  );
  return [
    wrapText([page.code, page.title ?? ''].join('  ').trim()),
    '',
    wrapText(STATUS_WORDS[page.status], row('Status')),
    wrapText(page.statusNote, row('')),
    wrapText(`${on}: fiscal year ${fiscalYear} (${from} to ${to})${reach[coverage]}`, row('On')),
    ...(page.factsOf !== null && page.factsOf !== fiscalYear
      ? [wrapText(`what follows is from fiscal year ${page.factsOf}`, row(''))]
      : []),
    ...writeValidity(page),
    ...place.map((each, index) => wrapText(each, row(index === 0 ? 'Place' : ''))),
    ...(page.title === null ? [] : [wrapText(page.region ?? 'none named', row('Region'))]),
  ];
}

const row = (name: string): string => `  ${name.padEnd(10)}`;

function writeValidity({ valid, replaces, replacedBy, status }: CodePage): readonly string[] {
  if (valid.from === null) return [];
  const from = valid.fromIs === 'on-or-before' ? `on or before ${valid.from} (the oldest list held)` : valid.from;
  const sure = valid.standing === 'year not proved' ? ' The year of the change is not proved by a list.' : '';
  return [
    wrapText(`from ${from}${valid.to === null ? '' : ` to ${valid.to}`}.${sure}`, row('Valid')),
    ...(replaces ? [wrapText(`${replaces.code} ${replaces.title}`, row('Replaces'))] : []),
    ...replacedBy.map(({ code, title }, index) =>
      wrapText(`${code} ${title}`, row(index > 0 ? '' : status === 'billable' ? 'Later' : 'Now')),
    ),
  ];
}

const NOTE_WORDS: Record<CodePageNoteKind, string> = {
  codeFirst: 'Code first',
  useAdditional: 'Use additional',
  codeAlso: 'Code also',
  excludes1: 'Excludes1, never together',
  excludes2: 'Excludes2, may stand together',
  includes: 'Includes',
  inclusionTerms: 'Inclusion term',
  notes: 'Note',
};

/** A chapter's own list of other chapters is told in one line: it is long and hardly ever decides. */
function writeNotes({ notes, code, outsideNotes }: CodePage): readonly string[] {
  const near = notes.filter(({ on }) => !on.startsWith('Chapter'));
  const far = notes.length - near.length;
  return writeBlock('Notes', [
    ...listItems(near.map((note) => `${NOTE_WORDS[note.kind]}${writePlace(note, code)}: ${note.text}`)),
    ...listItems(outsideNotes.map((note) => `${NOTE_WORDS[note.kind]} (printed at ${note.on}): ${note.text}`)),
    ...(far > 0 ? listItems([`${far} notes of the chapter (see --format json)`]) : []),
  ]);
}

const writePlace = ({ on }: CodePageNote, code: string): string => (on === code ? '' : ` (printed at ${on})`);

const saySeparation = (separates: string | null): readonly string[] =>
  separates === null ? [] : [wrapText(separates, '  ')];

function writeChildren({ children, separates }: CodePage): readonly string[] {
  if (children.length === 0) return [];
  const lines = listItems(children.map(({ code, title }) => `${code} ${title}`));
  return writeBlock('Codes below it', [...saySeparation(separates), ...lines]);
}

function writeSiblings({ siblings, children, separates }: CodePage): readonly string[] {
  if (siblings.length === 0) return [];
  return writeBlock('Siblings, and what separates them', [
    ...(children.length > 0 ? [] : saySeparation(separates)),
    ...siblings.flatMap((sibling) => [
      wrapText(`${sibling.code} ${sibling.title}`, '  - ', '    '),
      ...writeDifference(sibling),
    ]),
  ]);
}

function writeDifference({ use, differs, standing }: Sibling): readonly string[] {
  const more = standing === 'heading' ? ' (a heading)' : '';
  if (use !== null) return [wrapText(`when ${use}${more}`, '      ')];
  return [wrapText(`"${differs.there}" where this code says "${differs.here}"${more}`, '      ')];
}

function writeAnswers({ faq }: CodePage): readonly string[] {
  return faq.flatMap(({ question, answer, correction, cites }, index) => [
    ...(index > 0 ? [''] : []),
    wrapText(question, '  Q. '),
    wrapText(answer, '     '),
    ...(correction === null ? [] : [wrapText(`Correction: ${correction}`, '     ')]),
    wrapText(`[${cites.join('; ')}]`, '     '),
  ]);
}

function writeMore({ relatedProcedures, chronic, tipFamily }: CodePage): readonly string[] {
  return [
    ...writeBlock(
      'Related procedures (by number)',
      relatedProcedures
        ? [wrapText(relatedProcedures.numbers.join(', '), '  '), wrapText(relatedProcedures.source, '  ')]
        : [],
    ),
    ...writeBlock('Chronic condition', chronic ? [wrapText(`${chronic.says} (${chronic.source})`, '  ')] : []),
    ...writeBlock('Example sentences', tipFamily === null ? [] : [`  spinenote tips ${tipFamily}`]),
  ];
}
