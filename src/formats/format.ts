/**
 * What a format is: analyses in, text out, piece by piece, so that a run of many notes needs the memory of one.
 * A format reads the Analysis and quotes from the note; it decides nothing.
 */
import type { Analysis } from '../model.ts';

/** An analysis with what a reader needs to find its places again. */
export interface AnalyzedNote {
  /** What the note is called to the reader: a file name, `<stdin>`. */
  readonly file: string;
  readonly text: string;
  readonly analysis: Analysis;
}

type Paint = (text: string) => string;

/** The colours that formats use; the caller decides whether they paint. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

const unpainted: Paint = (text) => text;
export const plainPalette: Palette = {
  bold: unpainted,
  dim: unpainted,
  red: unpainted,
  green: unpainted,
  yellow: unpainted,
  cyan: unpainted,
};

export interface FormatOptions {
  readonly palette: Palette;
  /** How many notes were asked for: a document format writes one object, or a list of them. */
  readonly asked: 'one' | 'several';
  /** Whether a report shows the codes that each answer would give; hidden when left out. */
  readonly whatIf?: 'shown' | 'hidden';
  /** Whether a report to read shows every query or the first three, which weigh most; the first when left out. */
  readonly queries?: 'first' | 'all';
}

export interface Format {
  /** One phrase for the help text. */
  readonly shows: string;
  readonly write: (notes: Iterable<AnalyzedNote>, options: FormatOptions) => Iterable<string>;
}
