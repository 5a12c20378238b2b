//! The steps of `cargo xtask test`: each timed, each counted, the first failure ending the run.

use std::time::{Duration, Instant};

use crate::Outcome;

/// How many passed and how many did not.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Tests or checks that passed.
    pub passed: u64,
    /// Tests or checks that failed.
    pub failed: u64,
}

impl Count {
    /// A check that is one thing, and passed.
    pub const ONE: Count = Count {
        passed: 1,
        failed: 0,
    };

    /// The two together.
    pub fn plus(self, other: Count) -> Count {
        Count {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// The run so far.
#[derive(Default)]
pub struct Steps {
    total: Count,
    told: Vec<String>,
    reason: Option<String>,
}

impl Steps {
    /// Runs one step, unless an earlier one failed. `count` is filled in by the step as it goes, so that what it
    /// counted before it failed is not lost.
    pub fn step(&mut self, name: &str, work: impl FnOnce(&mut Count) -> Outcome) {
        if self.reason.is_some() {
            return;
        }
        println!("\n── {name}");
        let start = Instant::now();
        let mut count = Count::default();
        let outcome = work(&mut count);
        if let Err(reason) = outcome {
            // A suite that ended before it could say which test failed still failed.
            count.failed = count.failed.max(1);
            self.reason = Some(format!("{name}: {reason}"));
        } else if count.failed > 0 {
            self.reason = Some(format!("{name}: {} failed.", count.failed));
        }
        self.total = self.total.plus(count);
        let verdict = if self.reason.is_some() {
            "failed"
        } else {
            "passed"
        };
        let told = format!(
            "{verdict:<8}{name:<48}{:>12}{:>14}",
            counted(count.passed + count.failed),
            lasted(start.elapsed())
        );
        println!("{told}");
        self.told.push(told);
    }

    /// A step that is one check, and counts as one.
    pub fn check(&mut self, name: &str, work: impl FnOnce() -> Outcome) {
        self.step(name, |count| {
            work()?;
            *count = Count::ONE;
            Ok(())
        });
    }

    /// A step that prepares another, and counts only when it fails.
    pub fn prepare(&mut self, name: &str, work: impl FnOnce() -> Outcome) {
        self.step(name, |_| work());
    }

    /// Tells every step again with its time, the reason for stopping if there is one, and the last line.
    pub fn finish(self) -> bool {
        println!("\n── Every step and its time");
        for line in &self.told {
            println!("{line}");
        }
        if let Some(reason) = &self.reason {
            println!("\nStopped at {reason}");
        }
        println!(
            "\n{} passed, {} failed",
            self.total.passed, self.total.failed
        );
        self.reason.is_none()
    }
}

fn counted(number: u64) -> String {
    match number {
        0 => String::new(),
        1 => "1 check".to_owned(),
        many => format!("{many} tests"),
    }
}

fn lasted(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failure_ends_the_run_and_is_counted() {
        let mut steps = Steps::default();
        steps.check("one", || Ok(()));
        steps.step("two", |count| {
            *count = Count {
                passed: 4,
                failed: 0,
            };
            Err("it fell over.".to_owned())
        });
        steps.check("three", || panic!("must not run"));
        assert_eq!(
            steps.total,
            Count {
                passed: 5,
                failed: 1
            }
        );
        assert_eq!(steps.reason.as_deref(), Some("two: it fell over."));
        assert!(!steps.finish());
    }

    #[test]
    fn a_failed_test_fails_the_step_even_where_the_suite_ends_well() {
        let mut steps = Steps::default();
        steps.step("suite", |count| {
            count.failed = 2;
            Ok(())
        });
        assert!(!steps.finish());
    }

    #[test]
    fn preparing_counts_for_nothing() {
        let mut steps = Steps::default();
        steps.prepare("fetch", || Ok(()));
        assert_eq!(steps.total, Count::default());
        assert!(steps.finish());
    }

    #[test]
    fn times_are_told_in_minutes_from_one_minute_on() {
        assert_eq!(lasted(Duration::from_millis(2340)), "2.3 s");
        assert_eq!(lasted(Duration::from_secs(61)), "1 min 01 s");
    }
}
