declare const files: string[];
export = files;
