/**
 * The chain behind a code as a coder reads it: fact, words with their place, rule, citation; then what is missing and
 * what asks for it. It is for coders: answers and codes stand side by side.
 */
import type { Trace, TraceWords } from '../index.ts';
import type { Palette } from './format.ts';
import { type Locate, locateIn } from './positions.ts';
import { oneLine } from './visible.ts';
import { wordFact, wordSection, wordValue } from './wording.ts';

interface Sheet {
  readonly locate: Locate;
  readonly palette: Palette;
}

/** Lines without their line end. */
export function writeTrace(trace: Trace, text: string, palette: Palette): string {
  const sheet: Sheet = { locate: locateIn(text), palette };
  const { code, title, fiscalYear, facts, linkages, rules, needs, instead, queries } = trace;
  const lines = [
    `${palette.bold(oneLine(code))} ${title === null ? `not in the code set of fiscal year ${fiscalYear}` : `${oneLine(title)} (FY${fiscalYear})`}`,
    row('code', `${wordStanding(trace)}: ${oneLine(trace.why)}`, sheet),
    ...facts.flatMap(({ fact, words }) => [
      row('fact', `${oneLine(wordFact(fact))}: ${fact.status}, source ${fact.source}`, sheet),
      ...words.map((each) => writeWords(each, sheet)),
    ]),
    ...linkages.flatMap(({ linkage, words }) => [
      row('link', `${wordValue(linkage.from)} tied to ${wordValue(linkage.to)}: ${linkage.status}`, sheet),
      ...words.map((each) => writeWords(each, sheet)),
    ]),
    ...rules.map(({ rule, cites }) => row('rule', `${oneLine(rule)}: ${oneLine(cites)}`, sheet)),
    ...needs.map(({ says }) => row('needed', oneLine(says), sheet)),
    ...instead.map((other) => row('instead', `${other.code} ${oneLine(other.title)}`, sheet)),
    ...queries.flatMap(({ id, answers }) => [
      row('query', oneLine(id), sheet),
      ...answers.map(({ answer, codes }) => row('', `${oneLine(answer)} -> ${codes.join(', ') || 'no code'}`, sheet)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

const row = (name: string, says: string, { palette }: Sheet): string => `  ${palette.dim(name.padEnd(8))}${says}`;

function writeWords(words: TraceWords, sheet: Sheet): string {
  const { line, column } = sheet.locate(words.start);
  const place = `${line}:${column} ${wordSection(words.section)}`;
  return row('words', `${place} ${sheet.palette.cyan(`"${oneLine(words.text)}"`)}`, sheet);
}

const STANDING: { readonly [standing in Trace['standing']]: string } = {
  assigned: 'assigned',
  unconfirmed: 'not codable until the provider confirms',
  excluded: 'not reported beside other codes',
  'not-supported': 'not supported by this note',
  retired: 'not valid on this date',
  'not-billable': 'not a code to report',
  'outside-scope': 'not judged',
};

function wordStanding({ standing, position }: Trace): string {
  return position === null ? STANDING[standing] : `assigned, number ${position} on the claim`;
}
