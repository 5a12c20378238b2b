/** Something in a form that could not be understood. */
export interface Unread {
  /** The id of the box. */
  field: string;
  /** What is wrong with it. */
  text: string;
}

const onTheirWay = new Set<Promise<unknown>>();

/** Notes a reading that the program has not answered yet, so that a form can wait for it. */
export function reading<T>(answer: Promise<T>): Promise<T> {
  const done = answer.finally(() => onTheirWay.delete(done));
  onTheirWay.add(done);
  return done;
}

/**
 * What in a form could not be understood, once every reading has come. A form asks before it keeps
 * anything: a day that does not exist must never be kept as the day that stood there before.
 */
export async function unread(form: HTMLElement): Promise<Unread[]> {
  await Promise.allSettled(onTheirWay);
  return [...form.querySelectorAll<HTMLInputElement>("input:invalid")].map((box) => ({
    field: box.id,
    text: box.validationMessage,
  }));
}
