import { SSF } from '@e965/xlsx';
import { LIMITS } from './limits';

/** Shows numbers as the grid does, by their number format. One for each workbook. */
export class NumberTexts {
  private formattedCharacters = 0;

  constructor(private readonly date1904: boolean) {}

  /** The number as text. The work is bounded: past it, or where a format makes no sense, the bare number. */
  text(value: number, format: string): string {
    if (format === 'General' && Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
    this.formattedCharacters += format.length;
    if (this.formattedCharacters > LIMITS.formatWork) return String(value);
    try {
      return SSF.format(format, value, { date1904: this.date1904 });
    } catch {
      return String(value);
    }
  }
}
