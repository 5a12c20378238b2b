//! Requests as the window makes them. Each is whole, for changing some of it with [`with`].

use serde_json::{Value, json};

/// `request` with some of its fields changed.
#[must_use]
pub fn with(mut request: Value, changes: Value) -> Value {
    let (Some(fields), Value::Object(changes)) = (request.as_object_mut(), changes) else {
        panic!("both are objects");
    };
    fields.extend(changes);
    request
}

/// A new activity about which only title and day are said.
#[must_use]
pub fn activity(title: &str, done_on: &str) -> Value {
    json!({
        "id": null, "title": title, "doneOn": done_on, "startedAt": null, "endedAt": null,
        "duration": null, "offTheJob": null, "category": null, "whatWasDone": "",
        "whatWasLearned": "", "paid": "paid", "compensation": "", "deliveredBy": "",
        "deliveredByKind": "unknown", "place": "unknown", "criteria": [], "tags": [],
    })
}

/// An activity as it stands, to be saved again.
#[must_use]
pub fn again(activity: &Value) -> Value {
    let mut request = activity.clone();
    let fields = request.as_object_mut().expect("an activity is an object");
    for field in ["state", "createdAt", "changedAt", "deletedAt"] {
        fields.remove(field);
    }
    request
}

/// Something that recurs every Tuesday from 10 March 2026.
#[must_use]
pub fn recurrence(title: &str) -> Value {
    json!({
        "id": null, "title": title, "weekdays": ["tuesday"], "everyWeeks": 1, "from": "2026-03-10",
        "until": null, "startedAt": null, "endedAt": null, "duration": 360, "category": "theory",
        "paid": "paid", "deliveredBy": "", "deliveredByKind": "provider", "place": "campus",
        "criteria": [], "tags": ["theory_hours"],
    })
}

/// A reflection as the writing room shows it, to be saved again.
#[must_use]
pub fn saving(view: &Value) -> Value {
    let it = &view["reflection"];
    json!({
        "id": it["id"], "title": it["title"], "happenedOn": it["happenedOn"], "model": it["model"],
        "stages": it["stages"], "state": it["state"], "module": it["module"],
    })
}

/// A new reflection.
#[must_use]
pub fn reflection(title: &str, model: &str) -> Value {
    json!({ "title": title, "model": model, "happenedOn": null, "activityId": null })
}

/// A new book.
#[must_use]
pub fn book(family: &str, year: &str, title: &str) -> Value {
    json!({
        "id": null, "citeKey": "", "kind": "book", "authors": [{ "family": family, "given": "P." }],
        "corporateAuthor": "", "year": year, "title": title, "container": "", "editors": [],
        "edition": "", "volume": "", "issue": "", "pages": "", "publisher": "Addison-Wesley",
        "place": "", "doi": "", "url": "", "accessedOn": null, "keyIdea": "", "quotation": "",
        "quotationPage": "", "module": "", "tags": [], "containerShort": "", "criteria": [],
    })
}

/// Conditions that hold for every activity.
#[must_use]
pub fn all_activities() -> Value {
    json!({
        "text": "", "state": null, "category": null, "tag": null, "from": null, "to": null,
        "claimedOnly": false, "offset": 0, "limit": 200,
    })
}

/// Conditions that hold for every reflection.
#[must_use]
pub fn all_reflections() -> Value {
    json!({
        "text": "", "state": null, "model": null, "theoryId": null, "activityId": null, "from": null,
        "to": null, "offset": 0, "limit": 200,
    })
}

/// Learner and programme: two years from February 2025, 37 hours a week.
#[must_use]
pub fn programme() -> Value {
    json!({
        "learner": { "name": "Amara Osei", "role": "Trainee nursing associate", "learnerNumber": "" },
        "programme": {
            "title": "Nursing associate", "provider": "A college", "employer": "A trust",
            "standardReference": "ST0827", "standardVersion": "1.1", "originalStart": "2025-02-01",
            "plannedEnd": "2027-01-31", "weekly": 2220, "nation": "england", "planHours": null,
            "publishedHours": null, "priorLearning": 0, "plannedHours": null, "breaks": [],
            "hoursChanges": [], "workingDays": [], "workingFrom": null, "workingTo": null,
            "blockRelease": false, "gatewayOn": null, "endedOn": null, "reflectionPolicy": "unknown",
        },
    })
}

/// Everything, drafts too.
#[must_use]
pub fn export() -> Value {
    json!({
        "hours": true, "reflections": true, "drafts": true, "coarseDates": true, "from": null,
        "to": null, "raggedRight": false, "largePrint": false, "data": "printed",
        "sign": false, "audience": "provider", "recipient": "", "title": "", "module": "", "theoryId": null,
        "reflectionIds": [], "byModule": false, "paper": "a4", "since": null,
    })
}
