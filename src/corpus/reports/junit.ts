/**
 * The report as JUnit XML: one test case for each note, failed when something in it is wrong (in a diff: newly wrong),
 * and one error for each file that could not be read.
 */
import { wordOutcome } from '../diff.ts';
import type { CorpusReport, ReportedNote, ReportFormat } from './report.ts';
import { disagreements } from './report.ts';
import { wordSpans } from './tables.ts';

export const junit: ReportFormat = {
  shows: 'JUnit XML, one test case for each note',
  write: (report) => {
    const cases = report.notes.map(writeCase);
    const failures = cases.filter((written) => written.includes('<failure')).length;
    const errors = report.problems.map(
      ({ file, line, message }) =>
        `    <testcase classname="corpus.files" name="${xml(file)}">\n      <error message="${xml(`line ${line}: ${message}`)}"/>\n    </testcase>`,
    );
    const counts = `tests="${cases.length + errors.length}" failures="${failures}" errors="${errors.length}"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="spinenote corpus" ${counts}>`,
      `  <testsuite name="${xml(report.name)}" ${counts}>`,
      ...cases,
      ...errors,
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function writeCase({ comparison, changes }: ReportedNote): string {
  const wrong = changes
    ? changes.filter(({ kind }) => kind === 'newly wrong').map(wordChange)
    : disagreements(comparison).map(wordMiss);
  const others = (changes ?? []).filter(({ kind }) => kind !== 'newly wrong').map(wordChange);
  const head = `    <testcase classname="corpus.${xml(comparison.kind)}" name="${xml(comparison.gold.id)}"`;
  if (wrong.length + others.length === 0) return `${head}/>`;
  const failure =
    wrong.length > 0
      ? [
          `      <failure message="${wrong.length} ${changes ? 'newly wrong' : 'disagreements'}">${xml(wrong.join('\n'))}</failure>`,
        ]
      : [];
  const output = others.length > 0 ? [`      <system-out>${xml(others.join('\n'))}</system-out>`] : [];
  return [`${head}>`, ...failure, ...output, '    </testcase>'].join('\n');
}

const wordChange = (change: NonNullable<ReportedNote['changes']>[number]): string =>
  `${change.kind}: ${change.layer}: ${change.item}: ${change.before} -> ${change.now} @${wordSpans(change.spans)}`;

const wordMiss = (verdict: CorpusReport['notes'][number]['comparison']['verdicts'][number]): string =>
  `${verdict.layer}: ${verdict.item}: ${wordOutcome(verdict)} @${wordSpans([...verdict.goldSpans, ...verdict.foundSpans])}`;

/** XML 1.0 forbids most control characters even when escaped; they come out as U+FFFD. */
export function xml(words: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return (
    words
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
      .replace(/[&<>"']/g, (character) => entities[character]!)
  );
}
