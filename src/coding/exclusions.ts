/**
 * What may not stand together: Excludes1 pairs, combination codes, symptoms integral to a diagnosis. Each rule says
 * what goes, what stays and why; rules hold in the order written, and only a code still standing can drop another.
 */
import type { RuleCitation } from '../model.ts';
import { type Candidate, sharesFact } from './candidates.ts';
import { type Chart, isLinked, wordsOf } from './chart.ts';
import { isCurrentInjury } from './families/back-strain.ts';
import { isListed } from './listed.ts';
import { explainsPain } from './pain-causes.ts';
import { areApart, areNeighbours } from './regions.ts';

interface Exclusion {
  readonly rule: 'excludes1' | 'combination-code' | 'integral-symptom' | 'more-specific';
  readonly drops: RegExp;
  readonly keeps: RegExp;
  /** Where the pair binds; everywhere when left out. */
  binds?(dropped: Candidate, kept: Candidate, chart: Chart): boolean;
  readonly reason: string;
  readonly cites: string;
}

export interface Dropped {
  readonly candidate: Candidate;
  readonly reason: string;
  readonly citation: RuleCitation;
}

export interface Settled {
  readonly kept: readonly Candidate[];
  readonly dropped: readonly Dropped[];
}

function meetsInRegion(a: Candidate, b: Candidate): boolean {
  return a.subjects.some((f) => b.subjects.some((g) => f.region === g.region && !areApart(f, g)));
}

function isNear(a: Candidate, b: Candidate): boolean {
  const near = (x: string, y: string) => x === 'unspecified' || y === 'unspecified';
  return a.subjects.some((f) => b.subjects.some((g) => near(f.region, g.region) || areNeighbours(f.region, g.region)));
}

function isChronic(candidate: Candidate): boolean {
  return candidate.subjects.some((f) => f.detail.includes('chronic'));
}

const EXCLUSIONS: readonly Exclusion[] = [
  {
    rule: 'excludes1',
    drops: /^M54\.1/,
    keeps: /^M(50\.1|51\.1|47\.2)/,
    binds: sharesFact,
    reason: 'the radiculopathy is part of the combination code',
    cites:
      'ICD-10-CM Tabular, M54.1 Excludes1: radiculopathy with disc disorder (M50.1, M51.1-) or spondylosis (M47.2-)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.[34]/,
    keeps: /^M51\.1/,
    binds: sharesFact,
    reason: 'the sciatica is due to the disc disorder',
    cites: 'ICD-10-CM Tabular, M54.3 and M54.4 Excludes1: due to intervertebral disc disorder (M51.1-)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.[34]/,
    keeps: /^M51\.3[67][12]/,
    reason: 'the sixth character of the disc code carries the leg pain',
    cites: 'ICD-10-CM Tabular, M54.3 Excludes1 (M51.361, M51.371); M54.4 Excludes1 (M51.362, M51.372)',
  },
  {
    rule: 'combination-code',
    drops: /^M54\.5/,
    keeps: /^M54\.4/,
    reason: 'low back pain with sciatica is one code',
    cites: 'ICD-10-CM Tabular, M54.5 Excludes1: lumbago with sciatica (M54.4-)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.5/,
    keeps: /^M51\.2[567]/,
    reason: 'lumbago due to disc displacement is the displacement',
    cites: 'ICD-10-CM Tabular, M54.5 Excludes1: lumbago due to intervertebral disc displacement (M51.2-)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.5/,
    keeps: /^M51\.3[67][02]/,
    reason: 'the sixth character of the disc code carries the back pain',
    cites: 'ICD-10-CM Tabular, M54.5 Excludes1: disc degeneration with discogenic back pain (M51.360, M51.370)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.5/,
    keeps: /^S39\.012/,
    reason: 'the pain is that of the strain',
    cites: 'ICD-10-CM Tabular, M54.5 Excludes1: low back strain (S39.012)',
  },
  {
    // "Lumbar sprain. Low back pain.": the sprain's pain. "Chronic back pain" beside a new strain is another complaint.
    rule: 'excludes1',
    drops: /^M54\.[59]/,
    keeps: /^S(33\.5|39\.012)/,
    binds: (pain) => !isChronic(pain),
    reason: 'the pain is that of the current injury',
    cites: 'ICD-10-CM Tabular, block M50-M54 Excludes1: current injury',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.2/,
    keeps: /^M50\./,
    reason: 'neck pain due to a cervical disc disorder is the disc disorder',
    cites: 'ICD-10-CM Tabular, M54.2 Excludes1: cervicalgia due to intervertebral cervical disc disorder (M50.-)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.6/,
    keeps: /^M51\.[0-3][45]/,
    reason: 'thoracic pain due to a disc disorder is the disc disorder',
    cites: 'ICD-10-CM Tabular, M54.6 Excludes1: pain in thoracic spine due to intervertebral disc disorder (M51.-)',
  },
  {
    rule: 'excludes1',
    drops: /^M43\.0/,
    keeps: /^M43\.1/,
    binds: (lysis, listhesis) => lysis.subjects.some((f) => listhesis.subjects.some((g) => f.region === g.region)),
    reason: 'spondylolisthesis of the same region takes in the pars defect',
    cites: 'ICD-10-CM Tabular, M43.0 Excludes1: spondylolisthesis (M43.1)',
  },
  {
    rule: 'excludes1',
    drops: /^M5[01]\./,
    keeps: /^M46\.4/,
    binds: meetsInRegion,
    reason: 'the disc is infected or inflamed at this place',
    cites: 'ICD-10-CM Tabular, block M50-M54 Excludes1: discitis NOS (M46.4-)',
  },
  {
    rule: 'excludes1',
    drops: /^M54\.[2569]/,
    keeps: /^M46\.4/,
    binds: (pain, discitis) => pain.subjects.every((p) => discitis.subjects.some((d) => explainsPain(d, p))),
    reason: 'the pain is that of the discitis',
    cites: 'ICD-10-CM Tabular, block M50-M54 Excludes1: discitis NOS (M46.4-)',
  },
  {
    rule: 'more-specific',
    drops: /^M54\.9/,
    keeps: /^M54\.[456]/,
    reason: 'the part of the back is named elsewhere in the note',
    cites: 'ICD-10-CM Official Guidelines, Section I.B.2: the highest level of detail documented',
  },
  {
    rule: 'integral-symptom',
    drops: /^M54\.9/,
    keeps: /^M51\.(2[567]|3[67][02])/,
    reason: 'the disc explains the back pain',
    cites:
      'ICD-10-CM Official Guidelines, Sections I.B.4-I.B.5: a symptom integral to a definitive diagnosis is not coded',
  },
  {
    rule: 'more-specific',
    drops: /^M53\.8/,
    keeps: /^M47\./,
    binds: (other, spondylosis) =>
      other.subjects.every(
        (f) =>
          wordsOf(f).includes('facet') &&
          spondylosis.subjects.some((g) => g.region === f.region || f.region === 'unspecified'),
      ),
    reason: 'facet arthropathy of the same region has a code of its own',
    cites: 'ICD-10-CM Tabular, M47: includes degeneration of facet joints',
  },
  {
    rule: 'more-specific',
    drops: /^M53\.9/,
    keeps: /^M(4[3678]|5[01]|53\.[238]|96)/,
    binds: isNear,
    reason: 'a named condition of the place is documented',
    cites: 'ICD-10-CM Official Guidelines, Section I.B.2: the highest level of detail documented',
  },
];

