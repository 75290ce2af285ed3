//! Memory while a long list is read: as much as for a short one. The simulator runs in a process of its own, so that only the
//! client's memory is counted.

#[path = "support/mod.rs"]
mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use peak_alloc::PeakAlloc;
use tillwire_core::Platform;
use tillwire_core::http::{Account, AccountText, Operation, Parameter};
use tillwire_sim::{Platform as Simulated, Site};
use tillwire_transport::Client;

use support::{arguments, now_ms, sim};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// How many orders the simulator in the other process is to have.
const ORDERS: &str = "TILLWIRE_TEST_ORDERS";
const HOUR: i64 = 3_600_000;

/// The other process: serves until its standard input ends.
#[test]
#[ignore = "it is the other process of the test below"]
fn the_simulator() {
    let orders: usize = std::env::var(ORDERS).unwrap().parse().unwrap();
    let sim = sim();
    sim.place_orders_at(Simulated::Klikit, orders, now_ms() - 30 * HOUR, 1000);
    sim.arrive_per_page(Simulated::Klikit, 3);
    println!("\nURL {}", sim.url(Site::Klikit));
    let known = sim.credentials(Simulated::Klikit);
    println!("KEY {}", known.get("key"));
    println!("SECRET {}", known.get("secret"));
    println!("IDS {}", sim.order_ids(Simulated::Klikit).join(" "));
    std::io::stdout().flush().unwrap();
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

struct Other {
    process: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
    lines: Vec<String>,
}

impl Other {
    fn start(orders: usize) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "the_simulator", "--ignored", "--nocapture"])
            .env(ORDERS, orders.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = process.stdin.take();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let mut lines = Vec::new();
        while !lines.last().is_some_and(|line: &String| line.starts_with("IDS ")) {
            let mut line = String::new();
            assert!(stdout.read_line(&mut line).unwrap() > 0, "the simulator did not start");
            lines.push(line);
        }
        Self { process, stdin, stdout, lines }
    }

    fn told(&self, name: &str) -> &str {
        self.lines.iter().find_map(|line| line.strip_prefix(name)).unwrap().trim()
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.stdout.read_to_end(&mut Vec::new());
        let _ = self.process.wait();
    }
}

/// Reads a list of so many orders, to which three are added after each page; the peak of the heap meanwhile, in bytes.
fn crawl(orders: usize) -> usize {
    let other = Other::start(orders);
    let account = Account::builder(Platform::Klikit)
        .text(AccountText::ApiAddress, other.told("URL "))
        .text(AccountText::Key, other.told("KEY "))
        .text(AccountText::Secret, other.told("SECRET "));
    let number = |id: &str| id.parse::<usize>().unwrap();
    let ids: Vec<usize> = other.told("IDS ").split(' ').map(number).collect();
    let first = *ids.iter().min().unwrap();
    // For the longest list, so that the test's own memory is the same.
    let mut seen = vec![0_u8; 40_000];
    let client = Client::builder(account.build().unwrap()).build().unwrap();
    // An end that is still to come, so that what arrives meanwhile pushes the others to later pages.
    let end = tillwire_core::value::Timestamp { unix_ms: now_ms() + HOUR, offset_minutes: Some(0) };
    let wanted = arguments(&[(Parameter::To, &end.to_string()), (Parameter::Size, "100")]);
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let mut pages = client.crawl(Operation::KlikitOrders, wanted).unwrap();
    while let Some(page) = pages.next().unwrap() {
        let records: Vec<_> = page.reply().records().collect();
        for record in page.new_records() {
            let id = number(records[record.position].get("id").unwrap().raw().trim_matches('"'));
            seen[id - first] += 1;
        }
    }
    let peak = HEAP.peak_usage() - before;
    assert!(seen.iter().all(|times| *times <= 1), "an order came twice");
    assert!(ids.iter().all(|id| seen[id - first] == 1), "an order is missing");
    let progress = pages.progress();
    assert!(progress.pages >= u64::try_from(ids.len() / 100).unwrap(), "{progress:?}");
    println!("{} orders on {} pages: at most {} KiB", progress.records, progress.pages, peak / 1024);
    peak
}

#[test]
fn a_list_of_20000_orders_needs_no_more_memory_than_one_of_2000() {
    let (short, long) = (crawl(2000), crawl(20_000));
    assert!(long * 10 <= short * 12, "{short} bytes for 2,000 orders, {long} for 20,000");
}
