/**
 * `npm run check:regexes`: one line for each regular expression of src/ that a text can make slow (status, places, the
 * expression, the attack), and for each that was not decided or could not be read. Exit code 1 when there is one.
 */
import { findAttacks, writeAttack } from './regexes/attacks.ts';
import { findExpressions } from './regexes/expressions.ts';

const { read, unread, stale } = findExpressions();
const attacks = await findAttacks(read);
const rows = [
  ...attacks.map(writeAttack),
  ...unread.map(
    (place) => `unread\t${place}\tbuilt of what is not constant: give samples of it in scripts/regexes/built.ts`,
  ),
  ...stale.map((entry) => `stale\t${entry}\tno such call: remove it from scripts/regexes/built.ts`),
];
if (rows.length > 0) console.log(rows.join('\n'));
const count = (status: string): number => attacks.filter((each) => each.status === status).length;
console.log(
  `${read.length} regular expressions in ${read.flatMap(({ places }) => places).length} places: ` +
    `${count('vulnerable')} vulnerable, ${count('unknown')} not decided, ${unread.length} unread`,
);
process.exitCode = rows.length > 0 ? 1 : 0;
