/** The staircase: one note in, one Analysis out. Each step is a pure function of the steps above it. */
import type { AnalyzeOptions } from './analyzer.ts';
import { checkClaim } from './claims/claim.ts';
import { codeFindings } from './coding/code.ts';
import { codeYearOn } from './coding/codeset.ts';
import { findElements } from './facts/elements.ts';
import { buildFacts } from './facts/facts.ts';
import { evidenceOf, findFindings } from './facts/findings.ts';
import { findImaging } from './facts/imaging.ts';
import { findLinkages } from './facts/linkages.ts';
import { findStudyContexts } from './facts/studies.ts';
import type { Lexicons } from './lexicons/definitions.ts';
import type { Decide } from './mentions/deciding.ts';
import type { Language } from './mentions/language.ts';
import { type NoteReading, readNote } from './mentions/note-reading.ts';
import type { Analysis, Findings, Section } from './model.ts';
import { giveNotices } from './notices/notice.ts';
import { askQueries } from './queries/ask.ts';
import { addWhatIf } from './queries/what-if.ts';
import { VERSION } from './version.ts';

/** What an analyzer is made of, compiled once. */
export interface Equipment {
  readonly lexicons: Lexicons;
  /** sha256 of the lexicons in use. */
  readonly lexiconsHash: string;
  readonly language: Language;
  readonly decide: Decide;
}

export function analyzeNote(text: string, options: AnalyzeOptions, equipment: Equipment): Analysis {
  const year = codeYearOn(options.dateOfService ?? null);
  const note = readNote(text, equipment.language, equipment.decide, { kind: options.noteKind });
  const findings = findAll(note, options);
  const coding = codeFindings(findings, year);
  const wording = equipment.lexicons['query-wording'];
  const analysis: Analysis = {
    schema: 'spinenote/analysis@1',
    tool: { name: 'spinenote', version: VERSION, lexicons: equipment.lexiconsHash },
    note: findings.note,
    codeSet: { system: 'ICD-10-CM', fiscalYear: year.fiscalYear, from: year.from, to: year.to },
    sections: findings.sections,
    mentions: findings.mentions,
    facts: findings.facts,
    imaging: findings.imaging,
    linkages: findings.linkages,
    elements: findings.elements,
    codes: coding.codes,
    queries: addWhatIf(askQueries(findings, coding, wording), findings, year, wording),
    notices: giveNotices(findings, coding, year),
  };
  const sent = options.meta?.codes;
  return sent === undefined ? analysis : { ...analysis, claim: checkClaim(analysis, sent) };
}

function findAll(note: NoteReading, options: AnalyzeOptions): Findings {
  const studies = findStudyContexts(note);
  const found = findFindings(note, studies);
  const linkages = findLinkages(note, found, studies);
  return {
    text: note.text,
    note: aboutNote(note, options),
    sections: sectionsOf(note),
    mentions: found.map((finding) => finding.mention),
    facts: buildFacts(note, found, studies, linkages),
    imaging: findImaging(note, studies),
    linkages,
    elements: findElements(note, found),
  };
}

function aboutNote({ kind, text }: NoteReading, options: AnalyzeOptions): Findings['note'] {
  const about = {
    id: options.id ?? null,
    kind,
    setting: options.setting ?? 'outpatient',
    dateOfService: options.dateOfService ?? null,
    length: text.length,
  };
  return options.meta === undefined ? about : { ...about, meta: options.meta };
}

function sectionsOf(note: NoteReading): Section[] {
  const { tokens } = note;
  return note.sections.map((section) => ({
    kind: section.kind,
    heading: section.headLast > section.headFirst ? evidenceOf(tokens, section.headFirst, section.headLast) : null,
    start: tokens.start[section.first] as number,
    end: tokens.end[section.last - 1] as number,
  }));
}
