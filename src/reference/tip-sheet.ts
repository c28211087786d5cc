/** The provider's tip sheet: every code on it is what the analyzer gives for the sentence beside it, at the time of asking. */
import { type Analyzer, InputError } from '../analyzer.ts';
import type { TipFamily } from '../lexicons/tips.ts';
import type { Analysis, CodeSetYear, QueryKind } from '../model.ts';
import { allFamilies, findTipFamily, TIP_FAMILIES } from './tip-families.ts';

export interface TipStep {
  /** The sentence of the assessment. */
  readonly says: string;
  /** What stands in the results of the same example note. */
  readonly record: string | null;
  /** What the analyzer assigns, in claim order. */
  readonly codes: readonly { readonly code: string; readonly title: string }[];
  /** What the sentence leaves to be asked. */
  readonly open: readonly { readonly kind: QueryKind; readonly changes: 'code' | 'documentation' }[];
}

export interface TipLadder {
  readonly adds: string;
  /** Weakest first. */
  readonly steps: readonly TipStep[];
}

export interface TipSection {
  readonly id: string;
  readonly title: string;
  readonly document: readonly string[];
  readonly ladders: readonly TipLadder[];
}

export interface TipSheet {
  readonly schema: 'spinenote/tip-sheet@1';
  readonly tool: Analysis['tool'];
  readonly codeSet: CodeSetYear;
  readonly dateOfService: string | null;
  readonly families: readonly TipSection[];
}

export interface TipSheetOptions {
  /** A family's id, another name for it, or a code; all families where it is not given. */
  readonly family?: string | undefined;
  readonly dateOfService?: string | null | undefined;
}

/** @throws InputError on a family that the sheet has not, or a date that is none. */
export function tipSheet(analyzer: Analyzer, options: TipSheetOptions = {}): TipSheet {
  const { family, dateOfService = null } = options;
  const id = family === undefined ? null : findTipFamily(family);
  if (family !== undefined && id === null) {
    throw new InputError(
      'bad-option',
      `The tip sheet has no such family. It has ${TIP_FAMILIES.join(', ')}; a code such as M51.A4 leads to its family too.`,
    );
  }
  const read = (record: string | null, says: string): Analysis =>
    analyzer.analyze(writeExample(record, says), { dateOfService, noteKind: 'office-note' });
  const { tool, codeSet } = read(null, '');
  const families = allFamilies().filter((each) => id === null || each.id === id);
  return {
    schema: 'spinenote/tip-sheet@1',
    tool,
    codeSet,
    dateOfService,
    families: families.map((each) => readFamily(each, read)),
  };
}

/** The note that the analyzer reads for a step. */
export function writeExample(record: string | null, says: string): string {
  return `${record === null ? '' : `Imaging:\n${record}\n\n`}Assessment:\n${says}\n`;
}

type ReadExample = (record: string | null, says: string) => Analysis;

const readFamily = ({ id, title, document, ladders }: TipFamily, read: ReadExample): TipSection => ({
  id,
  title,
  document,
  ladders: ladders.map(({ adds, steps }) => ({
    adds,
    steps: steps.map(({ says, record = null }) => readStep(says, record, read)),
  })),
});

function readStep(says: string, record: string | null, read: ReadExample): TipStep {
  const { codes, queries } = read(record, says);
  return {
    says,
    record,
    codes: codes.filter(({ standing }) => standing === 'assigned').map(({ code, title }) => ({ code, title })),
    open: queries.map(({ kind, changes }) => ({ kind, changes })),
  };
}
