/** Files in and out without a network: a dropped note is read in place, an export is made here and saved by the browser. */

const LARGEST = 16 * 1024 * 1024;

export interface DroppedNote {
  readonly name: string;
  readonly text: string;
}

/** @throws Error that names the file and what to do, never its words */
export async function readNoteFile(file: File): Promise<DroppedNote> {
  if (file.size > LARGEST)
    throw new Error(`${file.name} is over 16 MB, too long for a note. Cut it into its notes first.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(await file.arrayBuffer());
    if (text.includes('\u0000')) throw new TypeError();
    return { name: file.name, text };
  } catch {
    throw new Error(`${file.name} is no plain text in UTF-8. Save it as text (UTF-8), or paste its words.`);
  }
}

export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Calls `take` with each file that is dropped anywhere on the page. */
export function wireDrop(take: (files: readonly File[]) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    document.body.classList.remove('dropping');
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
