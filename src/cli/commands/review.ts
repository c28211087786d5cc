/**
 * `spinenote review`: encounters as JSON Lines in, one review per patient out. A patient is held as summaries only, and
 * only until the last of its lines is read; where the input cannot be read twice, until the end.
 */
import { InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import type { EncounterSummary } from '../../encounters/encounter.ts';
import { patientOf, readEncounterRecord, readJsonObject } from '../../encounters/encounter-line.ts';
import { type PatientReview, readEncounter, reviewPatient } from '../../encounters/review.ts';
import { writeReviewText } from '../../encounters/review-text.ts';
import type { Palette } from '../../formats/format.ts';
import { showControlsInJson } from '../../formats/visible.ts';
import { type Analyzer, InputError } from '../../index.ts';
import { type Complaints, complainOf } from '../complaints.ts';
import { wantsColor } from '../io.ts';
import type { Output } from '../output.ts';
import { type Progress, watchProgress } from '../progress.ts';
import { openRecords, type RecordLine, type RecordSource } from '../record-lines.ts';
import { readLexicon } from '../sources.ts';
import { openTarget } from '../target.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const INTERRUPTED = 130;

const HELP = `
A line in:  {"patient": "p1", "date": "2026-10-05", "provider": "dr-7", "text": "...", "codes": ["M54.50"]}
            "patient" and "text" are needed; "codes" are those that were sent; "id" and "site" are echoed.
            Lines of one patient need not stand together, nor in the order of their dates.
Out:        for each patient a timeline of facts and codes, what is wrong with the record (order, repeats, missing
            dates), findings with the words of both notes, and what became of each question.

A file is read twice: first only to count each patient's lines, so that a patient is written and forgotten as soon as
the last line is read. From a pipe, summaries (not notes) of all patients are held until the end.

Examples:
  spinenote review encounters.jsonl
  spinenote review --patient p1 encounters.jsonl
  spinenote review --format jsonl encounters.jsonl | jq -c 'select(.findings != [])'

Exit code: 0 when every line was read; 2 for a wrong option or when a line could not be read (the rest is reviewed);
130 when interrupted.`;

const FORMATS = ['text', 'json', 'jsonl'] as const;
interface ReviewOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly patient?: string;
  readonly lexicon?: readonly string[];
}

export const defineReview: DefineCommand = (command, context) => {
  command
    .argument('[file]', 'encounters as JSON Lines; - or nothing reads stdin')
    .addOption(
      new Option('-f, --format <format>', 'text: to read; json: one list; jsonl: one patient per line')
        .choices(FORMATS)
        .default('text'),
    )
    .option('-o, --output <file>', 'write here instead of stdout (readable by you only)')
    .addOption(new Option('--patient <id>', 'only this patient').argParser(readPatient))
    .addOption(
      new Option('--lexicon <file>', 'your own lexicon (YAML), laid over the built-in ones; may be repeated').argParser(
        (file: string, files: readonly string[] = []) => [...files, file],
      ),
    )
    .addHelpText('after', HELP)
    .action((file: string | undefined, options: ReviewOptions) => runReview(file, options, context));
};

function readPatient(value: string): string {
  if (value.trim() !== '') return value.trim();
  throw new InvalidArgumentError('Name a patient as the lines do.');
}

async function runReview(file: string | undefined, options: ReviewOptions, context: CommandContext): Promise<void> {
  const { io } = context;
  const source = openRecords(file, io, 'review');
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const target = await openTarget(options.output, source.file, context.output);
  const interrupt = new AbortController();
  const stopListening = io.onInterrupt(() => interrupt.abort());
  const progress = watchProgress(io.stderr);
  const paints = options.output === undefined && wantsColor(io.env, io.stdout);
  const writer = writeReviews(target, options.format, pc.createColors(paints));
  try {
    await reviewAll(source, { analyzer, options, progress, signal: interrupt.signal, write: writer.add }, context);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
  } finally {
    stopListening();
    await writer.end();
    progress.end();
    await target.close();
  }
  if (interrupt.signal.aborted) context.endWith(INTERRUPTED);
}

