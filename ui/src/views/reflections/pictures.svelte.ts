import type { Evidence } from "../../backend/contract";
import { command } from "../../state/query.svelte";
import { base64Of, isPicture, pictureMarkdown } from "./pictures";

/** A picture that waits for its description. */
export interface Question {
  /** The name of the file. */
  readonly name: string;
  /** Takes the description, or nothing if the picture is left out. */
  readonly answer: (description: string | undefined) => void;
}

/** Brings pictures into the text: each is described first, one after the other. */
export class Pictures {
  #question = $state.raw<Question>();
  #turn: Promise<unknown> = Promise.resolve();

  /** The picture that is asked about now. */
  get question(): Question | undefined {
    return this.#question;
  }

  /** Asks for a file. Answers with its Markdown, or nothing if the person turned away. */
  async choose(): Promise<string | undefined> {
    const chosen = await command("choose_picture", {});
    return chosen ? this.place(chosen) : undefined;
  }

  /** Describes a picture that is kept already, such as one that was dropped. */
  async place(picture: Evidence): Promise<string | undefined> {
    const description = await this.#ask(picture.fileName);
    if (description !== undefined) return pictureMarkdown(description, picture.id);
    await command("move_to_bin", { kind: "evidence", id: picture.id });
    return undefined;
  }

  /** Describes and keeps a picture that was pasted. */
  async paste(file: File): Promise<string | undefined> {
    // Nobody describes what will not be kept.
    const description = isPicture(file) ? await this.#ask(file.name) : "";
    if (description === undefined) return undefined;
    const kept = await command("add_evidence", {
      fileName: file.name,
      alternativeText: description,
      base64: await base64Of(file),
    });
    return pictureMarkdown(description, kept.id);
  }

  #ask(name: string): Promise<string | undefined> {
    const asked = this.#turn.then(
      () =>
        new Promise<string | undefined>((resolve) => {
          this.#question = {
            name,
            answer: (description) => {
              this.#question = undefined;
              resolve(description);
            },
          };
        }),
    );
    this.#turn = asked;
    return asked;
  }
}
