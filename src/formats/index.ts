/** `spinenote/formats`: analyses as text, for a program that writes reports itself; nothing here touches Node. */
export { FORMAT_NAMES, type FormatName, formats } from './catalogue.ts';
export { AUDIENCE_SYSTEM, EVIDENCE_EXTENSION, VERSIONS_EXTENSION } from './fhir-frame.ts';
export { type AnalyzedNote, type Format, type FormatOptions, type Palette, plainPalette } from './format.ts';
