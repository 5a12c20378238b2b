//! The built-in models of reflection: their stages, the questions they ask and where they come from.

use serde::Serialize;

/// One stage of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Stage {
    /// Key within the model. It is stored with the text and never changes.
    pub key: &'static str,
    /// Heading.
    pub name: &'static str,
    /// Question that helps to write it.
    pub prompt: &'static str,
}

/// A model of reflection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// Id, such as `gibbs`. It is stored with a reflection and never changes.
    pub id: &'static str,
    /// Name that a person chooses by.
    pub name: &'static str,
    /// When to choose it, in one sentence.
    pub summary: &'static str,
    /// Where it comes from; empty where there is no one source.
    pub reference: &'static str,
    /// Its stages in order.
    pub stages: &'static [Stage],
}

/// The built-in models in the order in which they are offered.
#[must_use]
pub fn models() -> &'static [Model] {
    MODELS
}

/// The built-in model with this id.
#[must_use]
pub fn model(id: &str) -> Option<&'static Model> {
    MODELS.iter().find(|model| model.id == id)
}

const fn stage(key: &'static str, name: &'static str, prompt: &'static str) -> Stage {
    Stage { key, name, prompt }
}

const MODELS: &[Model] = &[
    Model {
        id: "free",
        name: "Free writing",
        summary: "One page without questions, for when the words are already there.",
        reference: "",
        stages: &[stage(
            "text",
            "Reflection",
            "What happened, and what do you make of it?",
        )],
    },
    Model {
        id: "gibbs",
        name: "Gibbs’ reflective cycle",
        summary: "Six steps from what happened to a plan, with room for feelings.",
        reference: "Gibbs, G. (1988) Learning by Doing: A Guide to Teaching and Learning Methods. \
                    Oxford: Further Education Unit, Oxford Polytechnic.",
        stages: &[
            stage(
                "description",
                "Description",
                "What happened, in a few neutral sentences? Your part in it.",
            ),
            stage(
                "feelings",
                "Feelings",
                "What were you thinking and feeling before, during and after?",
            ),
            stage(
                "evaluation",
                "Evaluation",
                "What went well and what did not?",
            ),
            stage(
                "analysis",
                "Analysis",
                "Why did it go that way? Which theory or guidance explains it?",
            ),
            stage(
                "conclusion",
                "Conclusion",
                "What do you understand now that you did not before? What else could you have done?",
            ),
            stage(
                "action_plan",
                "Action plan",
                "What will you do next time, by when, and who will help?",
            ),
        ],
    },
    Model {
        id: "driscoll",
        name: "Driscoll’s What?",
        summary: "Three short questions, good after a busy shift.",
        reference: "Driscoll, J. (1994) ‘Reflective practice for practise’, Senior Nurse, 13(7), \
                    pp. 47–50.",
        stages: &[
            stage("what", "What?", "What took place and what did you do?"),
            stage(
                "so_what",
                "So what?",
                "Why does it matter: for the person, the team, you? What does the theory say?",
            ),
            stage(
                "now_what",
                "Now what?",
                "What will change in your practice and how will you know?",
            ),
        ],
    },
    Model {
        id: "kolb",
        name: "Kolb’s learning cycle",
        summary: "From an experience to an idea, and on to trying it out.",
        reference: "Kolb, D.A. (1984) Experiential Learning: Experience as the Source of Learning \
                    and Development. Englewood Cliffs: Prentice-Hall.",
        stages: &[
            stage(
                "experience",
                "Concrete experience",
                "What did you do or witness?",
            ),
            stage(
                "observation",
                "Reflective observation",
                "Looking back, what stood out, from more than one viewpoint?",
            ),
            stage(
                "conceptualisation",
                "Abstract conceptualisation",
                "What idea or theory makes sense of it? What is your rule of thumb now?",
            ),
            stage(
                "experimentation",
                "Active experimentation",
                "Where will you try it out next?",
            ),
        ],
    },
    Model {
        id: "rolfe",
        name: "Rolfe, Freshwater and Jasper",
        summary: "Three questions that go from describing to building theory to acting.",
        reference: "Rolfe, G., Freshwater, D. and Jasper, M. (2001) Critical Reflection for Nursing \
                    and the Helping Professions: A User’s Guide. Basingstoke: Palgrave.",
        stages: &[
            stage(
                "what",
                "What?",
                "What was I doing, and what was the issue or response?",
            ),
            stage(
                "so_what",
                "So what?",
                "What does this tell me? What knowledge did I use, and what broader understanding \
                 follows?",
            ),
            stage(
                "now_what",
                "Now what?",
                "What should be done to improve or carry this forward, and with what likely effect?",
            ),
        ],
    },
    Model {
        id: "johns",
        name: "Johns’ structured reflection",
        summary: "Looks inward and outward at what shaped a choice.",
        reference: "Johns, C. (1994) ‘Nuances of reflection’, Journal of Clinical Nursing, 3(2), \
                    pp. 71–75.",
        stages: &[
            stage(
                "description",
                "Description",
                "Describe the experience and its key issue.",
            ),
            stage(
                "reflection",
                "Reflection",
                "What were you trying to achieve, why that way, and with what effect on the person, \
                 you and colleagues?",
            ),
            stage(
                "influencing",
                "Influencing factors",
                "What inside you, around you, and what knowledge shaped your choice?",
            ),
            stage(
                "alternatives",
                "Alternative strategies",
                "What other options were open, and what would each have led to?",
            ),
            stage(
                "learning",
                "Learning",
                "How does this fit past experience, how do you feel about it now, what will change?",
            ),
        ],
    },
    Model {
        id: "schon",
        name: "Schön: in and on action",
        summary: "What you adjusted on the spot, and what you think of it afterwards.",
        reference: "Schön, D.A. (1983) The Reflective Practitioner: How Professionals Think in \
                    Action. New York: Basic Books.",
        stages: &[
            stage(
                "in_action",
                "Reflection in action",
                "What surprised you at the time, and how did you adjust on the spot?",
            ),
            stage(
                "on_action",
                "Reflection on action",
                "Afterwards, how do you judge that adjustment and what would you keep?",
            ),
        ],
    },
    Model {
        id: "atkins_murphy",
        name: "Atkins and Murphy",
        summary: "Begins with discomfort and questions the knowledge behind it.",
        reference: "Atkins, S. and Murphy, K. (1993) ‘Reflection: a review of the literature’, \
                    Journal of Advanced Nursing, 18(8), pp. 1188–1192.",
        stages: &[
            stage("awareness", "Awareness", "What felt uncomfortable, or new?"),
            stage(
                "describe",
                "Describe",
                "What happened, and what were the key moments?",
            ),
            stage(
                "analyse",
                "Analyse feelings and knowledge",
                "Which assumptions and knowledge were you relying on? Challenge them.",
            ),
            stage(
                "evaluate",
                "Evaluate the relevance of knowledge",
                "Did that knowledge help explain or solve it? Was anything missing?",
            ),
            stage(
                "learning",
                "Identify learning",
                "What have you learned, and how will you use it?",
            ),
        ],
    },
    Model {
        id: "brookfield",
        name: "Brookfield’s four lenses",
        summary: "The same event through four pairs of eyes.",
        reference: "Brookfield, S. (1995) Becoming a Critically Reflective Teacher. San Francisco: \
                    Jossey-Bass.",
        stages: &[
            stage(
                "self",
                "My own lens",
                "What in your own story shapes how you saw this?",
            ),
            stage(
                "learners",
                "Learners’ or service users’ lens",
                "How would the person receiving care or learning describe it?",
            ),
            stage(
                "colleagues",
                "Colleagues’ lens",
                "What would a trusted colleague notice?",
            ),
            stage(
                "theory",
                "Theory’s lens",
                "What does published work say that supports or unsettles your view?",
            ),
        ],
    },
    Model {
        id: "nmc",
        name: "NMC reflective account",
        summary: "The four questions of the revalidation form for nurses, midwives and nursing \
                  associates.",
        reference: "Nursing and Midwifery Council (2016) Revalidation: reflective accounts form. \
                    London: NMC.",
        stages: &[
            stage(
                "nature",
                "Nature of the activity, feedback, event or experience",
                "Was it training, feedback or an event? Outline it without identifying anyone.",
            ),
            stage("learned", "What I learned", "What did you learn?"),
            stage(
                "changed",
                "How my practice changed",
                "What do you now do differently?",
            ),
            stage(
                "code",
                "How it is relevant to the Code",
                "Which Code theme(s) does this connect to, and how?",
            ),
        ],
    },
    Model {
        id: "star",
        name: "STAR",
        summary: "Structures evidence and answers for a discussion; it asks for less reflection.",
        reference: "",
        stages: &[
            stage(
                "situation",
                "Situation",
                "Where and when was it, and what was going on?",
            ),
            stage(
                "task",
                "Task",
                "What had to be done, and what was your part in it?",
            ),
            stage("action", "Action", "What you did: write I, not we."),
            stage("result", "Result", "Outcome, and how you know."),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_models_and_their_stage_keys_are_those_that_files_hold() {
        let shown: Vec<String> = models()
            .iter()
            .map(|m| {
                let keys: Vec<&str> = m.stages.iter().map(|s| s.key).collect();
                format!("{}: {}", m.id, keys.join(" "))
            })
            .collect();
        expect_test::expect![[r#"
            free: text
            gibbs: description feelings evaluation analysis conclusion action_plan
            driscoll: what so_what now_what
            kolb: experience observation conceptualisation experimentation
            rolfe: what so_what now_what
            johns: description reflection influencing alternatives learning
            schon: in_action on_action
            atkins_murphy: awareness describe analyse evaluate learning
            brookfield: self learners colleagues theory
            nmc: nature learned changed code
            star: situation task action result"#]]
        .assert_eq(&shown.join("\n"));
    }

    #[test]
    fn every_stage_has_a_name_and_a_question_and_a_key_of_its_own() {
        for model in models() {
            let keys: BTreeSet<&str> = model.stages.iter().map(|s| s.key).collect();
            assert_eq!(keys.len(), model.stages.len(), "{}", model.id);
            for stage in model.stages {
                assert!(
                    !stage.name.is_empty() && stage.prompt.ends_with(['?', '.']),
                    "{}",
                    stage.key
                );
            }
            assert_eq!(super::model(model.id), Some(model));
        }
        assert_eq!(model("unknown"), None);
    }
}
