import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareNote } from '../../src/corpus/compare.ts';
import { diffRuns } from '../../src/corpus/diff.ts';
import { REPORT_FORMAT_NAMES, reportFormats } from '../../src/corpus/reports/catalogue.ts';
import { STYLE, STYLE_HASH } from '../../src/corpus/reports/html-style.ts';
import { xml } from '../../src/corpus/reports/junit.ts';
import type { CorpusReport } from '../../src/corpus/reports/report.ts';
import { scoreNotes } from '../../src/corpus/score.ts';
import { gold, reading } from './short-gold.ts';

const TEXT = '<script>alert("x")</script> L4-5 protrusion & <b>stenosis</b>, low back pain.\u202e';
const HERNIATION = 'disc-herniation present lumbar L4-L5 "L4-5 protrusion"';
const STENOSIS = 'spinal-stenosis present lumbar "stenosis"';
const want = gold(TEXT, [HERNIATION, STENOSIS], { id: 'a<b>|c', tests: 'x < y', codes: { required: ['M51.26'] } });
const got = reading(TEXT, [
  'disc-herniation present lumbar L3-L4 "protrusion"',
  'low-back-pain present lumbar "low back pain"',
]);
const comparison = compareNote(want, got);
const problems = [{ file: 'x & y.ann', line: 3, message: 'not "this"' }];
const score: CorpusReport = {
  name: 'corpus <1>',
  score: scoreNotes([comparison]),
  diff: null,
  notes: [{ comparison, changes: null }],
  problems,
  misses: 'listed',
};
const run = diffRuns([want], new Map([['a<b>|c', reading(TEXT, [HERNIATION, STENOSIS])]]), () => got);
const diff: CorpusReport = { ...score, score: run.score, diff: run, notes: run.notes };
const write = (format: keyof typeof reportFormats, report = score) => reportFormats[format].write(report);

describe('every format', () => {
  it.each(REPORT_FORMAT_NAMES)('%s tells note, layer, item and offsets of a miss', (format) => {
    for (const report of [score, diff]) {
      const written = write(format, report);
      expect(written).toContain('facts');
      expect(written).toMatch(/spinal-stenosis(\||&#124;)present(\||&#124;)lumbar/);
      expect(written).toMatch(format === 'json' ? /"start": 49/ : /49-57/);
    }
  });
  it.each(['text', 'markdown', 'json', 'junit'] as const)('%s holds no words of the note', (format) => {
    for (const report of [score, diff]) expect(write(format, report)).not.toContain('alert');
  });
  it('text and markdown count, and list only when asked', () => {
    for (const format of ['text', 'markdown'] as const) {
      expect(write(format, { ...score, misses: 'counted' })).not.toContain('spinal-stenosis|present');
    }
  });
  it('a diff counts its changes', () => {
    expect(write('text', diff)).toMatch(/newly wrong +3\n/);
    expect(JSON.parse(write('json', diff)).counts).toEqual({ 'newly wrong': 3, 'newly right': 0, changed: 1 });
  });
});

describe('the page', () => {
  const page = write('html');
  it('names the hash of its style sheet, and that is the hash', () => {
    expect(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`).toBe(STYLE_HASH);
    expect(page).toContain(
      `content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).toContain(`<style>${STYLE}</style>`);
  });
  it('has no script, no handler, no inline style and loads nothing', () => {
    const body = page.slice(page.indexOf('<body>'));
    expect(body).not.toMatch(/<script|<link|<iframe|<img|\sstyle=|\son\w+=|\ssrc=|\shref=|url\(/i);
  });
  it('escapes what the note, the id and the files bring', () => {
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(page).toContain('a&lt;b&gt;|c');
    expect(page).toContain('x &amp; y.ann:3');
    expect(page).toContain('\\u202e');
    expect(page).not.toContain('\u202e');
  });
  it('marks gold and found apart', () => {
    const [goldPane, foundPane] = page.slice(page.indexOf('class="panes"')).split('<h4>Found</h4>');
    expect(goldPane).toContain('<mark class="missed">stenosis<sup>2</sup></mark>');
    expect(goldPane).toContain('<mark class="differs">L4-5 protrusion<sup>1</sup></mark>');
    expect(foundPane).toContain('<mark class="extra">low back pain<sup>2</sup></mark>');
  });
  it('every filter has its rule, and the note the classes of its misses', () => {
    const ids = [...page.matchAll(/id="(show-[a-z-]+)"/g)].map(([, id]) => id!);
    for (const id of ids.filter((id) => id !== 'show-all')) expect(STYLE).toContain(`#${id}:checked`);
    expect(page).toContain('class="note any-miss facts attributes codes"');
    expect(write('html', diff)).toContain('newly-wrong');
  });
});

describe('JUnit', () => {
  it('fails the note, and names the file that could not be read as an error', () => {
    const written = write('junit');
    expect(written).toContain('<testsuites name="spinenote corpus" tests="2" failures="1" errors="1">');
    expect(written).toContain('name="x &amp; y.ann"');
  });
  it('a note without news passes', () => {
    const same = diffRuns([want], new Map([['a<b>|c', got]]), () => got);
    expect(write('junit', { ...diff, diff: same, notes: same.notes, problems: [] })).toContain('failures="0"');
  });
  it('what XML forbids is replaced', () =>
    expect(xml('a\f<b>\u0000\ud800"')).toBe('a\ufffd&lt;b&gt;\ufffd\ufffd&quot;'));
});

it('markdown: nothing of an id begins markup', () => {
  expect(write('markdown')).toContain('| a&#60;b&#62;&#124;c |');
});
