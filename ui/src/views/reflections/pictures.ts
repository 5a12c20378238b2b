/** A picture as Markdown. Brackets and line ends in the description would end it early. */
export function pictureMarkdown(description: string, id: string): string {
  const alternative = description
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[[\]\\]/g, "\\$&");
  return `![${alternative}](attachment:${id})`;
}

/** Whether a file says that it is a picture. */
export const isPicture = (file: File): boolean => file.type.startsWith("image/");

/**
 * The file that somebody means to add by pasting: the first picture, or else, where no words were pasted
 * with it, any file. It will be refused, with a reason, rather than go nowhere.
 */
export function pastedFile(pasted: DataTransfer | null): File | undefined {
  const files = [...(pasted?.files ?? [])];
  return files.find(isPicture) ?? (pasted?.getData("text/plain") === "" ? files[0] : undefined);
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
