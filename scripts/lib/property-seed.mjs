import { configureGlobal } from 'fast-check';

// One seed, so that what CI says of a change is about the change. `SORTKEY_SEED=random npm test`,
// or a number, looks elsewhere; a failure prints its own seed.
const fixed = 20_261_123;
const wanted = process.env.SORTKEY_SEED ?? fixed;
if (wanted !== 'random') configureGlobal({ seed: Number(wanted) });
