import { describe, expect, it } from 'vitest';
import { readBatchLine } from '../../src/cli/batch-line.ts';

const read = (line: string) => readBatchLine(Buffer.from(line));

describe('a line that is a note', () => {
  it.each<[string, string, object]>([
    ['text alone', '{"text":"pain"}', {}],
    ['a blank note is a note', '{"text":""}', {}],
    ['id as a string', '{"id":"7","text":"pain"}', { id: '7' }],
    ['id as a number comes back as a string', '{"id":7,"text":"pain"}', { id: '7' }],
    ['an empty id is an id', '{"id":"","text":"pain"}', { id: '' }],
    [
      'all fields',
      '{"id":"a","text":"pain","dateOfService":"2024-02-29","setting":"inpatient","noteKind":"office-note"}',
      { id: 'a', dateOfService: '2024-02-29', setting: 'inpatient', noteKind: 'office-note' },
    ],
    [
      'null stands for not given',
      '{"id":null,"text":"pain","dateOfService":null,"setting":null,"noteKind":null,"meta":null}',
      {},
    ],
    [
      'meta, with fields of its own',
      '{"text":"pain","meta":{"patient":"p1","codes":["M54.5"],"ward":7}}',
      { meta: { patient: 'p1', codes: ['M54.5'], ward: 7 } },
    ],
    ['other fields are left out', '{"text":"pain","insurance":"x"}', {}],
  ])('%s', (_name, line, options) => {
    const { text } = JSON.parse(line);
    expect(read(line)).toEqual({ kind: 'note', text, options });
  });
});

describe('a line that is refused', () => {
  it.each<[string, string, string, RegExp, string | null]>([
    ['not JSON', '{"id":"a","text":', 'not-json', /not valid JSON/, null],
    ['two objects', '{"text":"a"}{"text":"b"}', 'not-json', /not valid JSON/, null],
    ['a list', '["pain"]', 'not-an-object', /a list/, null],
    ['a string', '"pain"', 'not-an-object', /a string/, null],
    ['null', 'null', 'not-an-object', /null/, null],
    ['no text', '{"id":"a","note":"pain"}', 'no-text', /"text" is missing/, 'a'],
    ['text null', '{"id":3,"text":null}', 'no-text', /"text" is missing/, '3'],
    ['text of another type', '{"id":"a","text":{"value":"pain"}}', 'bad-field', /"text" is an object/, 'a'],
    ['id of another type', '{"id":["a"],"text":"pain"}', 'bad-field', /"id" is a list/, null],
    ['id with too many digits', '{"id":12345678901234567890,"text":"pain"}', 'bad-field', /string/, null],
    ['date in another order', '{"id":"a","text":"pain","dateOfService":"10/05/2026"}', 'bad-field', /YYYY-MM-DD/, 'a'],
    ['date that is none', '{"id":"a","text":"pain","dateOfService":"2025-02-29"}', 'bad-field', /YYYY-MM-DD/, 'a'],
    ['date with a time', '{"id":"a","text":"pain","dateOfService":"2025-02-01T10:00"}', 'bad-field', /YYYY-MM-DD/, 'a'],
    ['unknown setting', '{"id":"a","text":"pain","setting":"Outpatient"}', 'bad-field', /outpatient, inpatient/, 'a'],
    ['unknown note kind', '{"id":"a","text":"pain","noteKind":"soap"}', 'bad-field', /office-note/, 'a'],
    ['meta that is a list', '{"id":"a","text":"pain","meta":[]}', 'bad-field', /"meta" is a list/, 'a'],
    [
      'meta with a number for a patient',
      '{"id":"a","text":"pain","meta":{"patient":7}}',
      'bad-field',
      /"patient"/,
      'a',
    ],
    ['meta with one code for a list', '{"id":"a","text":"pain","meta":{"codes":"M54.5"}}', 'bad-field', /"codes"/, 'a'],
  ])('%s', (_name, line, code, message, id) => {
    const result = read(line);
    expect(result).toMatchObject({ kind: 'refused', refusal: { id, code } });
    if (result.kind === 'refused') expect(result.refusal.message).toMatch(message);
  });

  it('not UTF-8, with the byte', () => {
    const bytes = Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0x92])]);
    expect(readBatchLine(bytes)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'not-utf8', message: expect.stringContaining('byte 10') },
    });
  });

  it.each([
    'CANARY',
    '{"text":CANARY}',
    '{"text":"CANARY" "x"}',
    '"CANARY"',
    '{"text":["CANARY"]}',
    '{"text":"CANARY","setting":"CANARY"}',
    '{"text":"CANARY","dateOfService":"CANARY"}',
    '{"text":"CANARY","meta":"CANARY"}',
    '{"text":"CANARY","id":{"CANARY":1}}',
    '{"text":"a CANARY in JSON at position 99',
  ])('says nothing of the words in %s', (line) => {
    const message = JSON.stringify(read(line));
    expect(message).toContain('refused');
    expect(message).not.toMatch(/CANARY|99/);
  });
});
