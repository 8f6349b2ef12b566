/** The name of a copy: beside the original, told apart from it. */
export function copyName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '')}（副本）.xlsx`;
}

/** Hands bytes to the person as a file. */
export function download(bytes: Uint8Array, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has its own hold on the bytes once the download has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
