/**
 * JUnit XML, one suite for each note: a code that was found passes, a notice of error or warning and a claimed code that
 * is not supported fail, and a query is skipped, because it waits for an answer and nothing is wrong.
 */
import type { Analysis, Evidence } from '../model.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { escapeLine as attribute } from './markup.ts';
import { quotesOf } from './places.ts';
import { type Locate, locateIn } from './positions.ts';
import { oneLine } from './visible.ts';

interface Case {
  readonly kind: 'code' | 'claim' | 'query' | 'notice';
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly says: string;
  readonly evidence: readonly Evidence[];
}

export const junit: Format = {
  shows: 'JUnit XML: codes pass, notices and unsupported claimed codes fail, open queries are skipped',
  *write(notes) {
    let head = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="spinenote">\n';
    for (const note of notes) {
      yield head + writeSuite(note);
      head = '';
    }
    yield `${head}</testsuites>\n`;
  },
};

function writeSuite({ file, text, analysis }: AnalyzedNote): string {
  const locate = locateIn(text);
  const name = attribute(analysis.note.id ?? file);
  const cases = [...listCodes(analysis), ...listClaim(analysis), ...listQueries(analysis), ...listNotices(analysis)];
  const count = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
  return [
    `  <testsuite name="${name}" file="${attribute(file)}" ${counts}>`,
    ...cases.map((each) => writeCase(each, locate)),
    '  </testsuite>\n',
  ].join('\n');
}

function writeCase({ kind, name, outcome, says, evidence }: Case, locate: Locate): string {
  const words = evidence.map(({ start, text }) => {
    const { line, column } = locate(start);
    return `${line}:${column} "${oneLine(text)}"`;
  });
  const body = attribute([says, ...words].join(' | '));
  const result = {
    passed: `<system-out>${body}</system-out>`,
    failed: `<failure type="${kind}" message="${attribute(says)}">${body}</failure>`,
    skipped: `<skipped message="${body}"/>`,
  }[outcome];
  return `    <testcase classname="spinenote.${kind}" name="${attribute(name)}">${result}</testcase>`;
}

const listCodes = (analysis: Analysis): Case[] =>
  analysis.codes.map(({ code, standing, why, facts }) => ({
    kind: 'code',
    name: `${code} ${standing}`,
    outcome: 'passed',
    says: why,
    evidence: quotesOf(analysis, facts),
  }));

const listClaim = ({ claim }: Analysis): Case[] =>
  (claim?.codes ?? []).map(({ code, verdict, findings }) => ({
    kind: 'claim',
    name: `${code} ${verdict}`,
    outcome: verdict === 'supported' || verdict === 'outside-scope' ? 'passed' : 'failed',
    says: findings.map(({ reason }) => reason).join(' '),
    evidence: findings.flatMap(({ evidence }) => evidence),
  }));

const listQueries = ({ queries }: Analysis): Case[] =>
  queries.map(({ id, question, options, indicators }) => ({
    kind: 'query',
    name: id,
    outcome: 'skipped',
    says: `${question} [${options.join(' | ')}]`,
    evidence: indicators,
  }));

const listNotices = ({ notices }: Analysis): Case[] =>
  notices.map(({ rule, severity, message, start, end, text }) => ({
    kind: 'notice',
    name: rule,
    outcome: severity === 'info' ? 'passed' : 'failed',
    says: message,
    evidence: start === undefined || end === undefined ? [] : [{ start, end, text: text ?? '' }],
  }));