const INTEGRAL: RuleCitation = {
  rule: 'integral-symptom',
  cites:
    'ICD-10-CM Official Guidelines, Sections I.B.4-I.B.5: a symptom integral to a definitive diagnosis is not coded',
};

/** M54.51 is a diagnosis, not a bare symptom: it never yields here. */
const SYMPTOM = /^M54\.(2|50?|59|6|9)$/;

/** Why a pain goes though no Excludes1 note names it: a definite cause, and the provider does not list it beside. */
function explainAway(pain: Candidate, standing: readonly Candidate[], chart: Chart): string | null {
  if (!SYMPTOM.test(pain.code)) return null;
  const fact = pain.subjects[0];
  if (!fact) return null;
  // M51.1- is the disorder that hurts: the pain is never needed beside it.
  const disc = standing.find((c) => /^M51\.1[567]/.test(c.code));
  if (disc && ['low-back-pain', 'back-pain'].includes(fact.condition)) return `${disc.code} explains the pain`;
  if (pain.subjects.some((p) => isListed(p, chart))) return null;
  const injury = chart.facts.find((f) => isCurrentInjury(f) && areNeighbours(f.region, fact.region));
  if (injury && !isChronic(pain)) return 'the pain is that of the current injury';
  const cause = chart.facts.find(
    (f) => explainsPain(f, fact) && !isLinked(chart, fact.condition, f.condition, 'absent'),
  );
  return cause ? `the ${cause.condition.replaceAll('-', ' ')} explains the pain, which is not listed on its own` : null;
}

export function settle(candidates: readonly Candidate[], chart: Chart): Settled {
  let kept = [...candidates];
  const dropped: Dropped[] = [];
  const drop = (candidate: Candidate, reason: string, citation: RuleCitation) => {
    kept = kept.filter((c) => c !== candidate);
    dropped.push({ candidate, reason, citation });
  };
  for (const { rule, drops, keeps, binds, reason, cites } of EXCLUSIONS) {
    // one code by itself excludes nothing
    if (kept.length < 2) break;
    for (const loser of kept.filter((c) => drops.test(c.code))) {
      const winner = kept.find((c) => keeps.test(c.code) && (binds?.(loser, c, chart) ?? true));
      if (winner) drop(loser, `${winner.code} stays: ${reason}`, { rule, cites });
    }
  }
  for (const pain of [...kept]) {
    const reason = explainAway(pain, kept, chart);
    if (reason) drop(pain, reason, INTEGRAL);
  }
  return { kept, dropped };
}
