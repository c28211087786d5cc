/** How a shard stands: done when its receipt tells of this input and version and its output is as long as the receipt says. */
import { statSync } from 'node:fs';
import { type Manifest, outputFile, type Receipt, readReceipt, type Shard } from './manifest.ts';

export type ShardState =
  | { readonly kind: 'done'; readonly receipt: Receipt }
  /** Not run, or not to its end. */
  | { readonly kind: 'open' }
  /** Run from other input or by another version: done again like an open one. */
  | { readonly kind: 'stale' };

export function stateOf(folder: string, manifest: Manifest, shard: Shard): ShardState {
  const receipt = readReceipt(folder, shard);
  if (!receipt) return { kind: 'open' };
  const { version, lexicons } = manifest.tool;
  const isOfPlan =
    receipt.input === shard.sha256 && receipt.tool?.version === version && receipt.tool.lexicons === lexicons;
  if (!isOfPlan) return { kind: 'stale' };
  return sizeOf(outputFile(folder, shard)) === receipt.bytes ? { kind: 'done', receipt } : { kind: 'open' };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return -1;
  }
}
