export const ACCEPTED: string[];
export const UNNAMED: { [name: string]: string };
