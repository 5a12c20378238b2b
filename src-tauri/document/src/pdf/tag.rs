//! The structure tree: which marks on which page belong to which element.

use crate::layout::structure::{Element, Role, Structure};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

/// What an element holds, in reading order.
#[derive(Debug, Clone, Copy)]
enum Kid {
    Element(Element),
    Content { page: usize, number: usize },
    Annotation { page: usize, place: usize },
}

/// Collects what belongs to the elements while pages are written.
pub(super) struct Tagger<'a> {
    structure: &'a Structure,
    kids: Vec<Vec<Kid>>,
    placed: Vec<bool>,
    /// For each page, the element of each piece of marked content.
    owners: Vec<Vec<Element>>,
    /// The element of each annotation, page by page.
    annotations: Vec<Vec<Element>>,
}

impl<'a> Tagger<'a> {
    pub(super) fn new(structure: &'a Structure, pages: usize) -> Self {
        let mut placed = vec![false; structure.nodes.len()];
        placed[0] = true;
        Self {
            structure,
            kids: vec![Vec::new(); structure.nodes.len()],
            placed,
            owners: vec![Vec::new(); pages],
            annotations: vec![Vec::new(); pages],
        }
    }

    /// Gives an element its place in its parent, and that one in its own, if they have none yet.
    pub(super) fn place(&mut self, element: Element) {
        let mut child = element;
        while !self.placed[child.0 as usize] {
            self.placed[child.0 as usize] = true;
            let parent = self.structure.node(child).parent;
            self.kids[parent.0 as usize].push(Kid::Element(child));
            child = parent;
        }
    }

    /// The number under which a piece of content is marked on its page.
    pub(super) fn content(&mut self, element: Element, page: usize) -> usize {
        self.place(element);
        let number = self.owners[page].len();
        self.owners[page].push(element);
        self.kids[element.0 as usize].push(Kid::Content { page, number });
        number
    }

    /// Notes the next annotation of a page.
    pub(super) fn annotation(&mut self, element: Element, page: usize) {
        self.place(element);
        let place = self.annotations[page].len();
        self.annotations[page].push(element);
        self.kids[element.0 as usize].push(Kid::Annotation { page, place });
    }

