/** What a note documents, in short form -> the analysis of it, so that a table of claims reads like a chart. */
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import type { Analysis } from '../../src/model.ts';
import { askQueries } from '../../src/queries/ask.ts';
import { addWhatIf } from '../../src/queries/what-if.ts';
import { readShortForm } from '../coding/short-form.ts';

export function analyzeShortForm(lines: readonly string[]): Analysis {
  const findings = readShortForm(lines);
  const year = codeYearOn(findings.note.dateOfService);
  const coding = codeFindings(findings, year);
  const wording = compiledLexicons['query-wording'];
  const { text: _, ...found } = findings;
  return {
    schema: 'spinenote/analysis@1',
    tool: { name: 'spinenote', version: '0.0.0', lexicons: 'abc' },
    codeSet: { system: 'ICD-10-CM', fiscalYear: year.fiscalYear, from: year.from, to: year.to },
    ...found,
    codes: coding.codes,
    queries: addWhatIf(askQueries(findings, coding, wording), findings, year, wording),
    notices: [],
  };
}

export const textOf = (lines: readonly string[]): string => readShortForm(lines).text;
