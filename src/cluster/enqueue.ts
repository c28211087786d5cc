/** Every open shard of a plan into its queue; those that failed before get a new start. Doing it again changes nothing. */
import { addShards, type ClusterOptions, withQueue } from './queue.ts';
import { type PlanStatus, readStatus } from './shard-command.ts';

/** @throws ClusterError when there is no plan in the folder, or the server cannot be reached */
export async function enqueueShards({ folder, connection }: ClusterOptions): Promise<PlanStatus> {
  const status = await readStatus(folder);
  if (status.left.length === 0) return status;
  return withQueue(connection, status, async (queue) => {
    for (const job of await queue.getFailed()) await job.remove();
    await addShards(queue, status, status.left);
    return status;
  });
}
