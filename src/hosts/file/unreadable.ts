/** A file that cannot be read as a workbook. `message` says in Chinese what is wrong and what to do about it. */
export class UnreadableFile extends Error {
  /** What is wrong with the file, a Chinese sentence. */
  readonly reason: string;
  /** What the person can do, a Chinese sentence. */
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason + remedy);
    this.name = 'UnreadableFile';
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** The bytes contradict each other. */
export function damaged(): UnreadableFile {
  return new UnreadableFile(
    '文件已损坏，内容与校验不符，读出的数据不可信。',
    '请用Excel或WPS打开原文件并另存一份，再重新报送。',
  );
}

/** The file holds more than an honest form could. */
export function tooLarge(): UnreadableFile {
  return new UnreadableFile(
    '文件解开后过大，超出一份考评表应有的大小，不予读取。',
    '请把需要报送的内容复制到新的工作簿，另存后重新报送。',
  );
}
