/** What the service answers about notes and codes, and that it agrees with the library. */
import { afterAll, describe, expect, it } from 'vitest';
import { analysisSchema, createAnalyzer, describeCode } from '../../src/index.ts';
import { ask, NOTE, openService } from './world.ts';

const app = await openService();
afterAll(() => app.close());
const ndjson = { 'content-type': 'application/x-ndjson' };

describe('POST /analyze', () => {
  it('gives the analysis of the library, byte for byte', async () => {
    const analyzer = await createAnalyzer();
    const payload = { id: 'v1', text: NOTE, dateOfService: '2026-11-02', setting: null, meta: { codes: ['M54.5'] } };
    const { status, body, headers } = await ask(app, 'POST', '/analyze', { payload });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(analysisSchema.safeParse(JSON.parse(body)).success).toBe(true);
    const own = analyzer.analyze(NOTE, { id: 'v1', dateOfService: '2026-11-02', meta: { codes: ['M54.5'] } });
    expect(body).toBe(JSON.stringify(own));
  });

  it('takes a blank note', async () => {
    const { status, json } = await ask(app, 'POST', '/analyze', { payload: { text: '' } });
    expect([status, json().facts]).toEqual([200, []]);
  });
});

describe('POST /batch', () => {
  const lines = ['{"id":"a","text":"Low back pain."}', '', '{"id":"b"}', '{oops', '{"id":"c","text":"Neck pain."}'];
  it('answers each line in its place, bad ones included', async () => {
    const { status, headers, body } = await ask(app, 'POST', '/batch', { payload: lines.join('\n'), headers: ndjson });
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    const records = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map((record) => record.note?.id ?? `${record.line} ${record.error.code}`)).toEqual([
      'a',
      '3 bad-field',
      '4 not-json',
      'c',
    ]);
  });

  it('keeps nothing of a line that is too long, and goes on', async () => {
    const small = await openService({ limits: { body: 1000 } });
    const payload = [JSON.stringify({ id: 'long', text: 'x'.repeat(5000) }), '{"id":"b","text":"Neck pain."}'].join(
      '\n',
    );
    const { body } = await ask(small, 'POST', '/batch', { payload, headers: ndjson });
    expect(
      body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).error?.code ?? 'read'),
    ).toEqual(['line-too-long', 'read']);
    await small.close();
  });
});

it('POST /review reviews the encounters of each patient', async () => {
  const encounters = [
    { patient: 'p1', date: '2026-10-05', text: 'ASSESSMENT: Low back pain.', codes: ['M54.50'] },
    { patient: 'p2', date: '2026-10-06', text: 'ASSESSMENT: Neck pain.' },
    { patient: 'p1', date: '2026-11-05', text: 'ASSESSMENT: Low back pain.', codes: ['M54.50'] },
  ];
  const { status, json } = await ask(app, 'POST', '/review', { payload: { encounters } });
  expect(status).toBe(200);
  expect(
    json().reviews.map(({ patient, timeline }: { patient: string; timeline: unknown[] }) => [patient, timeline.length]),
  ).toEqual([
    ['p1', 2],
    ['p2', 1],
  ]);
});

describe('GET', () => {
  it('/codes/:code is the page of the library', async () => {
    const { json } = await ask(app, 'GET', '/codes/m54.5?date=2021-09-30');
    expect(json()).toEqual(JSON.parse(JSON.stringify(describeCode('m54.5', { dateOfService: '2021-09-30' }))));
  });

  it('/codes/:code of no form of a code is refused', async () => {
    expect((await ask(app, 'GET', '/codes/low%20back')).status).toBe(400);
  });

  it('/healthz holds no data', async () => {
    expect((await ask(app, 'GET', '/healthz')).json()).toEqual({ status: 'ok', version: '0.1.0' });
  });

  it('/openapi.json is OpenAPI 3.1 of every address, from the schemas that check', async () => {
    const { json } = await ask(app, 'GET', '/openapi.json');
    const api = json();
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths).sort()).toEqual([
      '/analyze',
      '/batch',
      '/cds-services',
      '/cds-services/{id}',
      '/cds-services/{id}/feedback',
      '/codes/{code}',
      '/healthz',
      '/review',
    ]);
    expect(JSON.stringify(api.paths['/analyze'])).toContain('NoteRequest');
    for (const [, name] of JSON.stringify(api).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(Object.keys(api.components.schemas)).toContain(name);
    expect(api.components.schemas.NoteRequest.required).toEqual(['text']);
  });

  it('a wrong address is answered without repeating the address', async () => {
    const { status, body } = await ask(app, 'GET', '/patient-zebrafinch');
    expect(status).toBe(404);
    expect(body).not.toContain('zebrafinch');
  });
});
