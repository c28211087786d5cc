/** What a new year changes in our scope, as text to read; "nothing" is said in words. */
import type { CodeSetChanges } from './code-changes.ts';
import type { NoteChange } from './note-changes.ts';
import { wrapText } from './page-layout.ts';

const SOURCES = { 'tabular-list': 'the tabular list', 'order-file': 'the order file' } as const;

const FIELDS: Record<NoteChange['field'], string> = {
  inclusionTerms: 'inclusion terms',
  includes: 'Includes',
  excludes1: 'Excludes1',
  excludes2: 'Excludes2',
  codeFirst: 'Code first',
  useAdditional: 'Use additional code',
  codeAlso: 'Code also',
  notes: 'notes',
};

export function writeCodeSetChanges(changes: CodeSetChanges): string {
  const { list, against } = changes;
  const year = list.fiscalYear === null ? '' : ` of fiscal year ${list.fiscalYear}`;
  const blocks = [
    writeList(
      'New',
      changes.added.map(({ code, title, billable }) => `${code} ${title}${billable ? '' : ' (heading)'}`),
    ),
    writeList(
      'Deleted',
      changes.deleted.map(({ code, title }) => `${code} ${title}`),
    ),
    writeList(
      'New title',
      changes.retitled.map(({ code, before, after }) => `${code} "${after}", before "${before}"`),
    ),
    writeList('Billable', changes.billableChanges.map(sayBillable)),
    writeList('Notes', changes.noteChanges.flatMap(sayNotes)),
  ].filter((block) => block.length > 0);
  const head = wrapText(
    `${SOURCES[list.source]}${year} (${list.entries} entries) against fiscal year ${against.fiscalYear} in the scope of SpineNote`,
  );
  const nothing = blocks.length === 0 ? ['Nothing changes in our scope.'] : [];
  return `${[head, ...nothing, ...blocks.map((block) => block.join('\n')), ...writeRemarks(changes)].join('\n\n')}\n`;
}

const writeList = (heading: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${heading} (${items.length})`, ...items.map((item) => wrapText(item, '  - '))];

function sayBillable({ code, title, billable, nowUnder }: CodeSetChanges['billableChanges'][number]): string {
  if (billable) return `${code} ${title}: now complete, a heading before`;
  return `${code} ${title}: now a heading${nowUnder.length > 0 ? `, with ${nowUnder.join(', ')} below it` : ''}`;
}

const sayNotes = ({ on, field, added, removed }: NoteChange): readonly string[] => [
  ...added.map((text) => `${on}, ${FIELDS[field]}, added: ${text}`),
  ...removed.map((text) => `${on}, ${FIELDS[field]}, removed: ${text}`),
];

function writeRemarks({ list, against, notCompared, notesCompared }: CodeSetChanges): readonly string[] {
  const remarks = [
    ...(notCompared.length > 0 ? [`Not in this file, so not compared: ${notCompared.join(', ')}.`] : []),
    ...(notesCompared === 'no'
      ? ['The order file has no notes; the tabular list of the same year shows what changes in them.']
      : []),
    ...(list.fiscalYear !== null && list.fiscalYear <= against.fiscalYear
      ? [
          `The file is not newer than fiscal year ${against.fiscalYear}; the differences are read from that year to this file.`,
        ]
      : []),
  ];
  return remarks.length === 0 ? [] : [remarks.map((remark) => wrapText(remark)).join('\n')];
}
