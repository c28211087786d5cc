/** A note as the notices read it, built from its text: every element and section is found in the text, so spans always slice. */
import type { Coding } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import type {
  Code,
  Condition,
  Element,
  Evidence,
  Fact,
  Findings,
  Notice,
  SectionKind,
  Standing,
  Status,
} from '../../src/model.ts';
import { giveNotices } from '../../src/notices/notice.ts';

export interface WrittenNote {
  readonly text: string;
  readonly dateOfService?: string | null;
  /** `code`, or `code status`, or `code status section`, in the order of the text. */
  readonly written?: readonly string[];
  /** `assigned M51.17`, `excluded M54.50: reason`. */
  readonly codes?: readonly string[];
  readonly facts?: readonly {
    readonly condition: Condition;
    readonly says: readonly string[];
    readonly status?: Status;
  }[];
  /** Kind and heading; each section runs to the next. */
  readonly sections?: readonly (readonly [SectionKind, string])[];
}

function findIn(text: string, words: string, from = 0): Evidence {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`the text of the test does not hold "${words}"`);
  return { start, end: start + words.length, text: words };
}

function buildElements({ text, written = [] }: WrittenNote): Element[] {
  let from = 0;
  return written.map((line) => {
    const [value = '', status = 'present', section = 'assessment'] = line.split(' ');
    const place = findIn(text, value, from);
    from = place.end;
    return {
      kind: 'written-code',
      value,
      status: status as Status,
      section: section as SectionKind,
      evidence: [place],
    };
  });
}

function buildFacts({ text, facts = [] }: WrittenNote): Fact[] {
  return facts.map(({ condition, says, status = 'present' }, index) => ({
    id: `f${index + 1}`,
    condition,
    status,
    source: 'provider',
    region: 'lumbar',
    levels: [],
    laterality: 'unspecified',
    size: null,
    detail: [],
    mentions: [],
    evidence: says.map((words) => findIn(text, words)),
  }));
}

function buildCode(line: string, dateOfService: string | null): Code {
  const [, standing = '', code = '', why = ''] = /^(\S+) ([^\s:]+)(?:: (.*))?$/.exec(line) ?? [];
  const title = codeYearOn(dateOfService).entry(code)?.title ?? '';
  return { code, title, standing: standing as Standing, facts: [], why, rules: [] };
}

export function notify(record: WrittenNote): readonly Notice[] {
  const { text, dateOfService = null, codes = [], sections = [] } = record;
  const headings = sections.map(([kind, words], index) => {
    const heading = findIn(text, words);
    const next = sections[index + 1];
    return { kind, heading, start: heading.start, end: next ? findIn(text, next[1]).start : text.length };
  });
  const findings: Findings = {
    text,
    note: { id: null, kind: 'office-note', setting: 'outpatient', dateOfService, length: text.length },
    sections: headings,
    mentions: [],
    facts: buildFacts(record),
    imaging: [],
    linkages: [],
    elements: buildElements(record),
  };
  const coding: Coding = { codes: codes.map((line) => buildCode(line, dateOfService)), gaps: [] };
  return giveNotices(findings, coding, codeYearOn(dateOfService));
}

/** `rule severity text`, one for each notice, as a table shows it. */
export const tellNotices = (record: WrittenNote): readonly string[] =>
  notify(record).map(({ rule, severity, text }) => [rule, severity, text].filter(Boolean).join(' '));
