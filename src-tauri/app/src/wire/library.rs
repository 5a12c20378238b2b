//! Citation files in and out.

use super::wire;
use aftershift_domain::theory::{Known, TheoryKind};

wire! {
    /// Hands over a citation file as text.
    struct PasteLibrary {
        /// The text.
        pub text: String,
    }

    /// A work that a citation file would bring, as far as it matters for agreeing to it.
    struct ProposedWork {
        /// The line of the file on which it begins.
        pub line: u32,
        /// Its short name, such as `Benner (1984)`.
        pub label: String,
        /// Its title.
        pub title: String,
        /// What kind of source it is.
        pub kind: TheoryKind,
        /// Journal or book that it stands in.
        pub container: String,
        /// What was made of things that can be read in more than one way.
        pub remarks: Vec<String>,
        /// What it repeats.
        pub known: Option<Known>,
        /// The short name of the work that it repeats, if the library has that.
        pub known_as: String,
        /// Whether it says something that the work it repeats does not.
        pub fills: bool,
    }

    /// An entry of a citation file that cannot become a work.
    struct LibraryFault {
        /// The line on which it begins.
        pub line: u32,
        /// Its key, if that can be told.
        pub key: String,
        /// One sentence: what is wrong.
        pub reason: String,
    }

    /// What a citation file says and a work has no place for.
    struct LeftOut {
        /// What the file calls it.
        pub name: String,
        /// In how many entries.
        pub count: u32,
    }

    /// A citation file that was read, and what it would add to the library.
    struct LibraryView {
        /// Which.
        pub id: String,
        /// How the file is called; empty for a text that was pasted.
        pub file_name: String,
        /// The form it has, such as `BibTeX`.
        pub form: String,
        /// What would be added, in the order of the file.
        pub works: Vec<ProposedWork>,
        /// Entries that cannot be, the first of them.
        pub faults: Vec<LibraryFault>,
        /// How many entries cannot be.
        pub fault_count: u32,
        /// What is not taken over, the most frequent first.
        pub left_out: Vec<LeftOut>,
    }

    /// A work that is agreed to.
    #[derive(Copy, Eq)]
    struct AcceptedWork {
        /// Its place in the list.
        pub index: u32,
        /// Whether it fills in what is empty in the work that it repeats, instead of becoming another one.
        pub merge: bool,
    }

    /// Agrees to works.
    struct AcceptLibrary {
        /// Of which file.
        pub id: String,
        /// Which.
        pub works: Vec<AcceptedWork>,
    }

    /// What a citation file brought.
    struct LibraryImported {
        /// How many works were added.
        pub added: u32,
        /// How many works were filled in.
        pub merged: u32,
        /// What the one undo would say it takes back.
        pub what: String,
    }

    /// A form in which the library can leave.
    #[derive(Copy, Eq)]
    enum LibraryForm {
        /// BibLaTeX, which BibTeX reads as well.
        BibTex,
        /// RIS.
        Ris,
        /// CSL-JSON.
        CslJson,
    }

    /// Asks for the library in some form.
    struct ExportLibrary {
        /// In which.
        pub form: LibraryForm,
    }
}
