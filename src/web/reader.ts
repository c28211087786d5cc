/**
 * The page's side of the analysis: it works in a worker, at once without wink-nlp and refined when wink has loaded in a
 * second one. One note is read at a time and the latest wins, so typing never queues.
 */

import type { Analysis, Checklist, CodePage } from '../index.ts';
import type { Answer, Linguistics, ReadingOptions, Request } from './protocol.ts';
import workerAddress from './worker.ts?worker&url';

export interface Reading {
  readonly text: string;
  readonly options: ReadingOptions;
}

/** One analysis and what is derived from it, of the same words. */
export interface Read {
  readonly analysis: Analysis;
  readonly checklist: Checklist;
}

export interface Reader {
  readonly linguistics: () => Linguistics | 'starting';
  /** Resolves null when a later call has overtaken this one. */
  readonly read: (reading: Reading) => Promise<Read | null>;
  readonly describe: (code: string, dateOfService: string | null) => Promise<CodePage | null>;
}

type Settle = { readonly resolve: (answer: Answer) => void; readonly reject: (reason: Error) => void };

/**
 * A worker under the page's own policy: one started from a blob inherits `connect-src 'none'`, where one started from
 * its address would have the policy of that answer, which a plain static host does not send.
 */
function startWorker(): Worker {
  const worker = new URL(workerAddress, document.baseURI).href;
  const starter = moduleOf(`import ${JSON.stringify(moduleOf(NO_EVAL))}; import ${JSON.stringify(worker)};`);
  return new Worker(trusted(starter), { type: 'module' });
}

const moduleOf = (source: string): string => URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));

/** Before the first schema is built: else zod tries out whether code from strings is allowed, and the policy reports it. */
const NO_EVAL = 'globalThis.__zod_globalConfig = { jitless: true };';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return url;
  policy ??= types.createPolicy('spinenote', {
    createScriptURL: (given) => {
      if (given.startsWith(`blob:${location.origin}/`) || given.startsWith('blob:null/')) return given;
      throw new TypeError('Only the worker of this page may be started.');
    },
  });
  return policy.createScriptURL(url);
}

class Desk {
  readonly #worker = startWorker();
  readonly #open = new Map<number, Settle>();
  readonly #owed = new Set<Promise<Answer>>();
  #tickets = 0;
  readonly ready: Promise<this>;

  constructor(linguistics: Linguistics) {
    this.ready = new Promise((resolve, reject) => {
      this.#worker.addEventListener('error', () =>
        reject(new Error('The analysis could not start in this browser. Reload the page.')),
      );
      this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'ready') return resolve(this);
        // Tickets begin at 1: this one is about the start itself.
        if (data.kind === 'refused' && data.ticket === 0) return reject(new Error(data.message));
        const settle = this.#open.get(data.ticket);
        this.#open.delete(data.ticket);
        if (data.kind === 'refused') settle?.reject(new Error(data.message));
        else settle?.resolve(data);
      });
    });
    this.#worker.postMessage({ kind: 'prepare', linguistics } satisfies Request);
  }

  ask(request: (ticket: number) => Request): Promise<Answer> {
    const ticket = ++this.#tickets;
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#open.set(ticket, { resolve, reject });
      this.#worker.postMessage(request(ticket));
    });
    this.#owed.add(answer);
    const settle = () => this.#owed.delete(answer);
    answer.then(settle, settle);
    return answer;
  }

  /** Ends the worker when the last answer is given. */
  close(): void {
    Promise.allSettled(this.#owed).then(() => this.#worker.terminate());
  }
}

/** @param onRefined called once, when wink has loaded and every reading is to be done again */
export function openReader(onRefined: () => void): Reader {
  let linguistics: Linguistics | 'starting' = 'starting';
  let desk = new Desk('none');
  let current = desk.ready.then((ready) => {
    linguistics = 'none';
    return ready;
  });
  let busy: Promise<unknown> = Promise.resolve();
  let latest = 0;
  let refining: Promise<void> | undefined;

  function refine(): Promise<void> {
    const better = new Desk('wink');
    return better.ready.then(
      () => {
        desk.close();
        desk = better;
        current = Promise.resolve(better);
        linguistics = 'wink';
        onRefined();
      },
      // Without wink the page stays as it is: complete, a little less sure of words such as "left".
      () => better.close(),
    );
  }

  return {
    linguistics: () => linguistics,
    async read({ text, options }) {
      const mine = ++latest;
      const before = busy;
      await before;
      if (mine !== latest) return null;
      const work = current.then((at) => at.ask((ticket) => ({ kind: 'read', ticket, text, options })));
      busy = work.catch(() => null);
      const answer = await work;
      // An empty page needs no language model: it is fetched when there is a note to refine.
      if (!refining) refining = refine();
      return answer.kind === 'read' ? { analysis: answer.analysis, checklist: answer.checklist } : null;
    },
    async describe(code, dateOfService) {
      const answer = await (await current).ask((ticket) => ({ kind: 'describe', ticket, code, dateOfService }));
      return answer.kind === 'described' ? answer.page : null;
    },
  };
}
