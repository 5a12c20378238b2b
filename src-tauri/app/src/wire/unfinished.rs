//! What is typed into a form before it is sent off.

use super::wire;
use aftershift_domain::unfinished::{Form, TypedField};

wire! {
    /// Names a form.
    struct UnfinishedRef {
        /// The form.
        pub form: Form,
        /// Id of what it is about; absent where there is one such form, and for a new thing.
        pub about: Option<String>,
    }

    /// What stands in a form.
    struct SaveUnfinished {
        /// The form.
        pub form: Form,
        /// Id of what it is about; absent where there is one such form, and for a new thing.
        pub about: Option<String>,
        /// Its boxes, in the order of the form; none if there is nothing in it that is not in use.
        pub fields: Vec<TypedField>,
    }
}
