//! What the fields of a programme are called.

use crate::code::coded;

coded! {
    /// A field of the programme that figures and checks rest on. Its code is how problems spell it, its label
    /// how the form calls it: what a check misses, and what the form asks for, are the same words.
    ProgrammeField {
        /// The start that decides the rules.
        OriginalStart = "originalStart", "Original start";
        /// The planned end.
        PlannedEnd = "plannedEnd", "Planned end of training";
        /// Average hours of the contract.
        Weekly = "weekly", "Average hours a week";
        /// The training plan's figure.
        PlanHours = "planHours", "Off-the-job hours in your training plan";
        /// The figure of the standard.
        PublishedHours = "publishedHours", "Published hours for your standard";
        /// What is taken off.
        PriorLearning = "priorLearning", "Hours taken off for prior learning";
        /// What is to be delivered.
        PlannedHours = "plannedHours", "Hours your provider plans to deliver";
        /// Pauses.
        Breaks = "breaks", "Breaks in learning";
        /// Other hours later on.
        HoursChanges = "hoursChanges", "Changes of weekly hours";
        /// The name of the apprenticeship.
        Title = "title", "Name of the apprenticeship";
        /// Who trains.
        Provider = "provider", "Training provider";
        /// Who employs.
        Employer = "employer", "Employer";
        /// The standard.
        StandardReference = "standardReference", "Reference of the standard";
        /// Its version.
        StandardVersion = "standardVersion", "Version of the standard";
        /// Gateway.
        GatewayOn = "gatewayOn", "Day of gateway";
        /// The actual end.
        EndedOn = "endedOn", "Day the programme ended";
    }
}

impl ProgrammeField {
    /// The field that a problem is about: `breaks[1].to` is about one of the breaks. `None` where the problem is
    /// about nothing of the programme.
    #[must_use]
    pub fn of_problem(field: &str) -> Option<Self> {
        field.split(['.', '[']).next()?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_within_a_list_is_about_the_list() {
        for (field, found) in [
            ("weekly", Some(ProgrammeField::Weekly)),
            ("breaks[1].to", Some(ProgrammeField::Breaks)),
            ("hoursChanges[0].weekly", Some(ProgrammeField::HoursChanges)),
            ("learner.name", None),
            ("", None),
        ] {
            assert_eq!(ProgrammeField::of_problem(field), found, "{field}");
        }
    }
}
