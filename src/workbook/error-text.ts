const ERROR =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!)$/;

/** Whether a text is what a spreadsheet shows for an error. */
export function isErrorText(text: string): boolean {
  return ERROR.test(text);
}
