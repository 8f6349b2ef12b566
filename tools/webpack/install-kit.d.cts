export function installKit(options?: { host?: string; catalog?: string }): {
  from: string;
  to: string;
  transform(content: Buffer): Buffer;
}[];
