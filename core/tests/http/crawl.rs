//! Lists that change while they are read.

use std::collections::BTreeSet;

use tillwire_core::Platform;
use tillwire_core::http::{
    Account, AccountText, Arguments, CallBuildError, Clock, Crawl, CrawlError, Form, Next, Operation,
    Outcome, Parameter, Reply,
};
use tillwire_core::verify::Headers;

/// A list of ids, newest first, of which a page at a time is answered.
struct List {
    ids: Vec<u64>,
}

impl List {
    fn page(&self, arguments: &Arguments) -> Reply {
        let number = |parameter| arguments.get(parameter).unwrap().parse::<usize>().unwrap();
        let (page, size) = (number(Parameter::Page), number(Parameter::Size));
        let orders: Vec<_> = self.ids.iter().skip((page - 1) * size).take(size).collect();
        let orders: Vec<_> = orders.iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
        let (total, orders) = (self.ids.len(), orders.join(","));
        let body =
            format!(r#"{{"data":{{"page":{page},"size":{size},"total":{total},"orders":[{orders}]}}}}"#);
        reply(arguments, &body)
    }
}

fn reply(arguments: &Arguments, body: &str) -> Reply {
    let account = Account::builder(Platform::Klikit)
        .text(AccountText::Key, "partner")
        .text(AccountText::Secret, "secret")
        .text(AccountText::ApiAddress, "http://127.0.0.1:1")
        .build()
        .unwrap();
    let mut call = account.call(Operation::KlikitOrders, arguments, [0; 16]).unwrap();
    let headers = Headers::new();
    let outcome = Outcome::Answered { status: 200, headers: &headers, body: body.as_bytes() };
    match call.after(outcome, Clock::default()).unwrap() {
        Next::Done(reply) => reply,
        Next::Again { .. } => panic!("not the end"),
    }
}

/// Crawls a list, which `change` changes after each page; tells the ids in the order in which they came.
fn crawled(list: &mut List, mut change: impl FnMut(&mut List, u64)) -> Vec<u64> {
    let arguments = Arguments::new().with(Parameter::Size, "10");
    let mut crawl = Crawl::new(Operation::KlikitOrders, arguments, 1_781_115_871_000).unwrap();
    let mut seen = Vec::new();
    while let Some(arguments) = crawl.next_page().unwrap() {
        let reply = list.page(&arguments.clone());
        for record in crawl.take(&reply) {
            let value = reply.records().nth(record.position).unwrap();
            seen.push(value.get("id").unwrap().number().unwrap().parse().unwrap());
        }
        change(list, crawl.progress().pages);
    }
    seen
}

#[test]
fn a_list_at_rest_is_read_once() {
    for length in [0, 1, 9, 10, 11, 95, 100] {
        let mut list = List { ids: (0..length).rev().collect() };
        let expected = list.ids.clone();
        assert_eq!(crawled(&mut list, |_, _| ()), expected);
    }
}

#[test]
fn what_arrives_meanwhile_makes_nothing_come_twice_or_be_missed() {
    let mut list = List { ids: (0..200).rev().collect() };
    let seen = crawled(&mut list, |list, page| {
        for id in 0..3 {
            list.ids.insert(0, 1000 + page * 10 + id);
        }
    });
    let old: Vec<_> = seen.iter().copied().filter(|id| *id < 200).collect();
    assert_eq!(old, (0..200).rev().collect::<Vec<_>>());
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len());
}

#[test]
fn what_leaves_meanwhile_makes_nothing_be_missed() {
    let mut list = List { ids: (0..200).rev().collect() };
    let seen = crawled(&mut list, |list, page| {
        if page % 3 == 0 && page < 30 {
            list.ids.drain(..4);
        }
    });
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len());
    let missed: Vec<_> = list.ids.iter().filter(|id| !seen.contains(id)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn a_page_number_that_is_not_looked_at_is_found_out() {
    let list = List { ids: (0..50).rev().collect() };
    let mut crawl = Crawl::new(Operation::KlikitOrders, Arguments::new(), 0).unwrap();
    while let Ok(Some(arguments)) = crawl.next_page() {
        let first = arguments.clone().with(Parameter::Page, "1").with(Parameter::Size, "10");
        crawl.take(&list.page(&first));
    }
    let incomplete = CrawlError::Incomplete { records: 10, expected: 50 };
    assert_eq!(crawl.next_page().unwrap_err(), incomplete);
}

#[test]
fn an_answer_without_a_list_is_no_page() {
    let mut crawl = Crawl::new(Operation::KlikitOrders, Arguments::new(), 0).unwrap();
    let arguments = crawl.next_page().unwrap().unwrap().clone();
    assert!(crawl.take(&reply(&arguments, r#"{"data":{}}"#)).is_empty());
    assert_eq!(crawl.next_page().unwrap_err(), CrawlError::NoList { page: 1 });
}

#[test]
fn a_page_or_size_that_is_no_number_from_1_is_refused() {
    for (parameter, text) in [(Parameter::Size, "x"), (Parameter::Size, "0"), (Parameter::Page, "-1")] {
        let arguments = Arguments::new().with(parameter, text);
        let error = Crawl::new(Operation::KlikitOrders, arguments, 0).unwrap_err();
        assert_eq!(error, CallBuildError::Form { parameter, form: Form::Integer });
    }
}
