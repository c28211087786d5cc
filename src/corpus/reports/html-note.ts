/** One note of the page: what is wrong with it, and its text twice, marked by gold and by the program. */
import { escapeMarkup } from '../../formats/markup.ts';
import type { Span } from '../../index.ts';
import { wordOutcome } from '../diff.ts';
import { groupOf } from '../layers.ts';
import { factKey, placesOf, type Verdict } from '../verdict.ts';
import { disagreements, type ReportedNote } from './report.ts';
import { wordSpans } from './tables.ts';

/** Worst first: what a character shows that stands in several entries. */
const TONES = ['missed', 'extra', 'differs', 'optional', 'right'] as const;
type Tone = (typeof TONES)[number];

interface Entry {
  readonly tone: Tone;
  readonly words: string;
  readonly spans: readonly Span[];
}

export function writeNote(note: ReportedNote): string {
  const { gold, kind, reading } = note.comparison;
  const groups = new Set(disagreements(note.comparison).map(({ layer }) => groupOf(layer)));
  const classes = [
    'note',
    ...(groups.size > 0 ? ['any-miss'] : []),
    ...groups,
    ...new Set((note.changes ?? []).map((change) => change.kind.replaceAll(' ', '-'))),
  ];
  return `<article class="${classes.join(' ')}">
<h3>${escapeMarkup(gold.id)} <small>${escapeMarkup(kind)}</small></h3>
${gold.tests ? `<p>${escapeMarkup(gold.tests)}</p>` : ''}
${writeIssues(note)}
<div class="panes">
${writePane('Gold', gold.text, goldEntries(note))}
${reading ? writePane('Found', gold.text, foundEntries(note)) : '<div><h4>Found</h4><p>No analysis of this note.</p></div>'}
</div>
</article>`;
}

function writeIssues({ comparison, changes }: ReportedNote): string {
  const lines = changes
    ? changes.map(
        ({ kind, layer, item, before, now, spans }) =>
          `${kind}: ${layer}: ${item}: ${before} → ${now}${spans.length > 0 ? ` (${wordSpans(spans)})` : ''}`,
      )
    : disagreements(comparison).map(
        (verdict) => `${verdict.layer}: ${verdict.item}: ${wordOutcome(verdict)}${wordPlaces(verdict)}`,
      );
  if (lines.length === 0) return `<p class="fine">${changes ? 'No change.' : 'No disagreement.'}</p>`;
  return `<ul class="issues">${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`;
}

function wordPlaces({ goldSpans, foundSpans }: Verdict): string {
  const places = [
    ...(goldSpans.length > 0 ? [`gold ${wordSpans(goldSpans)}`] : []),
    ...(foundSpans.length > 0 ? [`found ${wordSpans(foundSpans)}`] : []),
  ];
  return places.length > 0 ? ` (${places.join(', ')})` : '';
}

function goldEntries({ comparison: { gold, verdicts } }: ReportedNote): Entry[] {
  const toneOf = toneIn(verdicts);
  return [
    ...gold.facts.map((fact) => ({
      tone: toneOf('facts: + region', factKey(fact)),
      words: wordFact(fact),
      spans: placesOf(fact.evidence),
    })),
    ...(gold.imaging ?? []).map(({ modality, status, evidence }) => ({
      tone: toneOf('imaging: modality + status', `${modality}|${status}`),
      words: `study: ${modality}, ${status}`,
      spans: placesOf(evidence),
    })),
    ...(gold.linkages ?? []).map(({ from, to, status, evidence }) => ({
      tone: toneOf('linkages: from -> to', `${from}->${to}|${status}`),
      words: `linkage: ${from} to ${to}, ${status}`,
      spans: placesOf(evidence),
    })),
    ...wordless(verdicts, ['right', 'missed']),
  ];
}

