/** The record around the codes: a date of service that our lists do not reach, and headings with nothing below them. */
import { CODE_YEARS, type CodeYear } from '../coding/codeset.ts';
import type { Evidence, Findings, Notice, Section, SectionKind } from '../model.ts';

export function checkDateOfService({ note }: Findings, year: CodeYear): readonly Notice[] {
  if (year.coverage === 'covered' || note.dateOfService === null) return [];
  const first = CODE_YEARS[0]?.from;
  const last = CODE_YEARS.at(-1)?.to;
  const side = year.coverage === 'before' ? 'before the first' : 'after the last';
  return [
    {
      rule: 'date-outside-code-set',
      severity: 'warning',
      message:
        `The date of service ${note.dateOfService} lies ${side} code list held here (${first} to ${last}). Codes were read ` +
        `by fiscal year ${year.fiscalYear}, the nearest, and may differ from those in force on that day. Check the date; ` +
        'if it is right, check each code against the list of that day.',
    },
  ];
}

/** "HISTORY:" right above "Past medical history:" is a title of what follows, not an empty section. */
const TITLES: Partial<Record<SectionKind, readonly SectionKind[] | 'any'>> = {
  history: [
    'complaint',
    'past-history',
    'medications',
    'allergies',
    'family-history',
    'social-history',
    'review-of-systems',
  ],
  'past-history': ['medications', 'allergies'],
  exam: ['imaging', 'tests', 'other'],
  imaging: ['indication', 'technique', 'findings', 'tests', 'other'],
  tests: ['imaging', 'findings', 'other'],
  findings: ['other'],
  'assessment-and-plan': ['assessment', 'plan'],
  plan: ['education', 'other'],
  procedure: 'any',
  'procedure-details': 'any',
};

export function findEmptySections({ text, sections }: Findings): readonly Notice[] {
  return sections.flatMap((section, index): readonly Notice[] => {
    const { heading } = section;
    if (!heading || /[\p{L}\p{N}]/u.test(text.slice(heading.end, section.end))) return [];
    if (isTitle(section, sections[index + 1]) || isOpening(text, heading)) return [];
    return [
      {
        rule: 'empty-section',
        severity: 'info',
        message:
          'This heading has nothing below it. A reader cannot tell whether there was nothing to say or the text was lost. ' +
          'Complete the section, write "none", or remove the heading.',
        start: heading.start,
        end: heading.end,
        text: heading.text,
      },
    ];
  });
}

/** "PAIN MANAGEMENT FOLLOW-UP", "CT LUMBAR SPINE": the first line names the note, whatever heading it looks like. */
function isOpening(text: string, { start, text: heading }: Evidence): boolean {
  return text.slice(0, start).trim() === '' && !heading.endsWith(':');
}

function isTitle({ kind }: Section, next: Section | undefined): boolean {
  // "SURGEON:", "DATE:", "FAX:": form fields, often left blank, say nothing about the patient.
  if (kind === 'other' || kind === 'preamble') return true;
  if (!next) return false;
  const below = TITLES[kind];
  return kind === next.kind || below === 'any' || (below?.includes(next.kind) ?? false);
}
