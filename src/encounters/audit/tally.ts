/**
 * Counts encounters as they come and forgets them: memory grows with the number of providers, sites and months, which
 * has a bound, never with the number of encounters.
 */
import type { Analysis, ClaimVerdict, QueryKind } from '../../model.ts';
import { groupOf, isUnspecified } from '../complaint.ts';
import { type AuditedCode, type AuditedEncounter, identify, readAnalysis } from './audited.ts';
import { Sample } from './sample.ts';

export const AUDIT_BASES = ['documented', 'sent'] as const;
/** Which codes are counted: those that the notes support, or those on the claims. */
export type AuditBasis = (typeof AUDIT_BASES)[number];
export const SAMPLED = ['all', 'low-back-pain'] as const;

export interface AuditOptions {
  readonly basis?: AuditBasis;
  /** Fixes the sample; the same seed over the same encounters gives the same sample. */
  readonly seed?: string;
  /** 10 to 15. */
  readonly sample?: number;
  readonly sampleOf?: (typeof SAMPLED)[number];
}

export const AUDIT_DEFAULTS = {
  basis: 'documented',
  seed: '1',
  sample: 12,
  sampleOf: 'all',
} as const satisfies Required<AuditOptions>;

export const LOW_BACK_PAIN = ['M54.50', 'M54.51', 'M54.59'] as const;
export type LowBackPainCode = (typeof LOW_BACK_PAIN)[number];

/** The counts of one provider, site or month, or of all. */
export interface Cell {
  encounters: number;
  /** Encounters with any M54.5- code. */
  lowBackPain: number;
  readonly codes: Record<LowBackPainCode, number>;
  /** By family: encounters with a code of it, and with an unspecified one. */
  readonly families: Map<string, { of: number; unspecified: number }>;
  queries: number;
}

