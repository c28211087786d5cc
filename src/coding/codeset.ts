/** Which codes exist in which fiscal year, from lexicons/code-set.yaml. STUB: owned by the code-set work. */

/** One code as it stands in one fiscal year. */
export interface CodeEntry {
  readonly code: string;
  readonly title: string;
  /** Complete and reportable in that year. A code that wants a 7th character is listed complete (`S39.012A`). */
  readonly billable: boolean;
  readonly parent: string | null;
}

/** The code set in force on a date of service. */
export interface CodeYear {
  readonly fiscalYear: number;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  entry(code: string): CodeEntry | undefined;
}

/** The year in force on `dateOfService`; FY2027 where it is null. Outside the known years: the nearest one. */
export function codeYearOn(_dateOfService: string | null): CodeYear {
  throw new Error('stub');
}
