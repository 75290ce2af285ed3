//! Calls without I/O: requests, answers, retries and pages.

mod answers;
mod cases;
mod crawl;
mod klikit;
mod requests;
mod retries;
