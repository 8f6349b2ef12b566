/**
 * Characters by which a text of a workbook, or the name of a file, could steer a terminal or be shown as something else:
 * control characters, changes of direction, marks that nobody sees. The end of a line is not among them.
 */
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A text as it may go to a terminal. */
function printable(text: string): string {
  return text.replace(STEERING, ' ');
}

/** The same in one line: what a person wrote in several could pass for lines of ours. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' '));
}

/** Plain data as JSON that says the same and does not steer the terminal. */
export function printableJson(data: unknown): string {
  return JSON.stringify(data, null, 2).replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Says something on standard output. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Says something that is no result, on standard error; nothing for nothing. */
export function say(text: string): void {
  if (text) process.stderr.write(`${printable(text)}\n`);
}
