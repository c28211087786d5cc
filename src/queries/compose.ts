/** Issue + wording -> draft query; its words come from the wording and its indicators from the record, nothing else. */
import type { Ground, QueryWording, Wording } from '../lexicons/query-wording.ts';
import type { Fact, Findings, Query, Region } from '../model.ts';
import { type Draft, type DraftOption, isSupported, lintDraft } from './compliance.ts';
import { quoteIndicators } from './indicators.ts';
import { type Issue, isPlacedByName } from './issue.ts';

/** Null when the query would not be compliant: then it is not asked. */
export function composeQuery(issue: Issue, findings: Findings, wording: QueryWording): Query | null {
  const entry = wording.queries.find(({ kind, axis }) => kind === issue.kind && (axis ?? null) === issue.axis);
  if (!entry) return null;
  const quoted = quoteIndicators(issue, entry, findings);
  const slots = { condition: nameConditions(issue, findings, wording), place: namePlace(issue, wording) };
  const options = offerOptions(issue, entry, { findings, wording, slots, grounds: quoted.grounds });
  const draft: Draft = {
    question: fill(entry.question, slots),
    options,
    indicators: quoted.spans,
    grounds: quoted.grounds,
  };
  if (lintDraft(draft, findings.text, wording).length > 0) return null;
  return {
    id: [issue.kind, issue.place, issue.topic].filter(Boolean).join('/'),
    kind: issue.kind,
    changes: issue.coding?.changes ?? issue.changes ?? entry.changes,
    question: draft.question,
    options: options.map(({ text }) => text),
    indicators: draft.indicators,
    facts: quoted.facts,
    why: issue.coding?.why || fill(entry.why, slots),
    cites: [...new Set([...(issue.coding?.cites ?? []), ...entry.cites])],
  };
}

type Slots = Readonly<Record<string, string>>;

function offerOptions(
  issue: Issue,
  entry: Wording,
  {
    findings,
    wording,
    slots,
    grounds,
  }: { findings: Findings; wording: QueryWording; slots: Slots; grounds: ReadonlySet<Ground> },
): readonly DraftOption[] {
  const documented = new Set<Ground>(
    findings.elements.filter(({ status }) => status === 'present').map(({ kind }) => kind),
  );
  if (findings.imaging.some(({ status }) => status === 'performed' || status === 'historical'))
    documented.add('imaging');
  const regions = new Set(issue.facts.map(({ region }) => region));
  const values = issue.values.length > 0 ? issue.values : listConditions(issue, findings, wording);
  const offered = entry.options.flatMap((option): DraftOption[] => {
    const { text, needs = [], unless = [], regions: only } = typeof option === 'string' ? { text: option } : option;
    if (unless.some((ground) => documented.has(ground)) || (only && !only.some((region) => regions.has(region))))
      return [];
    if (!text.includes('{value}')) return [{ text: fill(text, slots), needs }];
    return values.map((value) => ({
      text: fill(text, { ...slots, value: value.text }),
      needs: value.needs.length > 0 ? value.needs : needs,
    }));
  });
  const closing = [wording.closing.other, wording.closing.undetermined].map((text) => ({ text, needs: [] }));
  // What is not credible on this record is left out, the rest is asked.
  const credible = offered.filter((option) => isSupported(option, grounds, wording));
  const distinct = credible.filter(({ text }, index) => credible.findIndex((option) => option.text === text) === index);
  return [...distinct, ...closing];
}

/** The findings or diagnoses of the issue as an option names them: "Disc herniation at L4-L5". */
function listConditions({ kind, axis, facts }: Issue, { mentions }: Findings, wording: QueryWording) {
  // What is asked is what stands behind the symptom, not the symptom.
  const [symptom] = facts;
  const named = axis === 'status' ? facts.slice(0, 1) : facts;
  return named
    .filter((fact) => kind !== 'symptom-only-assessment' || fact !== symptom)
    .map((fact) => ({
      text: capitalise(squeeze(`${nameOf(fact, mentions, wording)} ${placeOf([fact], wording)}`)),
      needs: [fact.condition],
    }));
}

function nameConditions({ kind, facts }: Issue, { mentions }: Findings, wording: QueryWording): string {
  const about =
    kind === 'symptom-only-assessment'
      ? facts.slice(0, 1)
      : kind === 'imaging-linkage'
        ? facts.filter(({ condition }) => condition !== 'endplate-change')
        : facts;
  return listed([...new Set(about.map((fact) => nameOf(fact, mentions, wording)))]) || 'condition';
}

/** A dorsopathy without a name of its own in our lists goes by the author's word. */
function nameOf(fact: Fact, mentions: Findings['mentions'], wording: QueryWording): string {
  const own =
    fact.condition === 'other-dorsopathy' ? mentions.find(({ id }) => id === fact.mentions[0])?.text : undefined;
  return own && /^[\w' -]{4,60}$/.test(own) ? own.replace(/\s+/g, ' ') : wording.conditions[fact.condition];
}

function namePlace(issue: Issue, wording: QueryWording): string {
  if (issue.kind === 'imaging-only-finding') return wording.places[issue.place as Region] ?? '';
  return placeOf(issue.facts.slice(0, 1), wording);
}

function placeOf(facts: readonly Fact[], { places, sides }: QueryWording): string {
  const [fact] = facts;
  if (!fact) return '';
  const region = isPlacedByName(fact) ? '' : places[fact.region];
  const where = fact.levels.length > 0 ? `at ${listed(fact.levels)}` : region;
  return fact.condition === 'sciatica' && fact.laterality !== 'unspecified'
    ? `${where}, ${sides[fact.laterality].toLowerCase()}`
    : where;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const fill = (template: string, slots: Slots): string =>
  capitalise(squeeze(template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)));

const squeeze = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:?])/g, '$1')
    .trim();

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
