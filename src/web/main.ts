/** The page put together: one notebook, one reader, one sheet; every change goes through `showNote` or `readNote`. */
import { drawLegend, drawMenu, drawSettings, drawTabs, drawWelcome, exampleEntries } from './chrome.ts';
import { byId, h } from './element.ts';
import type { ExampleNote } from './examples.ts';
import { explainItems } from './explanation.ts';
import { readNoteFile, saveFile, wireDrop } from './files.ts';
import { forget, keep, readKept, THEMES, type Theme } from './keeping.ts';
import { wireLighting } from './lighting.ts';
import { collectMarks } from './marks.ts';
import { createNoteView } from './note-view.ts';
import { exampleOptions, type Note, openNotebook } from './notebook.ts';
import type { Acts, View } from './panels/panel.ts';
import { wirePrint } from './print.ts';
import { openReader } from './reader.ts';
import { wireReference } from './reference.ts';
import { writeReport } from './report.ts';
import { createResults } from './results.ts';

const notebook = openNotebook();
const results = createResults(byId('summary'), byId('panels'));
const reader = openReader(() => readNote(notebook.current));
const bar = h('p', { class: 'explain' });
const view = createNoteView(byId('sheet'), (text) => {
  const note = notebook.current;
  note.text = text;
  note.source = null;
  scheduleReading();
});
const lighting = wireLighting(view, byId('results'), (items) => {
  bar.replaceChildren(...explainItems(notebook.current.analysis, items));
});
const picker = h('input', {
  class: 'unseen',
  attributes: {
    type: 'file',
    multiple: true,
    accept: '.txt,.text,.md,text/plain',
    tabindex: '-1',
    'aria-hidden': 'true',
  },
});
let coder = false;
let theme: Theme = 'auto';
let isKept = false;
let frame = 0;
let rest: ReturnType<typeof setTimeout> | undefined;

const acts: Acts = {
  copy: (words, what) => void copyWords(words, what),
  setCoder(next) {
    coder = next;
    showResults(notebook.current);
  },
};

/** One reading per frame at most: the latest words win. */
function scheduleReading(): void {
  if (frame !== 0) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    readNote(notebook.current);
  });
}

async function readNote(note: Note): Promise<void> {
  const { text, options } = note;
  if (text.trim() === '') {
    note.analysis = null;
    note.refusal = null;
    if (note === notebook.current) void showRead(note);
    return;
  }
  try {
    const done = await reader.read({ text, options });
    // Overtaken by a later reading, or the words have moved on meanwhile: that reading is on its way.
    if (!done || note.text !== text) return;
    Object.assign(note, done);
    note.refusal = null;
  } catch (error) {
    note.analysis = null;
    note.refusal = error instanceof Error ? error.message : String(error);
  }
  if (note === notebook.current) void showRead(note);
  if (isKept) keep(notebook, theme);
}

/** From here on marks and results take a turn each, so that a letter typed meanwhile is not kept waiting. */
const LONG_NOTE = 20_000;

async function showRead(note: Note): Promise<void> {
  const { analysis } = note;
  view.show(note.text, analysis ? collectMarks(analysis, note.checklist) : []);
  if (note.text.length > LONG_NOTE) {
    await new Promise((resolve) => setTimeout(resolve));
    if (note !== notebook.current || note.analysis !== analysis) return;
  }
  showResults(note);
  lighting.refresh();
  const isRefined = reader.linguistics() === 'wink';
  results.say(note.analysis && !isRefined ? 'Read at once; refining' : '');
  document.body.dataset.read = note.analysis ? (isRefined ? 'wink' : 'plain') : 'nothing';
  tellResults(note);
}

/** For a screen reader, when the words have rested this long (ms): at every letter it would only disturb. */
const REST = 1_500;

function tellResults({ analysis, refusal }: Note): void {
  clearTimeout(rest);
  rest = setTimeout(() => {
    const assigned = analysis?.codes.filter(({ standing }) => standing === 'assigned').length ?? 0;
    const words = analysis ? `Read. Codes: ${assigned}. Questions: ${analysis.queries.length}.` : (refusal ?? '');
    const place = byId('told');
    if (place.textContent !== words) place.textContent = words;
  }, REST);
}

