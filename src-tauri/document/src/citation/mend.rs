//! What is put right in a style before it is used.

use hayagriva::citationberg::{
    IndependentStyle, LayoutRenderingElement as Element, Name, NamesChild, TextTarget,
};
use std::collections::HashMap;

/// hayagriva takes names that say how they are labelled but not how they are written to be empty, and
/// leaves them out. CSL has them written as usual, which is what an empty `cs:name` says.
pub(super) fn names(style: &mut IndependentStyle) {
    let macros = style.macros.iter_mut().map(|one| &mut one.children);
    let list = style.bibliography.iter_mut();
    let layouts = list.map(|list| &mut list.layout.elements);
    let citation = std::iter::once(&mut style.citation.layout.elements);
    for elements in macros.chain(layouts).chain(citation) {
        elements.iter_mut().for_each(name);
    }
}

fn name(element: &mut Element) {
    match element {
        Element::Names(names) => {
            for child in &mut names.children {
                if let NamesChild::Substitute(substitute) = child {
                    substitute.children.iter_mut().for_each(name);
                }
            }
            let written = |child: &NamesChild| matches!(child, NamesChild::Name(_));
            // Without anything in them they take after the names that they stand in for.
            if !names.children.is_empty() && !names.children.iter().any(written) {
                names.children.insert(0, NamesChild::Name(Name::default()));
            }
        }
        Element::Group(group) => group.children.iter_mut().for_each(name),
        Element::Choose(choose) => {
            choose.if_.children.iter_mut().for_each(name);
            for branch in &mut choose.else_if {
                branch.children.iter_mut().for_each(name);
            }
            if let Some(otherwise) = &mut choose.otherwise {
                otherwise.children.iter_mut().for_each(name);
            }
        }
        Element::Text(_) | Element::Date(_) | Element::Number(_) | Element::Label(_) => {}
    }
}

/// Whether a macro calls itself, over however many others.
pub(super) fn is_endless(style: &IndependentStyle) -> bool {
    let mut calls: HashMap<&str, Vec<&str>> = HashMap::new();
    for one in &style.macros {
        let called = calls.entry(&one.name).or_default();
        one.children.iter().for_each(|child| gather(child, called));
    }
    // Whoever calls nobody who is left is done with; those who are never done call one another.
    loop {
        let before = calls.len();
        let left: Vec<&str> = calls.keys().copied().collect();
        calls.retain(|_, called| called.iter().any(|name| left.contains(name)));
        if calls.is_empty() {
            return false;
        }
        if calls.len() == before {
            return true;
        }
    }
}

/// How many elements a style has once each macro stands where it is called. It must not be endless.
pub(super) fn width(style: &IndependentStyle) -> u64 {
    let macros: HashMap<&str, &[Element]> = style
        .macros
        .iter()
        .map(|one| (one.name.as_str(), one.children.as_slice()))
        .collect();
    let mut known = HashMap::new();
    let list = style.bibliography.iter();
    let layouts = list
        .map(|list| &list.layout)
        .chain([&style.citation.layout]);
    layouts
        .map(|layout| width_of(&layout.elements, &macros, &mut known))
        .fold(0, u64::saturating_add)
}

fn width_of<'s>(
    elements: &'s [Element],
    macros: &HashMap<&'s str, &'s [Element]>,
    known: &mut HashMap<&'s str, u64>,
) -> u64 {
    let mut called = Vec::new();
    for element in elements {
        gather(element, &mut called);
    }
    let mut width = elements.iter().map(size).fold(0, u64::saturating_add);
    for name in called {
        let inside = match (known.get(name), macros.get(name)) {
            (Some(width), _) => *width,
            (None, Some(elements)) => {
                let width = width_of(elements, macros, known);
                known.insert(name, width);
                width
            }
            (None, None) => 0,
        };
        width = width.saturating_add(inside);
    }
    width
}

/// How many elements one is, with what stands in it.
fn size(element: &Element) -> u64 {
    let inner: u64 = match element {
        Element::Group(group) => group.children.iter().map(size).sum(),
        Element::Choose(choose) => {
            let otherwise = choose.otherwise.iter().flat_map(|one| &one.children);
            let branches = choose.branches().flat_map(|one| &one.children);
            branches.chain(otherwise).map(size).sum()
        }
        Element::Names(names) => names
            .children
            .iter()
            .filter_map(|child| match child {
                NamesChild::Substitute(substitute) => Some(&substitute.children),
                _ => None,
            })
            .flatten()
            .map(size)
            .sum(),
        Element::Text(_) | Element::Date(_) | Element::Number(_) | Element::Label(_) => 0,
    };
    inner + 1
}

fn gather<'s>(element: &'s Element, called: &mut Vec<&'s str>) {
    match element {
        Element::Text(text) => {
            if let TextTarget::Macro { name } = &text.target {
                called.push(name);
            }
        }
        Element::Names(names) => {
            for child in &names.children {
                if let NamesChild::Substitute(substitute) = child {
                    substitute
                        .children
                        .iter()
                        .for_each(|one| gather(one, called));
                }
            }
        }
        Element::Group(group) => group.children.iter().for_each(|one| gather(one, called)),
        Element::Choose(choose) => {
            let otherwise = choose.otherwise.iter().flat_map(|one| &one.children);
            let branches = choose.branches().flat_map(|one| &one.children);
            branches
                .chain(otherwise)
                .for_each(|one| gather(one, called));
        }
        Element::Date(_) | Element::Number(_) | Element::Label(_) => {}
    }
}
