/** `--date` for commands that read no note: a day of the calendar, or a usage error before anything runs. */
import { InvalidArgumentError, Option } from 'commander';
import { isCalendarDate } from './calendar-date.ts';

export const dateOption = (says: string): Option =>
  new Option('--date <YYYY-MM-DD>', says).argParser((value: string) => {
    if (isCalendarDate(value)) return value;
    throw new InvalidArgumentError('It must be a day of the calendar written as YYYY-MM-DD.');
  });
