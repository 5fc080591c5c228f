/** Offers `text` to be saved as a file. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read it later.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
