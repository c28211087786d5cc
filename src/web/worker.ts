/** The analysis, off the main thread: it keeps one analyzer and no note. */
import { type Analyzer, checklist, createAnalyzer, describeCode, InputError } from '../index.ts';
import type { Answer, Request } from './protocol.ts';

const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  addEventListener(kind: 'message', listener: (event: { data: Request }) => void): void;
};

let analyzer: Promise<Analyzer> | undefined;

scope.addEventListener('message', async ({ data: request }) => {
  if (request.kind === 'prepare') {
    analyzer = createAnalyzer({ linguistics: request.linguistics });
    const { linguistics } = request;
    scope.postMessage(
      await analyzer.then(
        () => ({ kind: 'ready', linguistics }) as const,
        (error: unknown) => refuse(0, error),
      ),
    );
    return;
  }
  scope.postMessage(await answerTo(request).catch((error: unknown) => refuse(request.ticket, error)));
});

async function answerTo(request: Exclude<Request, { kind: 'prepare' }>): Promise<Answer> {
  const { ticket } = request;
  if (request.kind === 'describe') {
    return { kind: 'described', ticket, page: describeCode(request.code, { dateOfService: request.dateOfService }) };
  }
  const { noteKind, ...options } = request.options;
  const ready = await analyzer;
  if (!ready) throw new InputError('bad-option', 'The analysis was asked before it was prepared. Reload the page.');
  const analysis = ready.analyze(request.text, noteKind ? { ...options, noteKind } : options);
  return { kind: 'read', ticket, analysis, checklist: checklist(analysis) };
}

function refuse(ticket: number, error: unknown): Answer {
  const message =
    error instanceof InputError
      ? error.message
      : `The analysis stopped by a fault of its own (${error instanceof Error ? error.name : typeof error}). Please report it, without the note.`;
  return { kind: 'refused', ticket, message };
}
