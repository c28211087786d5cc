/** What one service takes, in one place; every refusal names its limit. */
export interface ServiceLimits {
  /** Bytes of one request body, and of one line of a batch. */
  readonly body: number;
  /** Requests at work at the same time; one more is answered 503. */
  readonly concurrency: number;
  /** Milliseconds in which a body must have arrived, and in which the socket of a batch may be silent. */
  readonly requestTimeout: number;
}

export const SERVICE_LIMITS: ServiceLimits = { body: 4_194_304, concurrency: 16, requestTimeout: 120_000 };
