export const DEFAULT_HOST: string;
export function officeJsAddress(choice?: string): string;
export function hostAddress(host?: string): string;
export function escapeMarkup(text: string): string;
export function contentSecurityPolicy(officeJs: string): string;
