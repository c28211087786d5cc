/** How a run stands: what the files of the plan say, and what the queue says of the shards that are left. */
import { type ClusterOptions, type FailedShard, readFailed, withQueue } from './queue.ts';
import { type PlanStatus, readStatus } from './shard-command.ts';

export interface Standing extends PlanStatus {
  /** Deliveries: a shard whose worker died is active until its lease ends. */
  readonly queue: { readonly waiting: number; readonly active: number; readonly delayed: number };
  readonly failed: readonly FailedShard[];
}

/** @throws ClusterError when there is no plan in the folder, or shards are left and the server cannot be reached */
export async function readStanding({ folder, connection }: ClusterOptions): Promise<Standing> {
  const status = await readStatus(folder);
  if (status.left.length === 0) return { ...status, queue: { waiting: 0, active: 0, delayed: 0 }, failed: [] };
  return withQueue(connection, status, async (queue) => {
    const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed');
    return { ...status, queue: { waiting, active, delayed }, failed: await readFailed(queue) };
  });
}
