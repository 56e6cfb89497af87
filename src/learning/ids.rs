//! Stable names of what there is to learn.

use crate::framework::id;

id! {
    /// Names a session, and its file.
    SessionId
}
id! {
    /// Names a pathway, and its file.
    PathwayId
}
id! {
    /// Names a module within its pathway.
    ModuleId
}
id! {
    /// Names an activity, in all pathways.
    ActivityId
}
id! {
    /// Names a part of something: a learning point, a question, an option.
    PartName
}
