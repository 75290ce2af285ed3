//! The ordering platforms this library speaks.

use crate::value::codes;

codes! {
    /// An ordering platform.
    pub enum Platform {
        /// klikit, <https://developer.klikit.io/partner-api>.
        Klikit = 1, "klikit";
        /// Atlas Kitchen, <https://help.atlas.kitchen/connect>.
        Atlas = 2, "atlas";
        /// Fire, <https://docs.fire.rest>.
        Fire = 3, "fire";
    }
}
