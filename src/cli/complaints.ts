/** What is wrong with the lines of a file that is read on all the same: the first faults one by one, the rest as a number. */
import type { CommandContext } from './commands/command.ts';

const MOST_COMPLAINTS = 20;

export interface Complaints {
  readonly add: (line: number, message: string) => void;
  readonly warn: (line: number, message: string) => void;
  readonly end: () => void;
}

/** The first faults by line, then how many more there were; a fault makes the exit code 2, a warning does not. */
export function complainOf(name: string, { complain, endWith }: CommandContext): Complaints {
  let told = 0;
  let faults = 0;
  const say = (line: number, message: string): void => {
    if (told++ < MOST_COMPLAINTS) complain(`${name}:${line}: ${message}`);
  };
  return {
    add: (line, message) => {
      faults++;
      say(line, message);
    },
    warn: say,
    end: () => {
      if (told > MOST_COMPLAINTS) complain(`and ${told - MOST_COMPLAINTS} more lines like these.`);
      if (faults > 0) {
        complain(`${faults} lines could not be read; the rest stands.`);
        endWith(2);
      }
    },
  };
}
