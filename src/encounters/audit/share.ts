/** A share with its interval: no figure of a few encounters is shown without saying how little it can tell. */

export const CAUTIONS = ['none', 'few', 'too-few'] as const;
/** `few`: read the interval, not the share; `too-few`: the count alone is told. */
export type Caution = (typeof CAUTIONS)[number];

export interface Share {
  readonly count: number;
  readonly of: number;
  /** Null where there is nothing to take a share of. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly caution: Caution;
}

export const FEW = 30;
export const TOO_FEW = 10;
const Z = 1.959963984540054;

/**
 * The 95 % score interval of Wilson (1927), which keeps within 0 and 1 and holds for small numbers
 * (Brown, Cai, DasGupta 2001).
 */
export function takeShare(count: number, of: number): Share {
  const caution = of < TOO_FEW ? 'too-few' : of < FEW ? 'few' : 'none';
  if (of === 0) return { count, of, share: null, low: null, high: null, caution };
  const share = count / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const centre = share + (Z * Z) / (2 * of);
  const scale = 1 + (Z * Z) / of;
  const low = count === 0 ? 0 : (centre - spread) / scale;
  const high = count === of ? 1 : (centre + spread) / scale;
  return { count, of, share: round(share), low: round(Math.max(0, low)), high: round(Math.min(1, high)), caution };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** "62 % (58 to 66 %)"; of too few only the count. */
export function wordShare({ count, of, share, low, high, caution }: Share): string {
  if (share === null || low === null || high === null) return 'none';
  if (caution === 'too-few') return `${count} of ${of}, too few to say`;
  const percent = (value: number): string => String(Math.round(value * 100));
  return `${percent(share)} % (${percent(low)} to ${percent(high)} %)${caution === 'few' ? ', few' : ''}`;
}
