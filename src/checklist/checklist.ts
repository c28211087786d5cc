/**
 * One analysis -> the documentation checklists that apply to it, each line met with its evidence, not met with the queries
 * that ask for it, or not applicable with the reason. A pure function of the analysis; it decides nothing that is not in it.
 */
import type { Analysis } from '../model.ts';
import { ANNULAR_DEFECT, findDefects } from './annular-defect.ts';
import { type Chart, type ChecklistWords, isLow, type Line, type LineStanding, readChart } from './chart.ts';
import { LOW_BACK_PAIN } from './low-back-pain.ts';
import { findDorsopathies, linesOf } from './other-dorsopathy.ts';

export type { ChecklistWords, LineStanding } from './chart.ts';

export interface ChecklistLine {
  /** Part and line: `low-back-pain/duration`. */
  readonly id: string;
  readonly looksFor: string;
  readonly standing: LineStanding;
  readonly why: string;
  readonly evidence: readonly ChecklistWords[];
  /** Ids of the queries of the analysis that ask for it; only where it is not met. */
  readonly queries: readonly string[];
  /** What to document; only where it is not met. */
  readonly document: string | null;
}

export interface ChecklistPart {
  readonly id: 'low-back-pain' | 'annulus-fibrosus-defect' | 'other-dorsopathy-lumbar' | 'other-dorsopathy-lumbosacral';
  readonly title: string;
  readonly lines: readonly ChecklistLine[];
}

export interface Checklist {
  readonly schema: 'spinenote/checklist@1';
  readonly note: Analysis['note'];
  /** Empty where the note documents nothing that a checklist is about. */
  readonly parts: readonly ChecklistPart[];
}

interface PartDefinition {
  readonly id: ChecklistPart['id'];
  readonly title: string;
  readonly lines: readonly Line[];
  readonly applies: (chart: Chart) => boolean;
}

const PARTS: readonly PartDefinition[] = [
  {
    id: 'low-back-pain',
    title: 'Low back pain',
    lines: LOW_BACK_PAIN,
    // "right L5 radiculopathy" alone is a low back encounter too: its note is read for the same eight lines.
    applies: ({ analysis, present }) => analysis.note.kind !== 'imaging-report' && present.some(isOfTheLowBack),
  },
  {
    id: 'annulus-fibrosus-defect',
    title: 'Annulus fibrosus defect',
    lines: ANNULAR_DEFECT,
    applies: (chart) => findDefects(chart).length > 0,
  },
  {
    id: 'other-dorsopathy-lumbar',
    title: 'Other dorsopathy, lumbar',
    lines: linesOf('lumbar'),
    applies: (chart) => findDorsopathies(chart, 'lumbar').length > 0,
  },
  {
    id: 'other-dorsopathy-lumbosacral',
    title: 'Other dorsopathy, lumbosacral',
    lines: linesOf('lumbosacral'),
    applies: (chart) => findDorsopathies(chart, 'lumbosacral').length > 0,
  },
];

function isOfTheLowBack(fact: Analysis['facts'][number]): boolean {
  return isLow(fact) && fact.condition !== 'neck-pain' && fact.condition !== 'thoracic-back-pain';
}

export function checklist(analysis: Analysis): Checklist {
  const chart = readChart(analysis);
  const parts = PARTS.filter(({ applies }) => applies(chart)).map(({ id, title, lines }) => ({
    id,
    title,
    lines: lines.map((line) => judgeLine(id, line, chart)),
  }));
  return { schema: 'spinenote/checklist@1', note: analysis.note, parts };
}

function judgeLine(part: ChecklistPart['id'], line: Line, chart: Chart): ChecklistLine {
  const { standing, why, evidence, asks } = line.judge(chart);
  const isOpen = standing === 'not-met';
  const queries = chart.analysis.queries.filter(({ kind }) => isOpen && asks.includes(kind)).map(({ id }) => id);
  return {
    id: `${part}/${line.id}`,
    looksFor: line.looksFor,
    standing,
    why,
    evidence,
    queries,
    document: isOpen ? line.document : null,
  };
}
