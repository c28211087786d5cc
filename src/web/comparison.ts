/**
 * What imaging shows against what the assessment says: one difference per finding that stands on one side only, or on
 * both in different words. Pain is no finding, and a finding that imaging denies and nobody claims is no difference.
 */
import { wordPlace } from '../formats/wording.ts';
import type { Analysis, Evidence, Fact, Mention, SectionKind } from '../model.ts';
import { kindOfCondition } from './marks.ts';

export interface Side {
  /** Status and place, where they are this side's own. */
  readonly says: string;
  readonly quotes: readonly Evidence[];
}

export interface Difference {
  readonly facts: readonly Fact[];
  readonly verdict: string;
  readonly imaging: Side | null;
  readonly assessment: Side | null;
  /** Ids of the queries that ask about it. */
  readonly queries: readonly string[];
}

const IMAGING: ReadonlySet<SectionKind> = new Set(['imaging', 'findings', 'tests', 'technique']);
const ASSESSMENT: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'impression',
  'plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'operative-findings',
]);

interface Placed {
  readonly fact: Fact;
  readonly imaging: Side | null;
  readonly assessment: Side | null;
}

export function compareSides(analysis: Analysis, text: string): readonly Difference[] {
  if (analysis.note.kind === 'imaging-report') return [];
  const mentions = new Map(analysis.mentions.map((mention) => [mention.id, mention]));
  const placed = analysis.facts
    .filter(({ condition, status }) => kindOfCondition(condition) !== 'pain' && !IGNORED.has(status))
    .map((fact) => placeFact(fact, mentions, text));
  const shown = placed.filter(({ imaging }) => imaging);
  const stated = placed.filter(({ assessment }) => assessment);
  const used = new Set<Placed>();
  const differences: Difference[] = [];
  for (const here of shown) {
    const there = here.assessment
      ? here
      : stated.find((other) => !other.imaging && !used.has(other) && other.fact.condition === here.fact.condition);
    if (there && there !== here) {
      used.add(there);
      differences.push(
        describe(
          analysis,
          [here.fact, there.fact],
          `differs in ${namesOf(here.fact, there.fact)}`,
          here.imaging,
          there.assessment,
        ),
      );
    } else if (!there) {
      if (here.fact.status !== 'absent')
        differences.push(describe(analysis, [here.fact], 'not in the assessment', here.imaging, null));
    } else {
      const asked = asksOf(analysis, [here.fact]).filter((id) => SIZE_OR_CONFLICT.test(id));
      if (asked.length > 0) {
        const verdict = asked.some((id) => id.startsWith('annular-defect-size'))
          ? 'size left open'
          : 'contradicts itself';
        differences.push({
          facts: [here.fact],
          verdict,
          imaging: here.imaging,
          assessment: here.assessment,
          queries: asked,
        });
      }
    }
  }
  const hasStudy = analysis.imaging.some(({ status }) => status === 'performed');
  for (const here of hasStudy ? stated : [])
    if (
      !here.imaging &&
      !used.has(here) &&
      here.fact.status !== 'absent' &&
      kindOfCondition(here.fact.condition) === 'structure'
    )
      differences.push(describe(analysis, [here.fact], 'not in the imaging', null, here.assessment));
  return differences;
}

const IGNORED: ReadonlySet<Fact['status']> = new Set(['other-person', 'hypothetical', 'historical']);
const SIZE_OR_CONFLICT = /^(?:annular-defect-size|conflicting-documentation)\b/;

function placeFact(fact: Fact, mentions: ReadonlyMap<string, Mention>, text: string): Placed {
  const own = fact.mentions.flatMap((id) => mentions.get(id) ?? []);
  const imaging = own.filter(
    ({ section }) => IMAGING.has(section) || (fact.source === 'imaging' && !ASSESSMENT.has(section)),
  );
  const assessment = own.filter(({ section }) => ASSESSMENT.has(section) && fact.source !== 'imaging');
  // Of a fact that both sides carry, place and size may come from either: then only the quotes speak for a side.
  const isShared = imaging.length > 0 && assessment.length > 0;
  const says = isShared
    ? ''
    : [fact.status === 'present' ? '' : fact.status, wordPlace(fact)].filter(Boolean).join(', ');
  const side = (some: readonly Mention[]): Side | null =>
    some.length > 0 ? { says, quotes: some.map((mention) => clauseAround(mention, text)) } : null;
  return { fact, imaging: side(imaging), assessment: side(assessment) };
}

function describe(
  analysis: Analysis,
  facts: readonly Fact[],
  verdict: string,
  imaging: Side | null,
  assessment: Side | null,
): Difference {
  return { facts, verdict, imaging, assessment, queries: asksOf(analysis, facts) };
}

function asksOf({ queries }: Analysis, facts: readonly Fact[]): string[] {
  const ids = new Set(facts.map(({ id }) => id));
  return queries.filter((query) => query.facts.some((id) => ids.has(id))).map(({ id }) => id);
}

function namesOf(a: Fact, b: Fact): string {
  const names = [
    a.status === b.status ? '' : 'status',
    a.region === b.region && a.levels.join() === b.levels.join() ? '' : 'level',
    a.laterality === b.laterality ? '' : 'side',
    a.size === b.size ? '' : 'size',
  ].filter(Boolean);
  return names.join(', ') || 'detail';
}

const REACH = 140;

/** The sentence that holds a mention, or as much of its line as a reader wants. */
function clauseAround({ start, end }: Mention, text: string): Evidence {
  const before = text.slice(Math.max(0, start - REACH), start);
  const opening = Math.max(
    before.lastIndexOf('\n') + 1,
    ...['. ', '; ', '! ', '? '].map((stop) => before.lastIndexOf(stop) + (before.includes(stop) ? 2 : 1)),
  );
  const after = text.slice(end, end + REACH);
  const closing = after.search(/\n|[.;!?](?:\s|$)/);
  const from = start - before.length + opening;
  const quote = text.slice(from, end + (closing === -1 ? after.length : closing));
  const lead = quote.length - quote.trimStart().length;
  const trimmed = quote.trim();
  return { start: from + lead, end: from + lead + trimmed.length, text: trimmed };
}
