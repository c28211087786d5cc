/**
 * Every command by the name that a user types, in the order of the help text; being in this table is being offered. A command
 * is imported when it is named: what one of them needs (the lexicons, a server) is not loaded for another.
 */
import type { DefineCommand } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  /** What follows the name in the help of the program: options and arguments, as the command itself takes them. */
  readonly takes: string;
  readonly does: string;
  readonly load: () => Promise<DefineCommand>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'analyze',
    takes: '[options] [file...]',
    does: 'Read spine notes and tell what is documented, which codes the words support, and what to ask.',
    load: async () => (await import('./analyze.ts')).defineAnalyze,
  },
  {
    name: 'explain',
    takes: '[options] [file]',
    does: 'Show the facts, words, rule and citation behind a code, or what the note lacks for it.',
    load: async () => (await import('./explain.ts')).defineExplain,
  },
  {
    name: 'checklist',
    takes: '[options] [file]',
    does: 'Hold a note to the documentation checklists: met with evidence, not met with its query, not applicable.',
    load: async () => (await import('./checklist.ts')).defineChecklist,
  },
  {
    name: 'compare',
    takes: '[options] <before> <after>',
    does: 'Show what an addendum changed: facts, codes, and which queries are new, open or resolved.',
    load: async () => (await import('./compare.ts')).defineCompare,
  },
  {
    name: 'batch',
    takes: '[options] [file]',
    does: 'Analyse many notes: JSON Lines in, JSON Lines out, same order, constant memory.',
    load: async () => (await import('./batch.ts')).defineBatch,
  },
  {
    name: 'shard',
    takes: '',
    does: 'Cut a batch into files that many machines can share.',
    load: async () => (await import('./shard.ts')).defineShard,
  },
  {
    name: 'cluster',
    takes: '',
    does: 'Share the shards of a plan between machines (Redis).',
    load: async () => (await import('./cluster.ts')).defineCluster,
  },
  {
    name: 'corpus',
    takes: '',
    does: 'Score annotated notes, and compare with an earlier run.',
    load: async () => (await import('./corpus.ts')).defineCorpus,
  },
  {
    name: 'code',
    takes: '[options] <code...>',
    does: 'Tell about an ICD-10-CM code of the spine: status on a date, notes, siblings, tips, questions and answers.',
    load: async () => (await import('./code.ts')).defineCode,
  },
  {
    name: 'tips',
    takes: '[options] [family]',
    does: 'What to document, with example sentences and the code that each one gives.',
    load: async () => (await import('./tips.ts')).defineTips,
  },
  {
    name: 'lint-query',
    takes: '[options] [file]',
    does: 'Check your own provider queries against the rules that ours pass (AHIMA/ACDIS practice).',
    load: async () => (await import('./lint-query.ts')).defineLintQuery,
  },
  {
    name: 'codes',
    takes: '',
    does: 'Work on the code set itself.',
    load: async () => (await import('./codes.ts')).defineCodes,
  },
  {
    name: 'page',
    takes: '[options]',
    does: 'Serve the paste page on this machine and print its address; Ctrl-C ends it.',
    load: async () => (await import('./page.ts')).definePage,
  },
  {
    name: 'serve',
    takes: '[options]',
    does: 'Serve analyses over HTTP (JSON, JSON Lines, CDS Hooks) on this machine; Ctrl-C ends it.',
    load: async () => (await import('./serve.ts')).defineServe,
  },
  {
    name: 'mcp',
    takes: '[options]',
    does: 'Serve an agent over stdin and stdout (Model Context Protocol).',
    load: async () => (await import('./mcp.ts')).defineMcp,
  },
  {
    name: 'review',
    takes: '[options] [file]',
    does: 'Review encounters over time: what was carried, changed, contradicted or left open.',
    load: async () => (await import('./review.ts')).defineReview,
  },
  {
    name: 'audit',
    takes: '[options] [file]',
    does: 'The figures of a practice: how it codes, what its notes leave open, and a sample to review.',
    load: async () => (await import('./audit.ts')).defineAudit,
  },
];
