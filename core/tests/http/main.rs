//! Calls without I/O: requests, answers, retries and pages.

mod crawl;
mod klikit;
