/** Every answer that is no success: one shape, a fixed sentence for each code, and never a word of what was sent. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { InputError } from '../index.ts';

export const failureSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Failure', description: 'What was wrong, why, and what to do; never a word of the note.' });

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly statusCode: number;
  readonly code: string;
  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const BY_STATUS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['bad-request', 'The body is not valid JSON, so it was not read. Send one JSON object in UTF-8.'],
  408: ['timeout', 'The request took too long to arrive, so it was dropped. Send it again.'],
  413: [
    'too-large',
    'The body is over the limit of the service. Split the notes, or send them to /batch line by line.',
  ],
  415: ['media-type', 'This media type is not taken. Send application/json; to /batch, application/x-ndjson.'],
};

/** What a thrown thing may say aloud: our own sentences, the name of a field, or nothing. */
export function explainError(error: unknown): Failure {
  if (error instanceof Refusal) return { status: error.statusCode, code: error.code, message: error.message };
  if (error instanceof InputError) {
    return { status: error.code === 'too-long' ? 413 : 400, code: error.code, message: error.message };
  }
  if (hasZodFastifySchemaValidationErrors(error)) return wrongField(error.validation[0]?.instancePath ?? '');
  const status = (error as Partial<FastifyError> | null)?.statusCode ?? 500;
  const [code, message] = BY_STATUS[status] ?? [
    'internal',
    'The service failed on this request. Please report it, without the note.',
  ];
  return { status: BY_STATUS[status] ? status : 500, code, message };
}

/** Only our own names of fields are repeated: a misspelt one may be anything. */
const FIELDS = new Set(
  [
    'id text dateOfService setting noteKind meta patient encounter provider site codes encounters date hook hookInstance context prefetch feedback card outcome code',
  ].flatMap((names) => names.split(' ')),
);

function wrongField(path: string): Failure {
  const name = path.split('/').find((part) => FIELDS.has(part));
  const what = name ? `"${name}" is not what is accepted there` : 'A field is missing or unknown';
  return {
    status: 400,
    code: 'bad-field',
    message: `${what}, so nothing was read. /openapi.json says what each field takes.`,
  };
}

export function sendFailure(reply: FastifyReply, { status, code, message }: Failure): FastifyReply {
  if (status === 503) reply.header('Retry-After', '1');
  if (status === 401) reply.header('WWW-Authenticate', 'Bearer');
  return reply.code(status).type('application/json; charset=utf-8').send({ error: { code, message } });
}

export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => sendFailure(reply, explainError(error)));
  app.setNotFoundHandler((_request, reply) =>
    sendFailure(reply, {
      status: 404,
      code: 'not-found',
      message: 'There is nothing at this address. /openapi.json lists what there is.',
    }),
  );
}
