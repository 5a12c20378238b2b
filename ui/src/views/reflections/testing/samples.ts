import type {
  Activity,
  ActivityRow,
  ModelView,
  Reflection,
  ReflectionRow,
  Theory,
  TheoryLinkView,
  TheoryRow,
} from "../../../backend/contract";
import { blank } from "../../theory/form";

const stage = (key: string, name: string, prompt: string) => ({ key, name, prompt });

export const gibbs: ModelView = {
  id: "gibbs",
  name: "Gibbs’ reflective cycle",
  summary: "Six steps from what happened to a plan, with room for feelings.",
  reference: "Gibbs, G. (1988) Learning by Doing. Oxford: Further Education Unit.",
  own: false,
  stages: [
    stage("description", "Description", "What happened, in a few neutral sentences? Your part in it."),
    stage("feelings", "Feelings", "What were you thinking and feeling before, during and after?"),
    stage("evaluation", "Evaluation", "What went well and what did not?"),
    stage("analysis", "Analysis", "Why did it go that way? Which theory or guidance explains it?"),
    stage("conclusion", "Conclusion", "What do you understand now that you did not before?"),
    stage("action_plan", "Action plan", "What will you do next time, by when, and who will help?"),
  ],
};

export const driscoll: ModelView = {
  id: "driscoll",
  name: "Driscoll’s What?",
  summary: "Three short questions, good after a busy shift.",
  reference: "Driscoll, J. (1994) ‘Reflective practice for practise’, Senior Nurse, 13(7).",
  own: false,
  stages: [
    stage("what", "What?", "What took place and what did you do?"),
    stage("so_what", "So what?", "Why does it matter: for the person, the team, you?"),
    stage("now_what", "Now what?", "What will change in your practice and how will you know?"),
  ],
};

/** An account that has come half way. */
export function reflection(change: Partial<Reflection> = {}): Reflection {
  const text: Record<string, string> = {
    description:
      "It was near the end of a night shift when the score of a patient I had looked after since the evening went from 3 to 7. I repeated the observations, told the nurse in charge and rang the registrar.",
    feelings: "I was afraid of being told that I had rung for nothing.",
    evaluation:
      "What went well was the order I did things in. I repeated the observations before I rang, so that when the registrar asked I had *two sets* to give her.",
    analysis:
      "I hesitated for about four minutes before I picked up the phone. I was waiting for someone senior to notice what I had already seen. Benner would call this the advanced beginner’s reliance on others to set priorities: I had the rule in my head, but I did not yet **trust** that it applied to me.\n\nThe tool gave me words that I did not have. “Situation, background” is a script, and a script is what a beginner needs.",
  };
  return {
    id: "r1",
    title: "Escalating a NEWS2 score of 7",
    happenedOn: "2026-11-19",
    model: "gibbs",
    stages: gibbs.stages.map(({ key, name }) => ({ key, heading: name, text: text[key] ?? "" })),
    state: "draft",
    module: "",
    revision: 4,
    createdAt: "2026-11-19T21:00:00Z",
    changedAt: "2026-11-19T21:47:00Z",
    deletedAt: null,
    ...change,
  };
}

export const nightShift: ActivityRow = {
  activity: {
    id: "a1",
    title: "Night shift, acute medical unit",
    doneOn: "2026-11-19",
    startedAt: null,
    endedAt: null,
    duration: 720,
    offTheJob: 45,
  } as Activity,
  verdict: { answer: "counts", reason: "It is learning in paid hours." },
  reflections: [],
};

export const skillsDay: ActivityRow = {
  ...nightShift,
  activity: { ...nightShift.activity, id: "a2", title: "Skills day: deterioration", duration: 420 },
};

function work(id: string, citeKey: string, label: string, title: string): TheoryRow {
  const [, family = "", year = ""] = /^(.*) \((.*)\)$/.exec(label) ?? [];
  const authors = [{ family, given: "" }];
  const at = "2026-11-01T09:00:00Z";
  const stamps = { evidenceId: null, createdAt: at, changedAt: at, deletedAt: null };
  const theory: Theory = { ...blank, id, citeKey, authors, year, title, ...stamps };
  return { theory, label, uses: 1 };
}

export const works: readonly TheoryRow[] = [
  work("t1", "benner1984", "Benner (1984)", "From novice to expert"),
  work("t2", "peplau1952", "Peplau (1952)", "Interpersonal relations in nursing"),
  work("t3", "schon1983", "Schön (1983)", "The reflective practitioner"),
];

/** A work that is not in the library yet. */
export const bandura = work("t4", "bandura1977", "Bandura (1977)", "Self-efficacy");

export const bennerLink: TheoryLinkView = {
  link: {
    id: "l1",
    deletedAt: null,
    reflectionId: "r1",
    theoryId: "t1",
    relation: "illustrates",
    rationale: "I had the rule but did not trust it applied to me.",
    passage: "",
  },
  label: "Benner (1984)",
  title: "From novice to expert",
  passageGone: false,
};

/** A row of the list. */
export function row(number: number, change: Partial<ReflectionRow> = {}): ReflectionRow {
  return {
    id: `r${number}`,
    title: `Account ${number}`,
    happenedOn: "2026-11-19",
    model: "gibbs",
    modelName: gibbs.name,
    state: "draft",
    words: 388,
    stageWords: [142, 88, 97, 61, 0, 0],
    theory: ["Benner (1984)"],
    activities: 1,
    changedAt: "2026-11-19T21:47:00Z",
    ...change,
  };
}
