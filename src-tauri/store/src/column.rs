//! How each kind of value stands in a column: one trait, both directions.

use aftershift_domain::activity::{
    ActivityTag, Category, ConfirmationState, DeliveredBy, PaidTime, Place,
};
use aftershift_domain::evidence::EvidenceKind;
use aftershift_domain::id::{
    ActionId, ActivityId, ConfirmationId, CriterionId, CriterionLinkId, EvidenceId, FeedbackId,
    OpportunityId, OwnModelId, RecurrenceId, ReflectionId, StandardId, TheoryId, TheoryLinkId,
};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::programme::{Nation, ReflectionPolicy, Weekday};
use aftershift_domain::reflection::{OwnStage, ReflectionState, StageText};
use aftershift_domain::theory::{Author, TheoryKind, TheoryRelation};
use aftershift_domain::unfinished::{Form, TypedField};
use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use rusqlite::Row;
use rusqlite::types::{Type, Value, ValueRef};
use std::cell::Cell;
use std::error::Error;

/// The reason why what stands in a column cannot be read as what it should be.
pub(crate) type Unfit = Box<dyn Error + Send + Sync>;

/// A value that has a form in the database.
pub(crate) trait Column: Sized {
    /// The form in which it is stored.
    fn store(&self) -> Value;

    /// What is stored, read back.
    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit>;
}

/// Reads columns by name.
pub(crate) trait Columns {
    /// The value of the column `name`.
    fn column<T: Column>(&self, name: &str) -> rusqlite::Result<T>;
}

impl Columns for Row<'_> {
    fn column<T: Column>(&self, name: &str) -> rusqlite::Result<T> {
        let index = self.as_ref().column_index(name)?;
        loaded(self, index, name)
    }
}

/// Reads the columns of a row in the order of the query, where each is the next one and none has to be looked for
/// among the others: over thousands of rows, looking is most of the work. A column that stands elsewhere is found
/// by its name all the same.
pub(crate) struct InOrder<'row, 'statement> {
    row: &'row Row<'statement>,
    next: Cell<usize>,
}

impl<'row, 'statement> InOrder<'row, 'statement> {
    pub(crate) fn of(row: &'row Row<'statement>) -> Self {
        Self {
            row,
            next: Cell::new(0),
        }
    }
}

impl Columns for InOrder<'_, '_> {
    fn column<T: Column>(&self, name: &str) -> rusqlite::Result<T> {
        let statement = self.row.as_ref();
        let next = self.next.get();
        let index = match statement.column_name(next) {
            Ok(found) if found == name => next,
            _ => statement.column_index(name)?,
        };
        self.next.set(index + 1);
        loaded(self.row, index, name)
    }
}

fn loaded<T: Column>(row: &Row<'_>, index: usize, name: &str) -> rusqlite::Result<T> {
    T::load(row.get_ref(index)?).map_err(|reason| {
        let reason = format!("column {name}: {reason}");
        rusqlite::Error::FromSqlConversionFailure(index, Type::Null, reason.into())
    })
}

fn text(stored: ValueRef<'_>) -> Result<&str, Unfit> {
    Ok(stored.as_str()?)
}

impl<T: Column> Column for Option<T> {
    fn store(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::store)
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        if stored == ValueRef::Null {
            Ok(None)
        } else {
            T::load(stored).map(Some)
        }
    }
}

impl Column for String {
    fn store(&self) -> Value {
        Value::Text(self.clone())
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        text(stored).map(str::to_owned)
    }
}

impl Column for bool {
    fn store(&self) -> Value {
        Value::Integer(i64::from(*self))
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(stored.as_i64()? != 0)
    }
}

impl Column for u32 {
    fn store(&self) -> Value {
        Value::Integer(i64::from(*self))
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(Self::try_from(stored.as_i64()?)?)
    }
}

