/** What the lists say of one entry beyond its title: the part of the spine, its notes, where all of it is from. */
import type { CodeEntry, CodeYear } from '../coding/codeset.ts';
import { compiledLexicons } from '../lexicons/compiled.ts';
import { regionByPrefix } from './guide.ts';

export const NOTE_KINDS_OF_CODES = [
  'codeFirst',
  'useAdditional',
  'codeAlso',
  'excludes1',
  'excludes2',
  'includes',
  'inclusionTerms',
  'notes',
] as const;
export type CodePageNoteKind = (typeof NOTE_KINDS_OF_CODES)[number];

/** A note that holds for the code, in the words of the list. */
export interface CodePageNote {
  readonly kind: CodePageNoteKind;
  /** Where it is printed: at the code itself, or at a heading above it. */
  readonly on: string;
  readonly text: string;
}

export function readNotes(entry: CodeEntry): readonly CodePageNote[] {
  return NOTE_KINDS_OF_CODES.flatMap((kind) =>
    entry[kind].map((note) => ({ kind, on: entry.code, text: typeof note === 'string' ? note : note.text })),
  );
}

/** "(M51.- with fifth character 6)" at S33.0 means M51.26 and not M51.A4. */
export function meansFifthCharacter(note: string, code: string): boolean {
  const wanted = /with fifth character (\w)/.exec(note)?.[1];
  return wanted === undefined || code[5] === undefined || code[5] === wanted;
}

export function listSources(code: string, year: CodeYear): readonly string[] {
  const { years, changes } = compiledLexicons['code-set'];
  const basis = years.find(({ fiscalYear }) => fiscalYear === year.fiscalYear)?.basis;
  const change = changes.find(({ codes, replaces }) => codes.includes(code) || replaces === code);
  return [
    `${year.system}, fiscal year ${year.fiscalYear}: ${basis}`,
    ...(change ? [`${change.standing}: ${change.evidence}`] : []),
  ];
}

const REGION =
  /(occipito-atlanto-axial|sacral and sacrococcygeal|cervicothoracic|thoracolumbar|lumbosacral|mid-cervical|high cervical|cervical|thoracic|lumbar|multiple sites)(?= region|, | in spine|$| disc| spine)|site unspecified/;

/** The words of the title; a heading over several regions has none. */
export function findRegion({ code, title, billable }: CodeEntry): string | null {
  const named = REGION.exec(title)?.[0] ?? null;
  if (named !== null && (billable || title.includes(`${named} region`)))
    return named === 'site unspecified' ? null : named;
  return regionByPrefix(code);
}
