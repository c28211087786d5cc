/**
 * The official tabular list (XML), read as a stream -> listed codes, each told when its element ends. A code that
 * wants a 7th character is told as a heading and once for each character that the list allows.
 */
import sax from 'sax';
import type { ListedCode, ListNoteField } from '../../index.ts';
import { UsageError } from '../failure.ts';

const FIELDS: Readonly<Record<string, ListNoteField>> = {
  inclusionTerm: 'inclusionTerms',
  includes: 'includes',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'codeFirst',
  useAdditionalCode: 'useAdditional',
  codeAlso: 'codeAlso',
  notes: 'notes',
};

const ROOT = 'ICD10CM.tabular';

interface OpenEntry {
  readonly kind: 'chapter' | 'block' | 'diag';
  code: string;
  title: string;
  hasChildren: boolean;
  /** 7th character -> what it means. */
  seventh: Map<string, string> | null;
  readonly notes: Partial<Record<ListNoteField, string[]>>;
}

export interface TabularReader {
  write(chunk: string): void;
  /** The fiscal year that the file names. @throws UsageError when the file breaks off. */
  finish(): number | null;
}

export function readTabularList(tell: (entry: ListedCode) => void): TabularReader {
  const parser = sax.parser(true, { position: true });
  /** Elements that are open, outermost first. */
  const path: string[] = [];
  const open: OpenEntry[] = [];
  let text = '';
  let character = '';
  let year: number | null = null;

  parser.onopentag = ({ name, attributes }) => {
    if (path.length === 0 && name !== ROOT) throw refuseRoot(name);
    path.push(name);
    text = '';
    if (name === 'chapter') open.push(startEntry('chapter', ''));
    if (name === 'section') open.push(startEntry('block', String(attributes.id ?? '')));
    if (name === 'diag') {
      const parent = open.at(-1);
      if (parent) parent.hasChildren = true;
      open.push(startEntry('diag', ''));
    }
    if (name === 'extension') character = String(attributes.char ?? '');
  };
  parser.ontext = (part) => {
    text += part;
  };
  parser.oncdata = (part) => {
    text += part;
  };
  parser.onclosetag = (name) => {
    path.pop();
    const entry = open.at(-1);
    const parent = path.at(-1) ?? '';
    const words = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (name === 'version' && parent === ROOT) year = /^20\d\d$/.test(words) ? Number(words) : null;
    if (!entry) return;
    takeWords(entry, { name, parent, words, character });
    if (['chapter', 'section', 'diag'].includes(name)) {
      for (const listed of closeEntry(entry, open)) tell(listed);
      open.pop();
    }
  };
  parser.onerror = (error) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `not a whole XML file: it breaks at line ${parser.line + 1}. It may be cut off or altered; take the tabular list as it was published.`,
    );
  };
  return {
    write: (chunk) => void parser.write(chunk),
    finish() {
      parser.close();
      return year;
    },
  };
}

interface ClosedElement {
  readonly name: string;
  /** The element around it. */
  readonly parent: string;
  readonly words: string;
  /** The 7th character of the extension that is open, or was last. */
  readonly character: string;
}

/** What an element inside an entry says of the entry. */
function takeWords(entry: OpenEntry, { name, parent, words, character }: ClosedElement): void {
  if (name === 'name' && ['chapter', 'diag'].includes(parent)) entry.code = words;
  if (name === 'desc' && ['chapter', 'section', 'diag'].includes(parent)) entry.title = words;
  if (name === 'extension') entry.seventh = new Map(entry.seventh).set(character, words);
  const field = name === 'note' ? FIELDS[parent] : undefined;
  if (field && words !== '') entry.notes[field] = [...(entry.notes[field] ?? []), words];
}

const startEntry = (kind: OpenEntry['kind'], code: string): OpenEntry => ({
  kind,
  code,
  title: '',
  hasChildren: false,
  seventh: null,
  notes: {},
});

function closeEntry(entry: OpenEntry, open: readonly OpenEntry[]): readonly ListedCode[] {
  const { code, title, notes, kind } = entry;
  if (kind !== 'diag')
    return [{ code: kind === 'chapter' ? `Chapter ${code}` : code, title, kind, billable: false, notes }];
  const seventh = [...open].reverse().find((each) => each.seventh !== null)?.seventh ?? null;
  if (entry.hasChildren || seventh === null) {
    const billable = !entry.hasChildren;
    return [{ code, title, kind: code.length === 3 ? 'category' : billable ? 'code' : 'subcategory', billable, notes }];
  }
  // "S33.5" wants its 7th character in the 7th place: "S33.5XXA".
  const stem = (code.includes('.') ? code : `${code}.`).padEnd(7, 'X');
  return [
    { code, title, kind: 'subcategory', billable: false, notes },
    ...[...seventh].map(
      ([char, meaning]): ListedCode => ({
        code: stem + char,
        title: `${title}, ${meaning}`,
        kind: 'code',
        billable: true,
        notes: {},
      }),
    ),
  ];
}

function refuseRoot(name: string): UsageError {
  const isOther = name.startsWith('ICD10CM.');
  const what = isOther
    ? `this is the ${name.slice('ICD10CM.'.length)} of ICD-10-CM, not its tabular list`
    : 'this is XML, but not the tabular list of ICD-10-CM';
  return new UsageError(
    `${what} (its root element is to be <${ROOT}>). Take icd10cm-tabular-YYYY.xml, or the order file.`,
  );
}
