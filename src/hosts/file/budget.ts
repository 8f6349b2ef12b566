import { LIMITS } from './limits';
import { tooLarge } from './unreadable';

/** What a workbook may use up in all its sheets together: a thousand sheets at their limit would be a bomb too. */
export class Budget {
  private readonly spent = { cells: 0, places: 0, sharedFormulas: 0, merges: 0 };

  spend(what: 'cells' | 'places' | 'sharedFormulas' | 'merges', amount: number): void {
    this.spent[what] += amount;
    if (this.spent[what] > LIMITS[what]) throw tooLarge();
  }
}
