/**
 * CDS Hooks 2.0: the services that are offered, and where each finds its note. Nothing is fetched: the note comes inline
 * in the prefetch or the context, or the answer is 412.
 */
import { Refusal } from './failure.ts';
import type { HookRequest } from './requests.ts';

export interface HookService {
  readonly hook: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly prefetch: Readonly<Record<string, string>>;
  readonly usageRequirements?: string;
}

const NOTE_OF_ENCOUNTER = { note: 'DocumentReference?encounter={{context.encounterId}}&_sort=-date&_count=1' };
const INLINE =
  'The DocumentReference must carry the note inline (content.attachment.data, text/plain); nothing is fetched.';

export const HOOK_SERVICES: readonly HookService[] = [
  {
    hook: 'encounter-discharge',
    id: 'spine-discharge',
    title: 'Spine documentation before discharge',
    description: 'Asks for what the note of this encounter leaves open about the spine.',
    prefetch: NOTE_OF_ENCOUNTER,
    usageRequirements: INLINE,
  },
  {
    hook: 'order-sign',
    id: 'spine-order',
    title: 'Spine documentation behind an order',
    description: 'When an order for the spine is signed, asks for what the note leaves open (level, side, duration).',
    prefetch: NOTE_OF_ENCOUNTER,
    usageRequirements: INLINE,
  },
  {
    // No hook of the library is fired when a note is signed; this one is custom, and documented as such.
    hook: 'note-sign',
    id: 'spine-note',
    title: 'Spine documentation before signing',
    description: 'Custom hook: context.document is the DocumentReference that is about to be signed.',
    prefetch: {},
    usageRequirements: `Custom hook with the context userId, patientId, encounterId and document. ${INLINE}`,
  },
];

export interface HookNote {
  readonly text: string;
  readonly dateOfService: string | null;
}

/** Null where the order is not of the spine, so that there is nothing to ask. */
export function readHookNote(service: HookService, request: HookRequest): HookNote | null {
  if (request.hook !== service.hook) {
    throw new Refusal(
      400,
      'wrong-hook',
      `This service answers the hook ${service.hook} only, so nothing was read. Send that one.`,
    );
  }
  if (service.hook === 'order-sign' && !isOfSpine(request.context.draftOrders)) return null;
  const document = service.hook === 'note-sign' ? request.context.document : request.prefetch?.note;
  const found = findDocument(document);
  if (found === null) {
    const where = service.hook === 'note-sign' ? 'context.document' : 'prefetch.note';
    throw new Refusal(412, 'no-note', `There is no readable note in ${where}, so nothing can be asked. ${INLINE}`);
  }
  return found;
}

/** "MRI lumbar spine", "L4-L5 discectomy", "Epidural steroid injection": any word of an order's own wording. */
const OF_SPINE =
  /spin(?:e|al)|lumb|cervic|thorac|sacr|disc|verteb|lamin|foramin|epidural|annul|kypho|\b[CTL]\d{1,2}(?:\b|-)/i;

function isOfSpine(orders: unknown): boolean {
  return wordsOf(orders).some((words) => OF_SPINE.test(words));
}

/** The `text` and `display` of the orders: ids and references say nothing about the body. */
function wordsOf(value: unknown, key = '', depth = 0): string[] {
  if (depth > 12) return [];
  if (typeof value === 'string') return key === 'text' || key === 'display' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => wordsOf(each, Array.isArray(value) ? key : name, depth + 1));
}

interface DocumentLike {
  readonly resourceType?: unknown;
  readonly entry?: unknown;
  readonly content?: unknown;
  readonly context?: { readonly period?: { readonly start?: unknown } };
}

function findDocument(value: unknown): HookNote | null {
  const resource = (typeof value === 'object' && value !== null ? value : {}) as DocumentLike;
  if (resource.resourceType === 'Bundle' && Array.isArray(resource.entry)) {
    const entries = resource.entry as readonly ({ readonly resource?: unknown } | null)[];
    return entries.map((entry) => findDocument(entry?.resource)).find((note) => note !== null) ?? null;
  }
  if (resource.resourceType !== 'DocumentReference' || !Array.isArray(resource.content)) return null;
  const contents = resource.content as readonly ({
    readonly attachment?: { readonly contentType?: unknown; readonly data?: unknown };
  } | null)[];
  const attachment = contents
    .map((content) => content?.attachment)
    .find((each) => typeof each?.data === 'string' && /^text\/plain(?:;|$)/i.test(String(each.contentType)));
  if (!attachment) return null;
  const start = resource.context?.period?.start;
  const day = typeof start === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(start)?.[0] : undefined;
  return { text: Buffer.from(attachment.data as string, 'base64').toString('utf8'), dateOfService: day ?? null };
}
