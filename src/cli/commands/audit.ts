/**
 * `spinenote audit`: analyses or notes as JSON Lines in, the figures of a practice out. Each record is counted and
 * forgotten, so memory does not grow with the file.
 */
import { InvalidArgumentError, Option } from 'commander';
import { buildAuditReport } from '../../encounters/audit/report.ts';
import {
  AUDIT_BASES,
  AUDIT_DEFAULTS,
  type Audit,
  type AuditOptions,
  createAudit,
  SAMPLED,
} from '../../encounters/audit/tally.ts';
import { AUDIT_FORMATS, type AuditFormat, describeAuditFormats, writeAudit } from '../../encounters/audit/writers.ts';
import { metaOf, readDay, readJsonObject } from '../../encounters/encounter-line.ts';
import { type Analysis, type Analyzer, InputError, type NoteMeta } from '../../index.ts';
import { complainOf } from '../complaints.ts';
import { watchProgress } from '../progress.ts';
import { openRecords, type RecordLine } from '../record-lines.ts';
import { readLexicon } from '../sources.ts';
import { openTarget } from '../target.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const INTERRUPTED = 130;
const SCHEMA = 'spinenote/analysis@1';

const HELP = `
A line in:  an analysis as spinenote batch writes it (fast: nothing is read again), or a note:
            {"id": "visit-17", "text": "...", "dateOfService": "2026-10-05",
             "meta": {"provider": "dr-7", "site": "north", "codes": ["M54.50"]}}
            The lines of spinenote review ({"patient", "date", "provider", "site", "text", "codes"}) do as well.
Out:        shares of M54.50, M54.51 and M54.59 and of unspecified codes in each family, by provider, site and month,
            with 95 % intervals; the most frequent gaps; retired codes; a random sample for manual review.

The sample is fixed by its seed: the same encounters give the same sample in whatever order they come. The output
holds ids, codes and kinds of questions, and no words of any note.

Examples:
  spinenote batch notes.jsonl | spinenote audit --format html --output audit.html
  spinenote audit analyses.jsonl
  spinenote audit --basis sent --format csv analyses.jsonl > audit.csv
  spinenote audit --seed 2026-Q4 --sample 15 --format worksheet analyses.jsonl > worksheet.csv

Exit code: 0 when every record was counted; 2 for a wrong option or when one could not be read (the rest is counted);
130 when interrupted (nothing is written).`;

interface AuditCliOptions extends Required<Pick<AuditOptions, 'basis' | 'seed' | 'sample' | 'sampleOf'>> {
  readonly format: AuditFormat;
  readonly output?: string;
  readonly lexicon?: readonly string[];
}

export const defineAudit: DefineCommand = (command, context) => {
  command
    .argument('[file]', 'analyses or notes as JSON Lines; - or nothing reads stdin')
    .addOption(new Option('-f, --format <format>', describeAuditFormats()).choices(AUDIT_FORMATS).default('text'))
    .option('-o, --output <file>', 'write here instead of stdout (readable by you only)')
    .addOption(
      new Option('--basis <codes>', 'which codes are counted: documented, or those sent on claims')
        .choices(AUDIT_BASES)
        .default(AUDIT_DEFAULTS.basis),
    )
    .addOption(
      new Option('--sample <n>', 'encounters in the sample, 10 to 15')
        .argParser(readSize)
        .default(AUDIT_DEFAULTS.sample),
    )
    .addOption(
      new Option('--sample-of <which>', 'what the sample is drawn from')
        .choices(SAMPLED)
        .default(AUDIT_DEFAULTS.sampleOf),
    )
    .option('--seed <words>', 'fixes the sample', AUDIT_DEFAULTS.seed)
    .addOption(
      new Option('--lexicon <file>', 'your own lexicon (YAML), for notes; may be repeated').argParser(
        (file: string, files: readonly string[] = []) => [...files, file],
      ),
    )
    .addHelpText('after', HELP)
    .action((file: string | undefined, options: AuditCliOptions) => runAudit(file, options, context));
};

