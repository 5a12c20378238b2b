import type { Failure } from "../backend/contract";

/** Whether something thrown is a failure that the program sent. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown;
}

/** What to correct, if that is why a command did not succeed. */
export function problemsOf(thrown: unknown): readonly { field: string; reason: string }[] {
  return isFailure(thrown) && thrown.code === "invalid" ? thrown.problems : [];
}

/** What happened, what it means for the person's work, and what to do: one or two sentences. */
export function explain(thrown: unknown): string {
  if (!isFailure(thrown)) {
    return "something in the program went wrong. What you wrote is still here; keep this window open.";
  }
  switch (thrown.code) {
    case "invalid":
      return thrown.problems.map((problem) => problem.reason).join(" ");
    case "notFound":
      return `this ${kind(thrown.kind)} is no longer there. Look in the bin: it can be restored from there.`;
    case "nothingOpen":
      return "no portfolio is open. Choose Open or New portfolio in Settings.";
    case "noSuchFile":
      return `there is no file ${thrown.path}. It may have been moved or renamed; nothing was changed.`;
    case "noSuchFolder":
      return `there is no folder ${thrown.path}. Nothing was written; choose another place.`;
    case "isFolder":
      return `${thrown.path} is a folder. Choose the portfolio file inside it.`;
    case "notAPortfolio":
      return `${thrown.path} is not an Aftershift portfolio. It was left as it is; choose another file.`;
    case "tooNew":
      return "this portfolio was made by a newer version of Aftershift. It was left as it is; install the newer version to open it.";
    case "locked":
      return `${thrown.path} is open somewhere else. Close it there first, then try again.`;
    case "readOnly":
      return `${thrown.path} cannot be written to. Save a copy in a folder of your own and go on there.`;
    case "notReadable":
      return `${thrown.path} cannot be read. Ask whoever looks after this computer for access to it.`;
    case "diskFull":
      return "the disk is full. Keep this window open, delete something you do not need, and it will be saved.";
    case "damaged":
      return `the file is damaged: ${thrown.what.join("; ")}. Restore a daily copy in Settings.`;
    case "alreadyThere":
      return `${thrown.path} exists already and was left as it is. Choose another name.`;
    case "notEmpty":
      return "this portfolio already has something in it, so nothing was brought in. Make a new portfolio and bring it in there.";
    case "notTheFormat":
      return `the file is not what was expected, so nothing was brought in. At ${thrown.place}: ${thrown.expected}.`;
    case "cannotImport":
      return `nothing was brought in. ${thrown.reason}`;
    case "cannotKeepFile":
      return `the file was not kept. ${thrown.reason}`;
    case "cannotSign":
      return `the PDF cannot be signed: ${thrown.reason}. Nothing was written; export it without a signature, or try again.`;
    case "file":
      return `the system would not ${thrown.operation} ${thrown.path}: ${thrown.reason}. Nothing else was changed.`;
    case "cancelled":
      return "it was stopped. Nothing was changed.";
    case "bug":
      return `something in the program went wrong; nothing was changed. If it happens again, report it with the number ${thrown.reference}.`;
    default:
      return thrown satisfies never;
  }
}

/** The same as a sentence of its own, with a capital. */
export function sentence(thrown: unknown): string {
  const words = explain(thrown);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function kind(name: string): string {
  const kinds: Record<string, string> = {
    reflection: "reflection",
    activity: "activity",
    theory: "work of theory",
    theory_link: "link to theory",
    evidence: "file",
    backup: "copy",
    model: "model",
  };
  return kinds[name] ?? "item";
}
