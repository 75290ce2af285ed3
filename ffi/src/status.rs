//! Status codes
//!
//! Functions that can fail return one of these: 0 is success, 1 is "there is no such value", a negative number
//! is an error. Numbers are never reused or renumbered; a later version may add some, so treat an unknown
//! negative number as a failure.

/// Success.
pub const TILLWIRE_OK: i32 = 0;
/// Not an error: the document has no such value, or this version of the library knows no such field.
pub const TILLWIRE_ABSENT: i32 = 1;
/// The delivery was taken before; for tillwire_verifier_answer().
pub const TILLWIRE_DUPLICATE: i32 = 2;

/// An argument is unusable: NULL where a value is needed, a length beyond what memory can hold, text that is
/// not UTF-8, an unknown code.
pub const TILLWIRE_E_ARGUMENT: i32 = -1;
/// Memory for the received data could not be had.
pub const TILLWIRE_E_MEMORY: i32 = -2;
/// A defect in this library was contained; the process is intact, the handle in use should be freed.
pub const TILLWIRE_E_PANIC: i32 = -3;
/// This flavour of the library was built without the feature.
pub const TILLWIRE_E_UNSUPPORTED: i32 = -4;
/// The caller's buffer is too small.
pub const TILLWIRE_E_BUFFER: i32 = -5;

/// The amount cannot be expressed exactly with that many digits.
pub const TILLWIRE_E_INEXACT: i32 = -20;
/// The number does not fit the type asked for.
pub const TILLWIRE_E_RANGE: i32 = -21;
/// The unit of an amount at this place is not published: give its scale.
pub const TILLWIRE_E_UNIT: i32 = -22;
/// The value is neither a number nor a number in a text.
pub const TILLWIRE_E_NOT_A_NUMBER: i32 = -23;

/// The secret is empty, or has a space or line break at an end.
pub const TILLWIRE_E_SECRET: i32 = -40;
/// A setting of the verifier is missing or unusable.
pub const TILLWIRE_E_SETTING: i32 = -41;

/// The header that carries the signature, token or timestamp is not there.
pub const TILLWIRE_E_HEADER_MISSING: i32 = -100;
/// The header came several times with different values.
pub const TILLWIRE_E_HEADER_CONFLICT: i32 = -101;
/// The header block is not made of "Name: value" lines, or has too many of them.
pub const TILLWIRE_E_HEADER_FORMAT: i32 = -102;
/// The signature is not written as the chosen scheme writes it.
pub const TILLWIRE_E_SIGNATURE_FORMAT: i32 = -103;
/// The signature or token is not the expected one: a forgery, another secret, or a changed body.
pub const TILLWIRE_E_SIGNATURE_MISMATCH: i32 = -104;
/// The signed timestamp is not a whole number of Unix seconds.
pub const TILLWIRE_E_TIMESTAMP_FORMAT: i32 = -105;
/// The delivery is authentic, but its signed time is too far from now.
pub const TILLWIRE_E_TIMESTAMP_AGE: i32 = -106;

/// The body is not JSON.
pub const TILLWIRE_E_NOT_JSON: i32 = -200;
/// The body is larger than the limit.
pub const TILLWIRE_E_BODY_TOO_LARGE: i32 = -201;
/// Arrays and objects are nested more deeply than the limit.
pub const TILLWIRE_E_TOO_DEEP: i32 = -202;
/// An array has more elements than the limit.
pub const TILLWIRE_E_TOO_MANY_ELEMENTS: i32 = -203;
/// The document is JSON, but not of the form that the platform sends.
pub const TILLWIRE_E_SHAPE: i32 = -204;
/// The order has no id.
pub const TILLWIRE_E_NO_IDENTITY: i32 = -205;

/// The text is no export of a book of orders, or it is damaged.
pub const TILLWIRE_E_EXPORT: i32 = -300;
/// The export is of a version that this library does not read.
pub const TILLWIRE_E_VERSION: i32 = -301;