function readSize(value: string): number {
  const size = Number(value);
  if (/^\d+$/.test(value) && size >= 10 && size <= 15) return size;
  throw new InvalidArgumentError('It must be a whole number from 10 to 15.');
}

async function runAudit(file: string | undefined, options: AuditCliOptions, context: CommandContext): Promise<void> {
  const { io } = context;
  const source = openRecords(file, io, 'audit');
  const target = await openTarget(options.output, source.file, context.output);
  const { basis, seed, sample, sampleOf, format, lexicon = [] } = options;
  const audit = createAudit({ basis, seed, sample, sampleOf });
  const interrupt = new AbortController();
  const stopListening = io.onInterrupt(() => interrupt.abort());
  const progress = watchProgress(io.stderr);
  const tell = complainOf(source.name, context);
  // Ready analyses need no analyzer: it is made for the first note.
  let analyzer: Promise<Analyzer> | null = null;
  const makeAnalyzer = () => (analyzer ??= io.createAnalyzer({ lexicons: lexicon.map(readLexicon) }));
  try {
    for await (const line of source.open(interrupt.signal)) {
      const fault = await countLine(line, audit, makeAnalyzer);
      progress.count(fault === null ? 'analysis' : 'error');
      if (fault !== null) tell.add(line.number, fault);
      if (progress.isDue()) await new Promise(setImmediate);
      if (interrupt.signal.aborted) break;
    }
    if (!interrupt.signal.aborted) await target.write(writeAudit(buildAuditReport(audit, progress.errors), format));
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
  } finally {
    stopListening();
    progress.end();
    await target.close();
  }
  tell.end();
  if (interrupt.signal.aborted) context.endWith(INTERRUPTED);
}

/** What is wrong with the line, or null when it is counted. */
async function countLine(
  { number, text, fault }: RecordLine,
  audit: Audit,
  makeAnalyzer: () => Promise<Analyzer>,
): Promise<string | null> {
  if (text === null) return fault ?? 'cannot be read.';
  const record = readJsonObject(text);
  if (typeof record === 'string') return record;
  if (record.schema !== undefined) {
    if (record.schema !== SCHEMA || !isAnalysis(record)) {
      return `not an analysis that can be counted. Its "schema" must be "${SCHEMA}", as spinenote batch writes it.`;
    }
    audit.add(record, number);
    return null;
  }
  if (record.error !== undefined && record.text === undefined) {
    return 'an error record of spinenote batch: the note was not analysed. Mend its line and run batch again.';
  }
  if (typeof record.text !== 'string')
    return 'neither an analysis nor a note. Write an analysis, or an object with "text".';
  try {
    audit.add((await makeAnalyzer()).analyze(record.text, readOptions(record)), number);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** Only the parts that are counted; a whole check of the schema would take longer than the count. */
function isAnalysis(record: unknown): record is Analysis {
  const { note, tool, codes, queries, notices } = record as Partial<Analysis>;
  const lists: readonly unknown[] = [codes, queries, notices];
  return typeof note === 'object' && note !== null && typeof tool?.version === 'string' && lists.every(Array.isArray);
}

function readOptions(record: Readonly<Record<string, unknown>>) {
  const given = metaOf(record);
  const word = (name: string): string | undefined => {
    const value = record[name] ?? given[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const sent = record.codes ?? given.codes;
  const codes = Array.isArray(sent) ? sent.filter((code): code is string => typeof code === 'string') : undefined;
  const id = word('id');
  const meta: NoteMeta = {
    ...pick('patient', word('patient')),
    ...pick('encounter', word('encounter')),
    ...pick('provider', word('provider')),
    ...pick('site', word('site')),
    ...(codes && { codes }),
  };
  return { ...(id !== undefined && { id }), dateOfService: readDay(record.dateOfService ?? record.date), meta };
}

const pick = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });
