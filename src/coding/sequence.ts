/** Claim order: diagnoses before symptoms, each as the note lists them, and every "Code first" instruction obeyed. */
import type { RuleCitation } from '../model.ts';
import type { Candidate } from './candidates.ts';
import type { Chart } from './chart.ts';
import { isDiagnosisSection } from './listed.ts';

/** The herniation of the region is coded before its annular defect (printed at each of M51.A0-M51.A5). */
const CODE_FIRST: readonly { readonly first: RegExp; readonly later: RegExp; readonly codes: string }[] = [
  { first: /^M51\.[012]6$/, later: /^M51\.A[012]$/, codes: 'lumbar disc herniation (M51.06, M51.16, M51.26)' },
  { first: /^M51\.[12]7$/, later: /^M51\.A[345]$/, codes: 'lumbosacral disc herniation (M51.17, M51.27)' },
];

export function citeCodeFirst(code: string, all: readonly string[], fiscalYear: number): RuleCitation | null {
  const pair = CODE_FIRST.find(({ first, later }) => later.test(code) && all.some((c) => first.test(c)));
  if (!pair) return null;
  return {
    rule: 'code-first',
    cites: `ICD-10-CM Tabular FY${fiscalYear}, ${code} Code first, if applicable, ${pair.codes}`,
  };
}

/** Bare pain. Radiculopathy, sciatica and vertebrogenic pain name more than a symptom. */
const isSymptom = (code: string) => /^M54\.(2|50?|59|6|9)$/.test(code);

/** Where the diagnosis is listed; what stands only elsewhere in the note comes after what is listed. */
function placeOf(candidate: Candidate, chart: Chart): number {
  const ids = new Set(candidate.subjects.flatMap((f) => f.mentions));
  const listed = chart.findings.mentions.filter((m) => ids.has(m.id) && isDiagnosisSection(m.section));
  if (listed.length > 0) return Math.min(...listed.map((m) => m.start));
  const length = chart.findings.note.length;
  return length + Math.min(length, ...candidate.subjects.flatMap((f) => f.evidence.map((e) => e.start)));
}

function obeyCodeFirst(codes: readonly Candidate[]): readonly Candidate[] {
  let order = [...codes];
  for (const { first, later } of CODE_FIRST) {
    const defects = order.filter((c) => later.test(c.code));
    const herniation = order.findLast((c) => first.test(c.code));
    if (!herniation) continue;
    const early = defects.filter((d) => order.indexOf(d) < order.indexOf(herniation));
    order = order.filter((c) => !early.includes(c));
    order.splice(order.indexOf(herniation) + 1, 0, ...early);
  }
  return order;
}

/** Candidates come in the order of the families, which holds where the note gives two codes one place. */
export function sequence(codes: readonly Candidate[], chart: Chart): readonly Candidate[] {
  if (codes.length < 2) return codes;
  const keyed = codes.map((c) => ({
    candidate: c,
    keys: [isSymptom(c.code) ? 1 : 0, placeOf(c, chart)] as const,
  }));
  keyed.sort((a, b) => a.keys[0] - b.keys[0] || a.keys[1] - b.keys[1]);
  return obeyCodeFirst(keyed.map((k) => k.candidate));
}
