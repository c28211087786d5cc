/** What stops a run over many machines and a person can mend: the message says what, why and what to do, never note text. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}