function foundEntries({ comparison: { reading, verdicts } }: ReportedNote): Entry[] {
  const toneOf = toneIn(verdicts);
  return [
    ...(reading?.facts ?? []).map((fact) => ({
      tone: toneOf('facts: + region', factKey(fact)),
      words: wordFact(fact),
      spans: fact.evidence,
    })),
    ...(reading?.imaging ?? []).map(({ modality, status, evidence }) => ({
      tone: toneOf('imaging: modality + status', `${modality}|${status}`),
      words: `study: ${modality}, ${status}`,
      spans: evidence,
    })),
    ...(reading?.linkages ?? []).map(({ from, to, status, evidence }) => ({
      tone: toneOf('linkages: from -> to', `${from}->${to}|${status}`),
      words: `linkage: ${from} to ${to}, ${status}`,
      spans: evidence,
    })),
    ...wordless(verdicts, ['right', 'extra']),
  ];
}

/** Codes and queries, which stand at no words of the note. */
const wordless = (verdicts: readonly Verdict[], outcomes: readonly Verdict['outcome'][]): Entry[] =>
  verdicts
    .filter(
      ({ layer, outcome }) =>
        ['codes: assigned', 'codes: unconfirmed', 'queries: kind'].includes(layer) && outcomes.includes(outcome),
    )
    .map(({ layer, item, outcome }) => ({
      tone: outcome,
      words: `${layer.replace('queries: kind', 'query')}: ${item}`,
      spans: [],
    }));

/** What was neither asked for nor punished has no verdict. */
function toneIn(verdicts: readonly Verdict[]): (layer: Verdict['layer'], item: string) => Tone {
  const attributes = new Set(verdicts.filter(({ outcome }) => outcome === 'differs').map(({ item }) => item));
  return (layer, item) => {
    const outcome = verdicts.find((verdict) => verdict.layer === layer && verdict.item === item)?.outcome ?? 'optional';
    return outcome === 'right' && attributes.has(item) ? 'differs' : outcome;
  };
}

interface FactWords {
  readonly condition: string;
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly region?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly laterality?: string | undefined;
  readonly size?: string | null | undefined;
  readonly detail?: readonly string[] | undefined;
}
const wordFact = ({
  condition,
  status,
  source,
  region,
  levels = [],
  laterality,
  size,
  detail = [],
}: FactWords): string =>
  [
    condition,
    status,
    source,
    [region, ...levels].filter(Boolean).join(' '),
    laterality === 'unspecified' ? '' : laterality,
    size ? `size ${size}` : '',
    ...detail,
  ]
    .filter(Boolean)
    .join(', ');

function writePane(title: string, text: string, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ tone, words, spans }, index) =>
      `<li class="${tone}" value="${index + 1}">${escapeMarkup(words)} <span class="tone">${tone}</span>${spans.length > 0 ? ` <small>${wordSpans(spans)}</small>` : ''}</li>`,
  );
  return `<div><h4>${title}</h4><div class="text">${markText(text, entries)}</div>
${items.length > 0 ? `<ol>${items.join('')}</ol>` : '<p>Nothing.</p>'}</div>`;
}

/** The text cut wherever an entry starts or ends; each piece under its worst tone, numbered where an entry ends. */
function markText(text: string, entries: readonly Entry[]): string {
  const cuts = [
    ...new Set([0, text.length, ...entries.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))]),
  ];
  cuts.sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, index) => {
      const end = cuts[index + 1]!;
      const here = entries.filter(({ spans }) => spans.some((span) => span.start <= start && end <= span.end));
      const ending = entries.flatMap(({ spans }, at) => (spans.some((span) => span.end === end) ? [at + 1] : []));
      const words = escapeMarkup(text.slice(start, end));
      const tone = TONES.find((candidate) => here.some((entry) => entry.tone === candidate));
      const numbers = tone && ending.length > 0 ? `<sup>${ending.join(' ')}</sup>` : '';
      return tone ? `<mark class="${tone}">${words}${numbers}</mark>` : words;
    })
    .join('');
}
