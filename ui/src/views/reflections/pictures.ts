/** A picture as Markdown. Brackets and line ends in the description would end it early. */
export function pictureMarkdown(description: string, id: string): string {
  const alternative = description
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[[\]\\]/g, "\\$&");
  return `![${alternative}](attachment:${id})`;
}

/** The first picture among what was pasted. */
export function pastedPicture(files: Iterable<File> | null | undefined): File | undefined {
  return [...(files ?? [])].find((file) => file.type.startsWith("image/"));
}

/** The bytes of a file in Base64, as they travel to the program. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = reader.result as string;
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error("the picture could not be read"));
    reader.readAsDataURL(file);
  });
}
