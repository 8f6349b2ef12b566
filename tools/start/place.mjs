import path from 'node:path';

/** The project's own folder. */
export const ROOT = path.join(import.meta.dirname, '..', '..');

/** A file or folder in it. */
export const at = (...parts) => path.join(ROOT, ...parts);
