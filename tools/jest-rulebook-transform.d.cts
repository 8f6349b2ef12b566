export function process(text: string, file: string): { code: string };
export function getCacheKey(text: string, file: string): string;