impl Column for u64 {
    fn store(&self) -> Value {
        // Counts of bytes: nothing that fits into a portfolio comes near the limit.
        Value::Integer(i64::try_from(*self).unwrap_or(i64::MAX))
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(Self::try_from(stored.as_i64()?)?)
    }
}

impl Column for usize {
    fn store(&self) -> Value {
        (*self as u64).store()
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(Self::try_from(stored.as_i64()?)?)
    }
}

impl Column for Minutes {
    fn store(&self) -> Value {
        self.0.store()
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        u32::load(stored).map(Self)
    }
}

impl Column for NaiveDate {
    fn store(&self) -> Value {
        Value::Text(self.format("%Y-%m-%d").to_string())
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(Self::parse_from_str(text(stored)?, "%Y-%m-%d")?)
    }
}

impl Column for NaiveTime {
    fn store(&self) -> Value {
        Value::Text(self.format("%H:%M:%S%.f").to_string())
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(Self::parse_from_str(text(stored)?, "%H:%M:%S%.f")?)
    }
}

impl Column for DateTime<Utc> {
    fn store(&self) -> Value {
        // Always nine digits, so that the order of the texts is the order of the instants.
        Value::Text(self.to_rfc3339_opts(SecondsFormat::Nanos, true))
    }

    fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
        Ok(DateTime::parse_from_rfc3339(text(stored)?)?.with_timezone(&Utc))
    }
}

macro_rules! identities {
    ($($name:ident)+) => {$(
        impl Column for $name {
            fn store(&self) -> Value {
                Value::Text(self.as_str().to_owned())
            }

            fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
                Ok(Self::new(text(stored)?)?)
            }
        }
    )+};
}

identities! {
    ActionId ActivityId ConfirmationId CriterionId CriterionLinkId EvidenceId FeedbackId
    OpportunityId OwnModelId RecurrenceId ReflectionId StandardId TheoryId TheoryLinkId
}

macro_rules! codes {
    ($($name:ident)+) => {$(
        impl Column for $name {
            fn store(&self) -> Value {
                Value::Text(self.code().to_owned())
            }

            fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
                Ok(text(stored)?.parse::<Self>()?)
            }
        }
    )+};
}

codes! {
    ActivityTag Category ConfirmationState DeliveredBy EvidenceKind Form Nation PaidTime Place
    ReflectionPolicy ReflectionState TheoryKind TheoryRelation
}

// Lists that are only ever read and written whole stand as JSON arrays.
macro_rules! lists {
    ($($item:ty)+) => {$(
        impl Column for Vec<$item> {
            fn store(&self) -> Value {
                // Plain data with text keys: there is nothing in it that JSON cannot say.
                Value::Text(serde_json::to_string(self).unwrap_or_default())
            }

            fn load(stored: ValueRef<'_>) -> Result<Self, Unfit> {
                Ok(serde_json::from_str(text(stored)?)?)
            }
        }
    )+};
}

lists! { ActivityTag Author OwnStage StageText String TypedField Weekday }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_in_their_order_and_found_where_they_stand_elsewhere() {
        let db = rusqlite::Connection::open_in_memory().unwrap();
        let read = |sql: &str, names: [&str; 3]| {
            db.query_row(sql, [], |row| {
                let row = InOrder::of(row);
                names
                    .map(|name| row.column::<u32>(name))
                    .into_iter()
                    .collect::<rusqlite::Result<Vec<_>>>()
            })
        };
        let sql = "select 1 as a, 2 as b, 3 as c";
        assert_eq!(read(sql, ["a", "b", "c"]), Ok(vec![1, 2, 3]));
        assert_eq!(read(sql, ["b", "c", "a"]), Ok(vec![2, 3, 1]));
        assert_eq!(
            read(sql, ["c", "a", "b"]),
            Ok(vec![3, 1, 2]),
            "also after the last one"
        );
        assert!(read(sql, ["a", "b", "d"]).is_err());
    }
}