    /// The name of an element's kind.
    pub(super) fn name(&self, element: Element) -> &'static str {
        name(&self.structure.node(element).role)
    }

    /// Writes the tree. `pages` are the page objects, `links` the annotations of each; each page
    /// and annotation is given its number in the parent tree.
    pub(super) fn write(
        self,
        document: &mut Document,
        pages: &[ObjectId],
        links: &[Vec<ObjectId>],
        language: &str,
    ) -> Result<ObjectId, lopdf::Error> {
        let root = document.new_object_id();
        // Elements that nothing was drawn for are not in the tree and need no object.
        let ids: Vec<Option<ObjectId>> = self
            .placed
            .iter()
            .map(|placed| placed.then(|| document.new_object_id()))
            .collect();
        let id = |element: Element| ids[element.0 as usize].unwrap_or(root);

        for (place, kids) in self.kids.iter().enumerate() {
            let Some(own) = ids[place] else { continue };
            let node = &self.structure.nodes[place];
            let parent = if place == 0 { root } else { id(node.parent) };
            let first_page = kids.iter().find_map(|kid| match kid {
                Kid::Content { page, .. } => Some(*page),
                _ => None,
            });
            let array: Vec<Object> = kids
                .iter()
                .map(|kid| match kid {
                    Kid::Element(element) => Object::Reference(id(*element)),
                    Kid::Content { page, number } if Some(*page) == first_page => {
                        Object::Integer(*number as i64)
                    }
                    Kid::Content { page, number } => dictionary([
                        ("Type", "MCR".into()),
                        ("Pg", Object::Reference(pages[*page])),
                        ("MCID", Object::Integer(*number as i64)),
                    ])
                    .into(),
                    Kid::Annotation { page, place } => dictionary([
                        ("Type", "OBJR".into()),
                        ("Pg", Object::Reference(pages[*page])),
                        ("Obj", Object::Reference(links[*page][*place])),
                    ])
                    .into(),
                })
                .collect();
            let mut element = dictionary([
                ("Type", "StructElem".into()),
                ("S", name(&node.role).into()),
                ("P", Object::Reference(parent)),
            ]);
            if let Some(page) = first_page {
                element.set("Pg", Object::Reference(pages[page]));
            }
            attributes(&node.role, place, language, &mut element);
            match <[Object; 1]>::try_from(array) {
                Ok([only]) => element.set("K", only),
                Err(array) => element.set("K", Object::Array(array)),
            }
            document.objects.insert(own, Object::Dictionary(element));
        }

        let mut numbers = Vec::new();
        for (page, owners) in self.owners.iter().enumerate() {
            let owners: Vec<Object> = owners
                .iter()
                .map(|element| Object::Reference(id(*element)))
                .collect();
            let array = document.add_object(Object::Array(owners));
            numbers.push(Object::Integer(page as i64));
            numbers.push(Object::Reference(array));
            document
                .get_dictionary_mut(pages[page])?
                .set("StructParents", Object::Integer(page as i64));
        }
        let mut next = pages.len() as i64;
        for (page, elements) in self.annotations.iter().enumerate() {
            for (place, element) in elements.iter().enumerate() {
                numbers.push(Object::Integer(next));
                numbers.push(Object::Reference(id(*element)));
                document
                    .get_dictionary_mut(links[page][place])?
                    .set("StructParent", Object::Integer(next));
                next += 1;
            }
        }
        let tree = document.add_object(dictionary([("Nums", Object::Array(numbers))]));
        let whole = dictionary([
            ("Type", "StructTreeRoot".into()),
            ("K", Object::Reference(id(Structure::ROOT))),
            ("ParentTree", Object::Reference(tree)),
            ("ParentTreeNextKey", Object::Integer(next)),
        ]);
        document.objects.insert(root, Object::Dictionary(whole));
        Ok(root)
    }
}

fn name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Part => "Part",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::Quote => "BlockQuote",
        Role::List { .. } => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Code => "Code",
        Role::Table { .. } => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Figure(_) => "Figure",
        Role::Caption => "Caption",
        Role::Link(_) => "Link",
        Role::Attachment(_) => "Annot",
        Role::Signature => "Form",
        Role::Contents => "TOC",
        Role::ContentsItem => "TOCI",
        Role::Note => "Sect",
    }
}

fn attributes(role: &Role, place: usize, language: &str, element: &mut Dictionary) {
    let owner = |name: &str, key: &str, value: Object| -> Object {
        dictionary([("O", name.into()), (key, value)]).into()
    };
    match role {
        Role::Document => element.set("Lang", text(language)),
        Role::Figure(description) => element.set("Alt", text(description)),
        Role::ColumnHead => {
            element.set("A", owner("Table", "Scope", "Column".into()));
            element.set("ID", Object::string_literal(format!("head-{place}")));
        }
        Role::RowHead => element.set("A", owner("Table", "Scope", "Row".into())),
        Role::List { numbered } => {
            let numbering = if *numbered { "Decimal" } else { "Disc" };
            element.set("A", owner("List", "ListNumbering", numbering.into()));
        }
        Role::Table { summary } if !summary.is_empty() => {
            element.set("A", owner("Table", "Summary", text(summary)));
        }
        _ => {}
    }
}

/// A dictionary of these entries.
pub(super) fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    let mut dictionary = Dictionary::new();
    for (key, value) in entries {
        dictionary.set(key, value);
    }
    dictionary
}

/// A text string, which PDF holds as UTF-16 with a mark in front.
pub(super) fn text(words: &str) -> Object {
    if words.is_ascii() && !words.contains(|c: char| c.is_control()) {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
