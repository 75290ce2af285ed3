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
/// Not the end: wait, then send the call's request again; from tillwire_call_after().
pub const TILLWIRE_AGAIN: i32 = 3;

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
/// The handle is not where this can be done: a call that was not begun, or is over.
pub const TILLWIRE_E_STATE: i32 = -6;
/// The operating system gives no random bytes.
pub const TILLWIRE_E_RANDOM: i32 = -7;

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
/// A setting of the verifier or account is missing or unusable.
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

/// The call cannot be made: a parameter is missing, not taken, or not of its form. TILLWIRE_ERROR_PARAMETER says which.
pub const TILLWIRE_E_CALL_PARAMETER: i32 = -400;
/// The call: the platform finds the request itself wrong.
pub const TILLWIRE_E_CALL_INVALID: i32 = -401;
/// The call: the credentials are missing, wrong or revoked.
pub const TILLWIRE_E_CALL_UNAUTHORIZED: i32 = -402;
/// The call: the credentials are good, but may not do this.
pub const TILLWIRE_E_CALL_FORBIDDEN: i32 = -403;
/// The call: there is no such thing, or these credentials do not see it.
pub const TILLWIRE_E_CALL_NOT_FOUND: i32 = -404;
/// The call: the order is not in a state that allows it.
pub const TILLWIRE_E_CALL_TRANSITION: i32 = -405;
/// The call: the key was used for another action.
pub const TILLWIRE_E_CALL_KEY_CONFLICT: i32 = -406;
/// The call: the platform says that it is against something it holds.
pub const TILLWIRE_E_CALL_CONFLICT: i32 = -407;
/// The call: too many requests.
pub const TILLWIRE_E_CALL_RATE_LIMITED: i32 = -408;
/// The call: the platform, or what stands before it, failed.
pub const TILLWIRE_E_CALL_UNAVAILABLE: i32 = -409;
/// The call: the platform does not offer this.
pub const TILLWIRE_E_CALL_UNSUPPORTED: i32 = -410;
/// The call: the answer sends the request elsewhere, which is not followed.
pub const TILLWIRE_E_CALL_REDIRECTED: i32 = -411;
/// The call: the answer cannot be read: it is cut, or not what the platform documents.
pub const TILLWIRE_E_CALL_BAD_ANSWER: i32 = -412;
/// The call: the answer is larger than the limit.
pub const TILLWIRE_E_CALL_TOO_LARGE: i32 = -413;
/// The call: the name of the platform's host is not found.
pub const TILLWIRE_E_CALL_NO_HOST: i32 = -420;
/// The call: no connection could be made.
pub const TILLWIRE_E_CALL_NO_CONNECTION: i32 = -421;
/// The call: the connection is not to whom it should be: its certificate is not trusted, out of date, or of another host.
pub const TILLWIRE_E_CALL_UNTRUSTED: i32 = -422;
/// The call: the connection broke before the answer was whole.
pub const TILLWIRE_E_CALL_BROKEN: i32 = -423;
/// The call: no answer came in time.
pub const TILLWIRE_E_CALL_TIMED_OUT: i32 = -424;
/// The call: the caller cancelled the call.
pub const TILLWIRE_E_CALL_CANCELLED: i32 = -425;
/// The call: the proxy refused.
pub const TILLWIRE_E_CALL_PROXY: i32 = -426;
/// A till may not ask this of the platform now; the message says why.
pub const TILLWIRE_E_CALL_REFUSED: i32 = -440;
/// The list ended with fewer records than it began with, and they did not leave it meanwhile.
pub const TILLWIRE_E_CALL_INCOMPLETE: i32 = -450;
/// The pages of the list repeat without an end: the page that is asked for is not looked at.
pub const TILLWIRE_E_CALL_STUCK: i32 = -451;