export const DIMENSIONS = ['provider', 'site', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Counts {
  readonly all: Cell;
  readonly by: Record<Dimension, Map<string, Cell>>;
  /** Questions by kind: encounters that raise it, questions, and those whose answer changes a code. */
  readonly gaps: Map<QueryKind, { encounters: number; asked: number; changesCode: number }>;
  readonly retired: Map<string, { written: number; sent: number }>;
  readonly verdicts: Map<ClaimVerdict, number>;
  withClaim: number;
  firstDay: string | null;
  lastDay: string | null;
  undated: number;
  /** Versions that made the analyses; more than one is said. */
  readonly tools: Set<string>;
}

export interface Audit {
  readonly options: Required<AuditOptions>;
  /** @param line 1-based place in the file */
  add(analysis: Analysis, line?: number | null): void;
  readonly counts: Counts;
  sample(): readonly AuditedEncounter[];
}

export const NOT_STATED = '(not stated)';
/** Beyond so many groups of one kind, a field holds something else than providers or sites. */
export const MOST_GROUPS = 5000;
const MOST_TOOLS = 20;
export const FURTHER = '(further ones)';

const makeCell = (): Cell => ({
  encounters: 0,
  lowBackPain: 0,
  codes: { 'M54.50': 0, 'M54.51': 0, 'M54.59': 0 },
  families: new Map(),
  queries: 0,
});

export function createAudit(given: AuditOptions = {}): Audit {
  const options = { ...AUDIT_DEFAULTS, ...given };
  const counts: Counts = {
    all: makeCell(),
    by: { provider: new Map(), site: new Map(), month: new Map() },
    gaps: new Map(),
    retired: new Map(),
    verdicts: new Map(),
    withClaim: 0,
    firstDay: null,
    lastDay: null,
    undated: 0,
    tools: new Set(),
  };
  const sample = new Sample<AuditedEncounter>(options.seed, options.sample);
  return {
    options,
    counts,
    sample: () => sample.items(),
    add(analysis, line = null) {
      const encounter = readAnalysis(analysis, line);
      if (counts.tools.size < MOST_TOOLS) counts.tools.add(analysis.tool.version);
      countEncounter(counts, encounter, options.basis);
      const isWanted = options.sampleOf === 'all' || hasLowBackPain(encounter);
      if (isWanted) sample.add(identify(encounter), encounter);
    },
  };
}

const isLowBackPain = ({ code }: AuditedCode): boolean => code.startsWith('M54.5');
const hasLowBackPain = ({ documented, sent }: AuditedEncounter): boolean =>
  documented.some(isLowBackPain) || (sent ?? []).some(isLowBackPain);

function countEncounter(counts: Counts, encounter: AuditedEncounter, basis: AuditBasis): void {
  const codes = basis === 'sent' ? (encounter.sent ?? []) : encounter.documented;
  const cells = [
    counts.all,
    cellOf(counts.by.provider, encounter.provider ?? NOT_STATED),
    cellOf(counts.by.site, encounter.site ?? NOT_STATED),
    cellOf(counts.by.month, encounter.date?.slice(0, 7) ?? NOT_STATED),
  ];
  for (const cell of cells) countCodes(cell, codes, encounter.queries.length);
  countDay(counts, encounter.date);
  countGaps(counts, encounter);
  countRetired(counts, encounter);
  if (encounter.sent !== null) {
    counts.withClaim++;
    for (const { verdict } of encounter.sent) raise(counts.verdicts, verdict, 1);
    if (encounter.missing.length > 0) raise(counts.verdicts, 'missing', encounter.missing.length);
  }
}

const raise = <Key>(map: Map<Key, number>, key: Key, by: number): Map<Key, number> =>
  map.set(key, (map.get(key) ?? 0) + by);

function cellOf(cells: Map<string, Cell>, name: string): Cell {
  const key = cells.has(name) || cells.size < MOST_GROUPS ? name : FURTHER;
  const cell = cells.get(key) ?? makeCell();
  cells.set(key, cell);
  return cell;
}

function countCodes(cell: Cell, codes: readonly AuditedCode[], queries: number): void {
  cell.encounters++;
  cell.queries += queries;
  if (codes.some(isLowBackPain)) cell.lowBackPain++;
  for (const code of LOW_BACK_PAIN) if (codes.some((each) => each.code === code)) cell.codes[code]++;
  const families = new Map<string, boolean>();
  for (const { code, title } of codes) {
    const name = groupOf(code)?.name;
    if (name) families.set(name, (families.get(name) ?? false) || isUnspecified(title));
  }
  for (const [name, unspecified] of families) {
    const family = cell.families.get(name) ?? { of: 0, unspecified: 0 };
    family.of++;
    if (unspecified) family.unspecified++;
    cell.families.set(name, family);
  }
}

function countDay(counts: Counts, date: string | null): void {
  if (date === null) counts.undated++;
  else {
    if (counts.firstDay === null || date < counts.firstDay) counts.firstDay = date;
    if (counts.lastDay === null || date > counts.lastDay) counts.lastDay = date;
  }
}

function countGaps({ gaps }: Counts, { queries }: AuditedEncounter): void {
  for (const kind of new Set(queries.map((query) => query.kind))) {
    const gap = gaps.get(kind) ?? { encounters: 0, asked: 0, changesCode: 0 };
    const here = queries.filter((query) => query.kind === kind);
    gap.encounters++;
    gap.asked += here.length;
    gap.changesCode += here.filter(({ changes }) => changes === 'code').length;
    gaps.set(kind, gap);
  }
}

function countRetired({ retired }: Counts, encounter: AuditedEncounter): void {
  const at = (code: string) => retired.get(code) ?? { written: 0, sent: 0 };
  for (const code of encounter.retired) retired.set(code, { ...at(code), written: at(code).written + 1 });
  const sent = new Set((encounter.sent ?? []).filter(({ verdict }) => verdict === 'retired').map(({ code }) => code));
  for (const code of sent) retired.set(code, { ...at(code), sent: at(code).sent + 1 });
}
