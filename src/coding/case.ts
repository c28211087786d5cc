/** One row of a table of cases: what a note documents, in short form, and the codes and gaps that it must give. */

/**
 * A line of `given` is a fact ("disc-herniation lumbosacral L5-S1 left"), a link ("link low-back-pain ->
 * endplate-change"), a study ("study MRI performed"), an element ("element leg-pain"), or the note ("note
 * imaging-report", "note inpatient", "note on 2021-05-01"). A fact is present, the provider's, and listed in the
 * assessment, unless the line says otherwise ("uncertain", "imaging", "@history"); words in "quotes" are its evidence.
 */
export interface Case {
  readonly says: string;
  readonly given: readonly string[];
  /** Assigned codes in claim order, parted by blanks; empty: none. */
  readonly codes: string;
  readonly unconfirmed?: string;
  readonly excluded?: string;
  /** Kinds of the gaps, in any order; left out: there is none. */
  readonly gaps?: string;
}
