/** CDS Hooks 2.0: discovery, cards that a provider may read, feedback, and the notes that each hook finds. */
import { afterAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { writeCards } from '../../src/service/cards.ts';
import { type HeardFeedback, openTally } from '../../src/service/index.ts';
import { cardsSchema } from '../../src/service/requests.ts';
import { ask, documentOf, NOTE, openService } from './world.ts';

const heard: HeardFeedback[] = [];
const app = await openService({ onFeedback: (each) => heard.push(each) });
afterAll(() => app.close());

const order = (text: string) => ({
  resourceType: 'Bundle',
  entry: [{ resource: { resourceType: 'ServiceRequest', code: { text } } }],
});
const call = (id: string, body: object) =>
  ask(app, 'POST', `/cds-services/${id}`, { payload: { hookInstance: 'h1', ...body } });
const discharge = (note: unknown) =>
  call('spine-discharge', {
    hook: 'encounter-discharge',
    context: { userId: 'u', patientId: 'p', encounterId: 'e' },
    prefetch: { note },
  });

it('discovers three services', async () => {
  const { services } = (await ask(app, 'GET', '/cds-services')).json();
  expect(services.map(({ hook, id }: { hook: string; id: string }) => [hook, id])).toEqual([
    ['encounter-discharge', 'spine-discharge'],
    ['order-sign', 'spine-order'],
    ['note-sign', 'spine-note'],
  ]);
});

describe('a hook finds its note', () => {
  const bundle = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: documentOf(NOTE) }] };
  it.each([
    ['discharge, a DocumentReference', () => discharge(documentOf(NOTE))],
    ['discharge, a Bundle of a search', () => discharge(bundle)],
    [
      'an order of the spine',
      () =>
        call('spine-order', {
          hook: 'order-sign',
          context: { draftOrders: order('MRI lumbar spine') },
          prefetch: { note: documentOf(NOTE) },
        }),
    ],
    [
      'the note that is about to be signed',
      () => call('spine-note', { hook: 'note-sign', context: { document: documentOf(NOTE) } }),
    ],
  ])('%s', async (_name, send) => {
    const { status, json } = await send();
    expect(status).toBe(200);
    const { cards } = cardsSchema.parse(json());
    expect(cards.map(({ summary }) => summary).join(' ')).toMatch(/annul/i);
  });

  it('asks nothing when the order is not of the spine', async () => {
    const { json } = await call('spine-order', { hook: 'order-sign', context: { draftOrders: order('Lipid panel') } });
    expect(json()).toEqual({ cards: [] });
  });

  it('asks nothing of a note that leaves nothing open', async () => {
    expect((await discharge(documentOf('Follow-up of hypertension.'))).json()).toEqual({ cards: [] });
  });

  it.each([
    ['no prefetch', undefined],
    [
      'a link that would have to be fetched',
      { resourceType: 'DocumentReference', content: [{ attachment: { url: 'Binary/1' } }] },
    ],
    [
      'a PDF',
      {
        resourceType: 'DocumentReference',
        content: [{ attachment: { contentType: 'application/pdf', data: 'AAAA' } }],
      },
    ],
    ['a null entry', { resourceType: 'Bundle', entry: [null] }],
  ])('412 without a readable note: %s', async (_name, note) => {
    expect((await discharge(note)).status).toBe(412);
  });

  it('another hook than its own is refused', async () => {
    expect((await call('spine-note', { hook: 'patient-view', context: {} })).status).toBe(400);
  });
});

