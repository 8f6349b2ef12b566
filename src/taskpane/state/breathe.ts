/** So long may the page stand still, in milliseconds. */
const LONGEST = 40;

/** Lets the page draw, so that progress shows and a click is heard. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** For long work in small steps: call it after each; it lets the page draw when it has stood still for long enough. */
export function breather(): () => Promise<void> | undefined {
  let last = Date.now();
  return () => {
    if (Date.now() - last < LONGEST) return undefined;
    return breathe().then(() => {
      last = Date.now();
    });
  };
}
