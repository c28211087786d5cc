/**
 * The plan of a run in shards: what is read, by which version with which options, and where each shard begins and ends.
 * It holds paths and hashes, never a word of a note, and once written it does not change.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, AnalyzeOptions } from '../../index.ts';
import { explainSystemError, UsageError } from '../failure.ts';

export interface Shard {
  /** 1-based. */
  readonly number: number;
  /** Bytes [start, end) of the input. */
  readonly start: number;
  readonly end: number;
  /** Number of its first line in the input, and how many it has, blank ones included. */
  readonly firstLine: number;
  readonly lines: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly schema: 'spinenote/shards@1';
  readonly tool: Analysis['tool'];
  readonly options: AnalyzeOptions;
  /** Files of the user's lexicons; their content is part of the hash in `tool`. */
  readonly lexicons: readonly string[];
  readonly input: { readonly file: string; readonly bytes: number; readonly sha256: string };
  readonly shards: readonly Shard[];
}

/** What a finished shard tells of itself, beside its output. */
export interface Receipt {
  readonly input: string;
  readonly tool: Analysis['tool'];
  readonly records: number;
  readonly errors: number;
  readonly bytes: number;
  readonly sha256: string;
}

const SCHEMA = 'spinenote/shards@1';

export const manifestFile = (folder: string): string => join(folder, 'manifest.json');
const nameOf = (shard: Shard): string => `shard-${String(shard.number).padStart(6, '0')}`;
export const outputFile = (folder: string, shard: Shard): string => join(folder, `${nameOf(shard)}.jsonl`);
export const receiptFile = (folder: string, shard: Shard): string => join(folder, `${nameOf(shard)}.receipt.json`);

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(manifestFile(folder), 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = isMissing ? 'there is no plan in it. Make one: spinenote shard plan.' : explainSystemError(error);
    throw reason ? new UsageError(`${folder}: ${reason}`) : error;
  }
  const manifest = parse(text) as Manifest | null;
  if (manifest?.schema !== SCHEMA || !Array.isArray(manifest.shards)) {
    throw new UsageError(`${folder}: its manifest.json is no plan of this kind (${SCHEMA}). Plan the run anew.`);
  }
  return manifest;
}

export function readReceipt(folder: string, shard: Shard): Receipt | null {
  try {
    return parse(readFileSync(receiptFile(folder, shard), 'utf8')) as Receipt | null;
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
