//! HTTP methods.

use crate::value::codes;

codes! {
    /// The method of a request.
    pub enum Method {
        /// Reads.
        Get = 1, "GET";
        /// Creates, reports or asks.
        Post = 2, "POST";
        /// Changes a part.
        Patch = 3, "PATCH";
        /// Replaces.
        Put = 4, "PUT";
        /// Removes.
        Delete = 5, "DELETE";
    }
}