describe('cards', async () => {
  const analyzer = await createAnalyzer();
  const notes = [
    NOTE,
    'MRI: L4-5 annular fissure.\nASSESSMENT: Possible lumbar radiculopathy. Low back pain. Bill as M54.5.',
    'ASSESSMENT: Lumbar stenosis. Sciatica. Disc degeneration L4-L5.\nIMAGING: Left [paracentral](http://x) herniation | L5-S1.',
  ];
  const made = notes.flatMap((text) => {
    const analysis = analyzer.analyze(text);
    return writeCards(text, analysis).map((card, index) => ({ card, query: analysis.queries[index]! }));
  });

  it('keep the limits of CDS Hooks', () => {
    expect(made.length).toBeGreaterThan(4);
    for (const { card } of made) cardsSchema.parse({ cards: [card] });
    expect(made.filter(({ card }) => card.summary.length >= 140)).toEqual([]);
    expect(new Set(made.map(({ card }) => card.uuid)).size).toBe(made.length);
  });

  it('hold nothing that is written for coders', () => {
    for (const { card, query } of made) {
      const said = JSON.stringify(card);
      expect(said).not.toContain(query.why);
      for (const each of query.cites) expect(said).not.toContain(each);
      // a code may stand in a card only where the record itself wrote it
      const ours = query.indicators.reduce((words, { text }) => words.replaceAll(text, ''), card.summary + card.detail);
      expect(ours).not.toMatch(/\b[A-TV-Z]\d\d\.\w/);
    }
  });

  it('show the words of the record as words, not as markup', () => {
    for (const { card } of made) expect(card.detail).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
  });

  it('say where the words stand, and offer the reasons that feedback may give', () => {
    const [card] = writeCards(notes[2]!, analyzer.analyze(notes[2]!, { dateOfService: '2026-11-02' }));
    expect(card!.detail).toMatch(/^- (?:Assessment, 2026-11-02|Imaging)\\?: /m);
    for (const { card: each } of made)
      expect(each.overrideReasons.map(({ code }) => code)).toEqual([
        'already-documented',
        'unable-to-determine',
        'not-clinically-relevant',
        'will-address-later',
      ]);
  });

  it('are the same for the same draft', () => {
    const analysis = analyzer.analyze(NOTE);
    expect(writeCards(NOTE, analysis)).toEqual(writeCards(NOTE, analysis));
  });
});

describe('feedback', () => {
  const card = '0c0c0c0c-0c0c-8c0c-8c0c-0c0c0c0c0c0c';
  const at = '2026-11-02T10:00:00Z';
  const overridden = (overrideReason: object) => ({ card, outcome: 'overridden', overrideReason });
  it.each<[string, object, Partial<HeardFeedback> | null]>([
    ['an accepted card', { card, outcome: 'accepted', outcomeTimestamp: at }, { outcome: 'accepted', at }],
    [
      'a reason that we offered; the comment is dropped',
      overridden({ reason: { code: 'already-documented' }, userComment: 'Mr zebrafinch' }),
      { outcome: 'overridden', reason: 'already-documented' },
    ],
    ['a reason of their own is none', overridden({ reason: { code: 'zebrafinch' } }), { outcome: 'overridden' }],
    ['no reason', overridden({ userComment: 'Mr zebrafinch' }), { outcome: 'overridden' }],
    ['a time that is none', { card, outcome: 'accepted', outcomeTimestamp: 'zebrafinch' }, { outcome: 'accepted' }],
    ['a card that is no id', { card: 'Mr zebrafinch', outcome: 'accepted' }, null],
  ])('%s', async (_name, entry, expected) => {
    heard.length = 0;
    const payload = { feedback: [entry] };
    expect((await ask(app, 'POST', '/cds-services/spine-note/feedback', { payload })).status).toBe(200);
    expect(heard).toEqual(expected ? [{ service: 'spine-note', card, reason: null, at: null, ...expected }] : []);
  });

  it('is counted by outcome and reason', () => {
    const tally = openTally();
    expect(tally.summary()).toBeNull();
    const one = { service: 'spine-note', card, at: null } as const;
    for (const reason of ['will-address-later', null, 'already-documented', 'will-address-later'])
      tally.count({ ...one, outcome: 'overridden', reason });
    tally.count({ ...one, outcome: 'accepted', reason: null });
    expect(tally.summary()).toBe(
      'feedback on cards: 1 accepted, 4 overridden (already-documented 1, will-address-later 2)',
    );
  });

  it.each([
    ['no service of that name', 'spine-none', { feedback: [] }, 404],
    ['no list', 'spine-note', { feedback: 'zebrafinch' }, 400],
    ['no outcome', 'spine-note', { feedback: [{ card, outcome: 'zebrafinch' }] }, 400],
  ])('%s is refused', async (_name, id, payload, status) => {
    const answer = await ask(app, 'POST', `/cds-services/${id}/feedback`, { payload });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('zebrafinch');
  });
});
