import rulebook from '../rulebook/default';
import type { Rules } from '../rulebook/rules';

/** What cells know of the rulebook: no more than scores rest on. The build leaves the rest out (rulesOnly). */
export const rules: Rules = rulebook;
