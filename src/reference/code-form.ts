/** What a person types for a code -> its official form: `m51a4`, `M51A4` and ` M51.A4 ` are one code. */

const FORM = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/;

/** Null where the characters have not the form of an ICD-10-CM code. */
export function readCodeForm(typed: string): string | null {
  const bare = typed
    .trim()
    .toUpperCase()
    .replace(/\.?-?$/, '')
    .replace('.', '');
  const code = bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
  return FORM.test(code) ? code : null;
}
