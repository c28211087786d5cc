/**
 * The list of disagreements between gold and program that stand for now, each with its reason; and what a run has that
 * the list has not, and the other way round. A reason that a person wrote is never lost while its miss stays.
 */
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { NoteComparison } from './compare.ts';
import { DISTINCT_LAYERS } from './layers.ts';
import type { Verdict } from './verdict.ts';

const schema = z.record(z.string(), z.record(z.string(), z.string().min(1)));

/** Reasons by note id, then by miss (`facts: + region, missed: disc-bulge|present|lumbar`). */
export type KnownMisses = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Miss {
  readonly note: string;
  readonly miss: string;
  /** What a person has not yet explained, by its class. */
  readonly reason: string;
}

/** @throws Error naming the file when it is no such list. */
export function readKnownMisses(yaml: string, file: string): KnownMisses {
  const result = schema.safeParse(parse(yaml) ?? {});
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String).join(' / ');
  throw new Error(`${file}: ${path}: expected "note id:" and under it "miss: reason". Run npm run corpus:update.`);
}

export function listMisses(comparisons: readonly NoteComparison[]): Miss[] {
  return comparisons.flatMap((comparison) => {
    const seen = new Set<string>();
    return DISTINCT_LAYERS.flatMap((layer) => comparison.verdicts.filter((verdict) => verdict.layer === layer))
      .filter(({ outcome }) => outcome !== 'right')
      .map((verdict) => ({
        note: comparison.gold.id,
        miss: nameMiss(verdict, seen),
        reason: guessReason(verdict, comparison),
      }));
  });
}

/** What was found instead is left out of the name: being wrong in another way is still the same miss. */
function nameMiss({ layer, item, outcome, want }: Verdict, seen: Set<string>): string {
  const name = outcome === 'differs' ? `${layer} of ${item}: want ${want || 'none'}` : `${layer}, ${outcome}: ${item}`;
  const repeated = [...seen].filter((other) => other === name || other.startsWith(`${name} (`)).length;
  const own = repeated > 0 ? `${name} (${repeated + 1})` : name;
  seen.add(own);
  return own;
}

export interface MissCheck {
  /** Wrong and not listed. */
  readonly unlisted: readonly Miss[];
  /** Listed and no longer wrong. */
  readonly passing: readonly { readonly note: string; readonly miss: string }[];
}

export function checkMisses(misses: readonly Miss[], known: KnownMisses): MissCheck {
  const wrong = new Set(misses.map(({ note, miss }) => `${note}\t${miss}`));
  return {
    unlisted: misses.filter(({ note, miss }) => known[note]?.[miss] === undefined),
    passing: Object.entries(known).flatMap(([note, listed]) =>
      Object.keys(listed).flatMap((miss) => (wrong.has(`${note}\t${miss}`) ? [] : [{ note, miss }])),
    ),
  };
}

const HEADER = `# Disagreements between gold/ and the program that stand for now: note, miss, reason.
# The lines are rewritten by npm run corpus:update, which keeps the reasons of lines that stay and gives a new line a
# class ("binding: ...") as its reason. Write the cause behind the class. A line whose miss is gone fails the test.
`;

export function writeKnownMisses(misses: readonly Miss[], known: KnownMisses): string {
  const list: Record<string, Record<string, string>> = {};
  for (const { note, miss, reason } of misses) {
    list[note] ??= {};
    list[note][miss] = known[note]?.[miss] ?? reason;
  }
  const ordered = Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${HEADER}${Object.keys(ordered).length > 0 ? stringify(ordered, { lineWidth: 0 }) : '{}\n'}`;
}

/** The class of a miss, from what the other side has instead. */
function guessReason({ layer, item, outcome }: Verdict, { verdicts }: NoteComparison): string {
  const wrongFacts = verdicts.filter((verdict) => verdict.layer === 'facts: + region' && verdict.outcome !== 'right');
  if (layer === 'facts: + region')
    return classFact(
      item,
      wrongFacts.filter((verdict) => verdict.outcome !== outcome),
    );
  if (['levels', 'laterality', 'size'].includes(layer)) return `binding: ${layer}`;
  if (layer === 'source' || layer === 'detail' || layer === 'evidence') return `${layer}: read otherwise`;
  if (layer === 'imaging: modality + status') return `study: ${outcome}`;
  if (layer === 'linkages: from -> to') return `linkage: ${outcome}`;
  if (layer === 'note kind') return 'layout: taken for another kind of note';
  const cause = wrongFacts.length > 0 ? 'may follow from the facts that are wrong in this note' : 'the facts are right';
  return `${layer.startsWith('codes') ? 'coding' : 'query'}: ${cause}`;
}

function classFact(item: string, others: readonly Verdict[]): string {
  const [condition, status, region] = item.split('|');
  const same = others.map((other) => other.item.split('|')).filter(([name]) => name === condition);
  if (same.some(([, s]) => s === status)) return 'binding: placed in another region';
  if (same.some(([, , r]) => r === region)) return 'status: read with another one';
  return same.length > 0 ? 'status and place: read otherwise' : 'term: only one side has this condition here';
}