function showResults(note: Note): void {
  if (note.analysis) results.show({ analysis: note.analysis, text: note.text, note, coder, acts } satisfies View);
  else
    results.show(
      null,
      note.refusal ? h('p', { class: 'notice error', attributes: { role: 'alert' } }, note.refusal) : drawWelcome(load),
    );
}

/** Another note comes on the desk, or the same one with other settings. */
function showNote(): void {
  const note = notebook.current;
  drawTabs(byId('tabs'), notebook, { select: selectNote, close: closeNote, open: () => openNote() });
  drawSettings(
    byId('settings'),
    note.options,
    (options) => {
      note.options = options;
      readNote(note);
    },
    [],
  );
  lighting.clear();
  void showRead(note);
  byId('sheet').scrollTop = 0;
  readNote(note);
}

function selectNote(id: number): void {
  notebook.select(id);
  showNote();
}

function closeNote(id: number): void {
  notebook.close(id);
  showNote();
  if (isKept) keep(notebook, theme);
}

function openNote(note?: Parameters<typeof notebook.open>[0]): void {
  notebook.open(note);
  showNote();
  if (!note) view.field.focus();
}

function load(example: ExampleNote): void {
  openNote({ name: example.name, source: example.text, options: exampleOptions(example) });
}

function say(words: string): void {
  byId('said').textContent = words;
  bar.replaceChildren(words);
}

async function copyWords(words: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    say(`Copied: ${what}.`);
  } catch {
    say('The browser did not allow copying. Select the words and copy them with the keyboard.');
  }
}

/** The analysis of the text as it came: a file with Windows line ends keeps its own offsets. */
async function exportJson(): Promise<void> {
  const note = notebook.current;
  if (!note.analysis) return say('There is nothing to export yet.');
  const analysis =
    note.source === null ? note.analysis : (await reader.read({ text: note.source, options: note.options }))?.analysis;
  if (analysis) saveFile('spinenote-analysis.json', 'application/json', `${JSON.stringify(analysis, null, 2)}\n`);
}

function setTheme(next: Theme): void {
  theme = next;
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  if (isKept) keep(notebook, theme);
  drawTools();
}

function setKept(next: boolean): void {
  isKept = next && keep(notebook, theme);
  if (!next) forget();
  say(
    isKept
      ? 'The notes are kept on this device.'
      : next
        ? 'This browser keeps nothing for this page.'
        : 'Nothing is kept.',
  );
  drawTools();
}

function drawTools(): void {
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] as Theme;
  byId('tools').replaceChildren(
    drawMenu('Open', [['A file', () => picker.click(), 'plain text; or drop it on the page'], ...exampleEntries(load)]),
    drawMenu('Export', [
      [
        'Copy all',
        () => acts.copy(writeReport(notebook.current), 'the whole report'),
        'codes, questions, facts as text',
      ],
      ['Export JSON', () => void exportJson(), 'the analysis, with every position'],
      ['Print', () => print(), 'a clean report'],
    ]),
    drawMenu('View', [
      [`Theme: ${theme}`, () => setTheme(nextTheme), `switch to ${nextTheme}`],
      [
        isKept ? 'Forget my notes' : 'Keep my notes',
        () => setKept(!isKept),
        isKept ? 'removes them from this device' : 'on this device, until you say otherwise',
      ],
    ]),
  );
}

const kept = readKept();
if (kept) {
  isKept = true;
  theme = kept.theme;
  for (const { name, text, options } of kept.notes) notebook.open({ name, source: text, options });
}
async function takeFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      const { name, text } = await readNoteFile(file);
      openNote({ name, source: text });
    } catch (error) {
      say((error as Error).message);
    }
  }
}
picker.addEventListener('change', () => {
  void takeFiles([...(picker.files ?? [])]);
  picker.value = '';
});
byId('foot').append(h('div', { class: 'foot-line' }, drawLegend(), picker), bar);
wireDrop((files) => void takeFiles(files));
wirePrint(view.finish);
setTheme(theme);
wireReference(byId<HTMLDialogElement>('reference'), (code) =>
  reader.describe(code, notebook.current.options.dateOfService),
);
showNote();
view.field.focus();
