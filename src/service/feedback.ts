/** What became of cards: ids and codes of ours only, never a word that a person typed. */
import { OVERRIDE_REASONS } from './cards.ts';
import type { Feedback } from './requests.ts';

export interface HeardFeedback {
  readonly service: string;
  /** The `uuid` of the card. */
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  /** One of the reasons that we offered, or null. */
  readonly reason: string | null;
  /** When, as the client says (RFC 3339), or null. */
  readonly at: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const REASONS: ReadonlySet<string> = new Set(OVERRIDE_REASONS.map(({ code }) => code));

/** What does not have the form of a card's id may be anything that a person typed: it is left out. */
export function readFeedback(service: string, { feedback }: Feedback): readonly HeardFeedback[] {
  return feedback
    .filter(({ card }) => UUID.test(card))
    .map(({ card, outcome, overrideReason, outcomeTimestamp: at }) => {
      const code = overrideReason?.reason?.code;
      return {
        service,
        card: card.toLowerCase(),
        outcome,
        reason: code !== undefined && REASONS.has(code) ? code : null,
        at: typeof at === 'string' && INSTANT.test(at) ? at : null,
      };
    });
}

export interface FeedbackTally {
  readonly count: (heard: HeardFeedback) => void;
  /** "feedback on cards: 3 accepted, 2 overridden (already-documented 2)"; null while there is none. */
  readonly summary: () => string | null;
}

export function openTally(): FeedbackTally {
  const outcomes = new Map<string, number>();
  const reasons = new Map<string, number>();
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const list = (counts: Map<string, number>) => [...counts].sort().map(([name, count]) => `${name} ${count}`);
  return {
    count({ outcome, reason }) {
      add(outcomes, outcome);
      if (reason !== null) add(reasons, reason);
    },
    summary() {
      const [accepted, overridden] = [outcomes.get('accepted') ?? 0, outcomes.get('overridden') ?? 0];
      if (accepted + overridden === 0) return null;
      const why = reasons.size > 0 ? ` (${list(reasons).join(', ')})` : '';
      return `feedback on cards: ${accepted} accepted, ${overridden} overridden${why}`;
    },
  };
}
