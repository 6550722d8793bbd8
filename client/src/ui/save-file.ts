interface TextFile {
  fileName: string;
  mediaType: string;
  content: string;
}

/** Hands a file to the browser, which saves it where the person wants it. */
export function saveFile({ fileName, mediaType, content }: TextFile): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
