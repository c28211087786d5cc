/** The options that analyze and batch share, each checked before a note is read. */
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AnalyzeOptions, NOTE_KINDS, type NoteKind, SETTINGS, type Setting } from '../index.ts';
import { isCalendarDate } from './calendar-date.ts';

export interface NoteOptions {
  readonly date?: string;
  readonly setting?: Setting;
  readonly noteKind?: NoteKind;
  readonly lexicon?: readonly string[];
}

export function addNoteOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--date <YYYY-MM-DD>', 'date of service; it alone decides the fiscal year of the codes').argParser(
        parseDate,
      ),
    )
    .addOption(new Option('--setting <setting>', 'where the patient was seen').choices(SETTINGS))
    .addOption(
      new Option('--note-kind <kind>', 'overrides the kind that the layout of the note shows').choices(NOTE_KINDS),
    )
    .addOption(
      new Option('--lexicon <file>', 'your own lexicon (YAML), laid over the built-in ones; may be repeated').argParser(
        (file: string, files: readonly string[] = []) => [...files, file],
      ),
    );
}

const MOST_JOBS = 256;

/** `--jobs N` or `--jobs all`. */
export function addJobsOption(command: Command): Command {
  return command.addOption(
    new Option('-j, --jobs <number>', 'workers that share the notes; all takes every core')
      .argParser(parseJobs)
      .default(1),
  );
}

function parseJobs(value: string): number {
  if (value === 'all') return availableParallelism();
  const jobs = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new InvalidArgumentError(`It must be a number from 1 to ${MOST_JOBS}, or all.`);
}

/** "M54.5, M51.26": codes in the order of the claim. */
export function parseCodes(value: string, before: readonly string[] = []): readonly string[] {
  const codes = value.split(/[,;\s]+/).filter(Boolean);
  if (codes.length === 0) throw new InvalidArgumentError('Write the codes with commas between them: M54.50,M51.26.');
  return [...before, ...codes];
}

export function readNoteOptions({ date, setting, noteKind }: NoteOptions): AnalyzeOptions {
  return { ...(date && { dateOfService: date }), ...(setting && { setting }), ...(noteKind && { noteKind }) };
}

function parseDate(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new InvalidArgumentError('It must be a day of the calendar written as YYYY-MM-DD.');
}