interface Run {
  readonly analyzer: Analyzer;
  readonly options: ReviewOptions;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly write: (review: PatientReview) => Promise<void>;
}

async function reviewAll(source: RecordSource, run: Run, context: CommandContext): Promise<void> {
  const { progress, signal, write } = run;
  const left = source.file === null ? null : await countLines(source, signal);
  const held = new Map<string, EncounterSummary[]>();
  const tell = complainOf(source.name, context);
  for await (const line of source.open(signal)) {
    const patient = await takeLine(line, run, held, tell);
    const remaining = patient === null ? null : (left?.get(patient) ?? Number.POSITIVE_INFINITY) - 1;
    if (patient !== null && remaining !== null) {
      left?.set(patient, remaining);
      if (remaining === 0) await release(patient, held, write);
    }
    // Signals are only heard between turns of the event loop, and a chunk holds many lines.
    if (progress.isDue()) await new Promise(setImmediate);
    if (signal.aborted) break;
  }
  for (const patient of [...held.keys()]) await release(patient, held, write);
  tell.end();
}

async function release(patient: string, held: Map<string, EncounterSummary[]>, write: Run['write']): Promise<void> {
  const summaries = held.get(patient) ?? [];
  held.delete(patient);
  if (summaries.length > 0) await write(reviewPatient(patient, summaries));
}

/** How many lines each patient has; what cannot be read is told in the second reading. */
async function countLines(source: RecordSource, signal: AbortSignal): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { text } of source.open(signal)) {
    const patient = text === null ? null : nameOf(text);
    if (patient !== null) counts.set(patient, (counts.get(patient) ?? 0) + 1);
    if (signal.aborted) break;
  }
  return counts;
}

function nameOf(text: string): string | null {
  const record = readJsonObject(text);
  return typeof record === 'string' ? null : patientOf(record);
}

/** The patient of the line, counted even where its note could not be read. */
async function takeLine(
  { number, text, fault }: RecordLine,
  { analyzer, options, progress }: Run,
  held: Map<string, EncounterSummary[]>,
  tell: Complaints,
): Promise<string | null> {
  const refuse = (message: string, patient: string | null = null): string | null => {
    progress.count('error');
    tell.add(number, message);
    return patient;
  };
  if (text === null) return refuse(fault ?? 'cannot be read.');
  const record = readJsonObject(text);
  if (typeof record === 'string') return refuse(record);
  const patient = patientOf(record);
  if (options.patient !== undefined && patient !== options.patient) return patient;
  const line = readEncounterRecord(record, number);
  if (line.kind === 'refused') return refuse(line.message, patient);
  if (line.warning) tell.warn(number, line.warning);
  try {
    const summary = readEncounter(line.encounter, analyzer);
    const summaries = held.get(line.encounter.patient);
    if (summaries) summaries.push(summary);
    else held.set(line.encounter.patient, [summary]);
    progress.count('analysis');
    return line.encounter.patient;
  } catch (error) {
    if (error instanceof InputError) return refuse(error.message, patient);
    throw error;
  }
}

function writeReviews(target: Output, format: ReviewOptions['format'], palette: Palette) {
  let count = 0;
  const toJson = (review: PatientReview): string => showControlsInJson(JSON.stringify(review));
  const write = {
    text: (review: PatientReview) => `${count > 1 ? '\n' : ''}${writeReviewText(review, palette)}`,
    json: (review: PatientReview) => `${count > 1 ? ',\n' : '[\n'}${toJson(review)}`,
    jsonl: (review: PatientReview) => `${toJson(review)}\n`,
  }[format];
  return {
    add: (review: PatientReview): Promise<void> => {
      count++;
      return target.write(write(review));
    },
    end: async (): Promise<void> => {
      if (format === 'json') await target.write(count === 0 ? '[]\n' : '\n]\n');
    },
  };
}
