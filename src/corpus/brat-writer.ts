/**
 * A gold note -> the lines of its .ann file: facts, studies and linkages as entities with attributes, offsets in code
 * points. Codes, queries and optional lists have no place in standoff and are left out.
 */
import { mapOffsets } from './code-points.ts';
import type { GoldNote, GoldQuote } from './gold.ts';
import { attributesOf } from './labelled.ts';

type Attribute = readonly [name: string, value: string];

export function writeBrat(gold: GoldNote): string {
  const lines: string[] = [];
  const counts = { entity: 0, attribute: 0 };
  const { toPoints } = mapOffsets(gold.text);
  const write = (type: string, quotes: readonly GoldQuote[], attributes: readonly Attribute[]): void => {
    for (const { start, end } of quotes) {
      if (start === undefined || end === undefined) continue;
      const pieces = cutAtLines(gold.text, start, end);
      const places = pieces.map((piece) => `${toPoints(piece.start)} ${toPoints(piece.end)}`).join(';');
      const quoted = pieces.map((piece) => gold.text.slice(piece.start, piece.end)).join(' ');
      lines.push(`T${++counts.entity}\t${type} ${places}\t${quoted}`);
      for (const [name, value] of attributes) lines.push(`A${++counts.attribute}\t${name} T${counts.entity} ${value}`);
    }
  };
  for (const fact of gold.facts) write(fact.condition, fact.evidence, attributesOf(fact));
  for (const { modality, region, status, evidence = [] } of gold.imaging ?? []) {
    write('imaging', evidence, [
      ['modality', modality],
      ['status', status],
      ...(region ? [['region', region] as const] : []),
    ]);
  }
  for (const { from, to, status, evidence = [] } of gold.linkages ?? []) {
    write('linkage', evidence, [
      ['from', from],
      ['to', to],
      ['status', status],
    ]);
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

/** A quote over a line end becomes a discontinuous entity, as in brat itself: a tab or line break would break the row. */
function cutAtLines(text: string, start: number, end: number): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(/[^\n\r\t]+/g)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}
