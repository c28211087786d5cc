/**
 * What was counted -> what is told: shares with their intervals, in a fixed order. It names encounters by id, codes and
 * kinds of questions only; no word of a note is in it.
 */
import type { ClaimVerdict, QueryKind } from '../../model.ts';
import type { AuditedEncounter } from './audited.ts';
import { type Share, takeShare } from './share.ts';
import {
  type Audit,
  type AuditOptions,
  type Cell,
  type Dimension,
  FURTHER,
  LOW_BACK_PAIN,
  type LowBackPainCode,
  NOT_STATED,
} from './tally.ts';

export interface AuditGroup {
  readonly name: string;
  readonly encounters: number;
  /** Encounters with any M54.5- code: what the shares below are of. */
  readonly lowBackPain: number;
  readonly codes: Readonly<Record<LowBackPainCode, Share>>;
  readonly families: readonly AuditFamily[];
  readonly queriesPerEncounter: number;
}

export interface AuditFamily {
  readonly family: string;
  /** Encounters with an unspecified code among those with a code of the family. */
  readonly unspecified: Share;
}

export interface AuditGap {
  readonly kind: QueryKind;
  readonly encounters: Share;
  readonly asked: number;
  readonly changesCode: number;
}

export interface WorksheetRow {
  readonly number: number;
  readonly id: string | null;
  readonly patient: string | null;
  readonly line: number | null;
  readonly date: string | null;
  readonly provider: string | null;
  readonly site: string | null;
  readonly documented: readonly string[];
  readonly sent: readonly string[] | null;
  readonly queries: readonly QueryKind[];
}

export interface AuditReport {
  readonly schema: 'spinenote/audit@1';
  /** Versions of spinenote that made the analyses. */
  readonly versions: readonly string[];
  readonly options: Required<AuditOptions>;
  readonly encounters: number;
  readonly unread: number;
  readonly undated: number;
  readonly withClaim: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly practice: AuditGroup;
  readonly by: Readonly<Record<Dimension, readonly AuditGroup[]>>;
  readonly gaps: readonly AuditGap[];
  readonly retired: readonly { readonly code: string; readonly written: number; readonly sent: number }[];
  readonly verdicts: readonly { readonly verdict: ClaimVerdict; readonly count: number }[];
  readonly worksheet: readonly WorksheetRow[];
}

/** @param unread records that could not be read or analysed */
export function buildAuditReport(audit: Audit, unread = 0): AuditReport {
  const { counts, options } = audit;
  const { all, by } = counts;
  return {
    schema: 'spinenote/audit@1',
    versions: [...counts.tools].sort(),
    options,
    encounters: all.encounters,
    unread,
    undated: counts.undated,
    withClaim: counts.withClaim,
    from: counts.firstDay,
    to: counts.lastDay,
    practice: groupFrom('practice', all),
    by: { provider: byVolume(by.provider), site: byVolume(by.site), month: byName(by.month) },
    gaps: [...counts.gaps]
      .map(([kind, gap]) => ({ ...gap, kind, encounters: takeShare(gap.encounters, all.encounters) }))
      .sort((a, b) => b.encounters.count - a.encounters.count || compare(a.kind, b.kind)),
    retired: [...counts.retired]
      .map(([code, found]) => ({ code, ...found }))
      .sort((a, b) => b.written + b.sent - (a.written + a.sent) || compare(a.code, b.code)),
    verdicts: [...counts.verdicts]
      .map(([verdict, count]) => ({ verdict, count }))
      .sort((a, b) => b.count - a.count || compare(a.verdict, b.verdict)),
    worksheet: audit.sample().map(writeRow),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupFrom(name: string, cell: Cell): AuditGroup {
  const codes = Object.fromEntries(LOW_BACK_PAIN.map((code) => [code, takeShare(cell.codes[code], cell.lowBackPain)]));
  return {
    name,
    encounters: cell.encounters,
    lowBackPain: cell.lowBackPain,
    codes: codes as Record<LowBackPainCode, Share>,
    families: [...cell.families]
      .map(([family, { of, unspecified }]) => ({ family, unspecified: takeShare(unspecified, of) }))
      .sort((a, b) => b.unspecified.of - a.unspecified.of || compare(a.family, b.family)),
    queriesPerEncounter: cell.encounters === 0 ? 0 : Math.round((cell.queries / cell.encounters) * 100) / 100,
  };
}

/** The largest first; what is no group of its own last. */
const byVolume = (cells: ReadonlyMap<string, Cell>): readonly AuditGroup[] =>
  [...cells]
    .map(([name, cell]) => groupFrom(name, cell))
    .sort((a, b) => rank(a) - rank(b) || b.lowBackPain - a.lowBackPain || compare(a.name, b.name));
const byName = (cells: ReadonlyMap<string, Cell>): readonly AuditGroup[] =>
  [...cells].map(([name, cell]) => groupFrom(name, cell)).sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
const rank = ({ name }: AuditGroup): number => (name === NOT_STATED ? 1 : name === FURTHER ? 2 : 0);

function writeRow(encounter: AuditedEncounter, index: number): WorksheetRow {
  const { id, patient, line, date, provider, site, documented, sent, queries } = encounter;
  return {
    number: index + 1,
    id,
    patient,
    line,
    date,
    provider,
    site,
    documented: documented.map(({ code }) => code),
    sent: sent?.map(({ code }) => code) ?? null,
    queries: [...new Set(queries.map(({ kind }) => kind))],
  };
}
