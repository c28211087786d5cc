/** A patient's review to read in a terminal: the visits in time, then each finding with the words of both notes. */
import type { Palette } from '../formats/format.ts';
import { oneLine } from '../formats/visible.ts';
import type { Severity } from '../model.ts';
import type { EncounterRef } from './encounter.ts';
import type { ReviewFinding, Witness } from './findings/finding.ts';
import type { TrackedQuery } from './findings/queries-over-time.ts';
import type { PatientReview, TimelineEntry, TimelineFact } from './review.ts';

export function writeReviewText(review: PatientReview, palette: Palette): string {
  const { patient, timeline, undated, problems, findings, queries } = review;
  const visits = timeline.length + undated.length;
  const head = [
    palette.bold(`Patient ${oneLine(patient)}`),
    palette.dim(`${count(visits, 'encounter')}, ${count(findings.length, 'finding')}`),
  ];
  const blocks = [
    head,
    [palette.bold('Timeline'), ...[...timeline, ...undated].flatMap((entry) => writeEntry(entry, palette))],
    titled(
      'The record itself',
      problems.map(
        ({ message, encounters }) => `  ${oneLine(message)} ${palette.dim(`(${encounters.map(nameOf).join('; ')})`)}`,
      ),
      palette,
    ),
    titled(
      'Findings over time',
      findings.flatMap((finding) => writeFinding(finding, palette)),
      palette,
    ),
    titled(
      'Questions',
      queries.map((query) => writeQuery(query, palette)),
      palette,
    ),
  ];
  const written = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${written.join('\n\n')}\n`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const titled = (title: string, lines: readonly string[], palette: Palette): readonly string[] =>
  lines.length === 0 ? [] : [palette.bold(title), ...lines];

export function nameOf({ date, id, line }: EncounterRef): string {
  const place = line === null ? '' : `line ${line}`;
  return [date ?? 'no date', id === null ? place : oneLine(id)].filter(Boolean).join(' ');
}

function writeEntry(entry: TimelineEntry, palette: Palette): readonly string[] {
  const { date, id, provider, kind, facts, codes, sent, queries } = entry;
  const who = [id, provider].filter((value) => value !== null).map((value) => oneLine(value as string));
  const present = facts.filter(({ status }) => status === 'present').map(wordFact);
  const other = facts.filter(({ status }) => status !== 'present').map((fact) => `${fact.status} ${wordFact(fact)}`);
  return [
    `  ${palette.bold(date ?? 'no date   ')}  ${[kind.replaceAll('-', ' '), ...who].join(', ')}`,
    `      codes    ${codes.length > 0 ? palette.green(codes.join(' ')) : 'none supported'}${sent ? `   sent ${oneLine(sent.join(' ')) || 'none'}` : ''}`,
    ...(present.length > 0 ? [`      present  ${present.join('; ')}`] : []),
    ...(other.length > 0 ? [palette.dim(`      also     ${other.join('; ')}`)] : []),
    ...(queries.length > 0 ? [palette.dim(`      asks     ${queries.join(', ')}`)] : []),
  ];
}

function wordFact({ condition, region, levels, laterality, size }: TimelineFact): string {
  const stated = (value: string | null): string => (value === null || value === 'unspecified' ? '' : value);
  const place = levels.length > 0 ? levels.join(' ') : stated(region);
  return [stated(size), stated(laterality), condition.replaceAll('-', ' '), place].filter(Boolean).join(' ');
}

const MARKS: Record<Severity, string> = { error: 'error  ', warning: 'warning', info: 'info   ' };

function writeFinding({ kind, severity, message, encounters }: ReviewFinding, palette: Palette): readonly string[] {
  const paint = { error: palette.red, warning: palette.yellow, info: palette.cyan }[severity];
  return [
    `  ${paint(MARKS[severity])} ${palette.bold(kind)}: ${oneLine(message)}`,
    ...encounters.map((each) => writeWitness(each, palette)),
  ];
}

function writeWitness(each: Witness, palette: Palette): string {
  const quotes = each.evidence.map(({ text }) => `"${oneLine(text)}"`).join(' … ');
  const codes = each.codes.length > 0 ? ` ${palette.green(each.codes.map(oneLine).join(' '))}` : '';
  return `            ${nameOf(each)}${codes} ${palette.cyan(quotes)}`.trimEnd();
}

function writeQuery({ id, state, asked, answered }: TrackedQuery, palette: Palette): string {
  const days = asked.map(({ date }) => date ?? 'no date').join(', ');
  const end =
    state === 'answered'
      ? `answered ${answered?.date ?? ''}`
      : state === 'open'
        ? 'open'
        : 'lapsed: neither asked nor answered since';
  const paint = state === 'open' ? palette.yellow : palette.dim;
  return `  ${id}: raised ${days}; ${paint(end)}`;
}
