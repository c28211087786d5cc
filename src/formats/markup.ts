/** Foreign text -> text of a page, of XML or of Markdown: nothing in it can become markup, and nothing in it can hide. */
import { oneLine, showControls } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML and XML 1.0 alike: what XML forbids even when escaped comes out as a visible escape. */
export const escapeMarkup = (words: string): string =>
  showControls(words)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** For a quote or a name inside a line, and for an attribute. */
export const escapeLine = (words: string): string => escapeMarkup(oneLine(words));

/**
 * Foreign text as one line of GitHub-flavoured Markdown: no link, picture, code, table cell, list or tag comes of it.
 * "www.example.org" is a link there without any brackets.
 */
export const escapeMarkdown = (words: string): string =>
  oneLine(words)
    .replace(/[\\`*_{}[\]<>#|~&:@$!]/g, (character) => `\\${character}`)
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
    .replace(/^([+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
