//! Lists.

use super::block::{Setter, baseline};
use super::mark::{Mark, Strip};
use super::paragraph::{Setting, set};
use super::structure::{Element, Role};
use super::style::QUIET;
use crate::length::Length;
use crate::outline::{List, Text};

impl Setter<'_, '_> {
    pub(super) fn list(&mut self, list: &List, parent: Element, width: Length) -> Vec<Strip> {
        let element = self.structure.add(
            parent,
            Role::List {
                numbered: list.start.is_some(),
            },
        );
        let setting = self.body(width);
        let labels: Vec<String> = (0..list.items.len() as u64)
            .map(|place| match list.start {
                Some(start) => format!("{}.", start.saturating_add(place)),
                None => "•".to_owned(),
            })
            .collect();
        let widest = labels
            .iter()
            .map(|label| {
                setting
                    .size
                    .ems(self.shaper.width(crate::font::Face::Serif, label))
            })
            .max()
            .unwrap_or_default();
        let gap = self.style.scaled(6_000);
        // Never more than a third of the width, however deep lists are nested.
        let indent = (widest + gap).max(self.style.scaled(16_000)).min(width / 3);
        let between = self.style.scaled(if list.tight { 1_500 } else { 5_500 });

        let mut strips: Vec<Strip> = Vec::new();
        for (item, label) in list.items.iter().zip(&labels) {
            let entry = self.structure.add(element, Role::Item);
            let name = self.structure.add(entry, Role::Label);
            let body = self.structure.add(entry, Role::Body);
            let mut inner = self.blocks(&item.blocks, body, width - indent);
            if inner.is_empty() {
                inner.push(Strip::new(setting.leading, Vec::new()));
            }
            if list.tight {
                // Paragraphs and lists inside a tight item stand close as well.
                for strip in &mut inner {
                    strip.above = strip.above.min(self.style.scaled(1_500));
                }
            }
            let mut inner: Vec<Strip> = inner
                .into_iter()
                .map(|strip| strip.indented(indent))
                .collect();
            inner[0].above = between;
            let marks = match item.task {
                Some(done) => {
                    let size = setting.size.part(78, 100);
                    vec![Mark::TickBox {
                        x: indent - gap - size,
                        baseline: baseline(&setting),
                        size,
                        done,
                        element: name,
                    }]
                }
                None => self.label_marks(label, &setting, indent - gap, name),
            };
            // The label comes first in reading order.
            inner[0].marks.splice(0..0, marks);
            strips.extend(inner);
        }
        if let Some(first) = strips.first_mut() {
            first.above = self.style.scaled(if list.tight { 4_500 } else { 6_500 });
        }
        strips
    }

    /// A number or bullet, set to the right so that dots stand under one another.
    fn label_marks(
        &mut self,
        label: &str,
        setting: &Setting,
        right: Length,
        element: Element,
    ) -> Vec<Mark> {
        let setting = Setting {
            colour: QUIET,
            hyphenate: false,
            ..*setting
        };
        let text = Text::from(label);
        set(
            &text,
            &setting,
            element,
            self.structure,
            self.shaper,
            self.pages,
        )
        .into_iter()
        .take(1)
        .flat_map(|line| {
            let x = (right - line.width).max(Length::ZERO);
            line.marks
                .into_iter()
                .map(move |mark| mark.moved(x, Length::ZERO))
        })
        .collect()
    }
}
