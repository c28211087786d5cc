/** An analysis -> what the audit counts of it: ids, codes and kinds of questions, and no word of the note. */
import type { Analysis, ClaimVerdict, QueryKind } from '../../model.ts';

export interface AuditedCode {
  readonly code: string;
  readonly title: string;
}

export interface AuditedEncounter {
  readonly id: string | null;
  readonly patient: string | null;
  readonly line: number | null;
  readonly date: string | null;
  readonly provider: string | null;
  readonly site: string | null;
  readonly documented: readonly AuditedCode[];
  /** Null where the claim is not known. */
  readonly sent: readonly (AuditedCode & { readonly verdict: ClaimVerdict })[] | null;
  /** Codes that the documentation supports and the claim lacks. */
  readonly missing: readonly string[];
  readonly queries: readonly { readonly kind: QueryKind; readonly changes: 'code' | 'documentation' }[];
  /** Retired codes that the note itself lists, each once. */
  readonly retired: readonly string[];
}

/** A code and nothing else may leave a notice: its text is a quote of the note. */
const CODE = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/;

export function readAnalysis(analysis: Analysis, line: number | null): AuditedEncounter {
  const { note, codes, queries, notices, claim } = analysis;
  const { patient = null, encounter = null, provider = null, site = null } = note.meta ?? {};
  const written = notices
    .filter(({ rule }) => rule === 'retired-code')
    .map(({ text = '' }) => text.toUpperCase().replace(/(?<![-.])[-.]+$/, ''));
  return {
    id: note.id ?? encounter,
    patient,
    line,
    date: note.dateOfService,
    provider: provider === '' ? null : provider,
    site: site === '' ? null : site,
    documented: codes.filter(({ standing }) => standing === 'assigned').map(({ code, title }) => ({ code, title })),
    sent:
      claim?.codes
        .filter(({ sent }) => sent !== null)
        .map(({ code, title, verdict }) => ({
          code: CODE.test(code) ? code : '(no code)',
          title: title ?? '',
          verdict,
        })) ?? null,
    missing: claim?.codes.filter(({ sent }) => sent === null).map(({ code }) => code) ?? [],
    queries: queries.map(({ kind, changes }) => ({ kind, changes })),
    retired: [...new Set(written.filter((code) => CODE.test(code)))],
  };
}

/** Names the encounter wherever it stands in the file; its line only where nothing else names it. */
export function identify({ id, patient, date, line }: AuditedEncounter): string {
  const named = [patient, id, date].filter((part) => part !== null);
  return id !== null || (patient !== null && date !== null) ? named.join('\n') : `line ${line ?? 0}`;
}
