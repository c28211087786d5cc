/**
 * What changes while the page is printed: folds stand open, and the words that stand for a field (the ink, the letters) are
 * there for assistive technology too, so that a tagged PDF can be read aloud whole.
 */

/** On the screen the field beside each of these is what is read. */
const ON_PAPER = '.ink, .letter-print';

/** @param prepare draws what a long note still owes */
export function wirePrint(prepare: () => void): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    prepare();
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details.fold:not([open])')];
    for (const fold of opened) fold.open = true;
    for (const words of document.querySelectorAll(ON_PAPER)) words.removeAttribute('aria-hidden');
  });
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
    for (const words of document.querySelectorAll(ON_PAPER)) words.setAttribute('aria-hidden', 'true');
  });
}
