/**
 * SpineNote over many machines, on BullMQ: the shards of a plan handed out to workers, at least once each, with exactly one
 * result each. `spinenote shard plan` comes before, `spinenote shard merge` after.
 */
export { enqueueShards } from './enqueue.ts';
export { ClusterError } from './failure.ts';
export type { ClusterOptions, FailedShard } from './queue.ts';
export type { PlanStatus } from './shard-command.ts';
export { readStanding, type Standing } from './standing.ts';
export { type WorkOptions, type WorkReport, workShards } from './work.ts';
