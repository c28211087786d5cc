/** A file of a new year -> what it changes; read in pieces, its kind told by its first characters, never by its name. */
import { createReadStream } from 'node:fs';
import { type CodeSetChanges, compareCodeList } from '../../index.ts';
import { refuseForeignFormats } from '../decode.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { nameFile } from '../sources.ts';
import { looksLikeOrderFile, readOrderLine } from './order-file.ts';
import { readTabularList } from './tabular-list.ts';

interface ListReader {
  write(text: string): void;
  finish(): CodeSetChanges | null;
}

/** No line of an order file is longer; beyond it the file is none. */
const LONGEST_LINE = 4096;

export async function compareFile(file: string): Promise<CodeSetChanges> {
  try {
    const changes = await readPieces(file);
    if (changes) return changes;
    throw new UsageError(
      'it holds no code of our scope (M43 ... M54, M96, G83, S33, S39), so there is nothing to compare. Take the whole list.',
    );
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : explainSystemError(error);
    if (reason === null) throw error;
    throw new UsageError(`${nameFile(file)}: ${reason.replace(/; to analyse words, pipe [^;]*$/, '.')}`);
  }
}

async function readPieces(file: string): Promise<CodeSetChanges | null> {
  const decoder = new TextDecoder('utf-8');
  let reader: ListReader | null = null;
  let pending = '';
  let isFirst = true;
  for await (const chunk of createReadStream(file, { highWaterMark: 65_536 }) as AsyncIterable<Uint8Array>) {
    if (isFirst) refuseOtherFormats(chunk);
    isFirst = false;
    pending += decoder.decode(chunk, { stream: true });
    if (reader === null && !/\S[^\S\r\n\u2028\u2029]*\n/.test(pending) && pending.length < LONGEST_LINE) continue;
    reader ??= chooseReader(pending);
    reader.write(pending);
    pending = '';
  }
  pending += decoder.decode();
  reader ??= chooseReader(pending);
  if (pending !== '') reader.write(pending);
  return reader.finish();
}

function refuseOtherFormats(chunk: Uint8Array): void {
  try {
    refuseForeignFormats(chunk);
  } catch (error) {
    const seen = error instanceof UsageError ? /this looks like ([^,.]+)/.exec(error.message)?.[1] : undefined;
    if (seen === undefined) throw error;
    const advice = /compressed|archive/.test(seen) ? 'Unpack it, and give the file in it' : 'Give it as UTF-8 text';
    throw new UsageError(`this looks like ${seen}. ${advice}: the tabular list (XML) or the order file.`);
  }
}

function chooseReader(head: string): ListReader {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return openXml();
  const [line = ''] = start.split(/\r?\n/, 1);
  if (looksLikeOrderFile(line)) return openOrderFile();
  throw new UsageError(explainForeign(line, start));
}

function explainForeign(line: string, start: string): string {
  const take = 'Take the tabular list (icd10cm-tabular-YYYY.xml) or the order file (icd10cm-order-YYYY.txt).';
  if (start === '') return `it is empty. ${take}`;
  if (/^(Add|Delete|Revise (from|to)|No change)\b.*:?/i.test(line))
    return `this looks like the addenda, which say what changed since another year only. ${take}`;
  if (/^[A-Z]\d[0-9A-Z]{1,5}\s+\S/.test(line))
    return `this looks like the plain list of codes, which does not say what is a heading. ${take}`;
  return `this is neither the tabular list in XML nor the order file of ICD-10-CM. ${take}`;
}

function openXml(): ListReader {
  const comparison = compareCodeList('tabular-list');
  const reader = readTabularList(comparison.add);
  let first = true;
  return {
    write(text) {
      reader.write(first ? text.replace(/^\uFEFF?\s+/, '') : text);
      first = false;
    },
    finish: () => comparison.finish(reader.finish()),
  };
}

function openOrderFile(): ListReader {
  const comparison = compareCodeList('order-file');
  let held = '';
  let number = 0;
  const readLine = (line: string): void => {
    number++;
    if (line.trim() !== '') comparison.add(readOrderLine(line.replace(/^\uFEFF/, ''), number));
  };
  return {
    write(text) {
      const lines = (held + text).split(/\r?\n/);
      held = lines.pop() ?? '';
      lines.forEach(readLine);
    },
    finish() {
      if (held !== '') readLine(held);
      return comparison.finish(null);
    },
  };
}
