//! The simulator as a program: starts, prints where it is, and runs until it is killed.
#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use tillwire_sim::{Certificate, Family, Platform, Settings, Sim, Site, Webhook};

/// Simulates what klikit, Atlas and Fire publish of the calls a till makes to them; it is no platform
#[derive(Parser)]
#[command(name = "tillwire-sim", version)]
struct Cli {
    /// The port for http on 127.0.0.1; 0 lets the system choose
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// The first of four ports for https: good, expired, other host, unknown authority; 0 lets the system choose
    #[arg(long, value_name = "N", default_value_t = 0)]
    tls_port: u16,
    /// Write the certificate of the authority to trust to this file, as PEM
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
    /// Place so many orders at each platform at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    orders: usize,
    /// Send a platform's deliveries to this address: klikit, atlas, fire (Integration Flows) or fire-aggregator
    #[arg(long, value_name = "PLATFORM=URL", value_parser = webhook)]
    webhooks: Vec<Webhook>,
    /// Multiply the platforms' own waits: retries of deliveries, the memory of idempotency keys, Fire's queue
    #[arg(long, value_name = "X", default_value_t = 1.0)]
    time_scale: f64,
    /// Write the ports to this file as NAME=VALUE lines, once it listens
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tillwire-sim: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> io::Result<()> {
    let settings = Settings {
        port: cli.port,
        tls_port: cli.tls_port,
        time_scale: cli.time_scale,
        webhooks: cli.webhooks.clone(),
        ..Settings::default()
    };
    let sim = Sim::start(settings)?;
    for platform in Platform::ALL {
        sim.place_orders(platform, cli.orders);
    }
    if let Some(file) = &cli.ca {
        fs::write(file, sim.ca_pem()).map_err(|error| about(file, &error))?;
    }
    print(&sim)?;
    if let Some(file) = &cli.ready_file {
        write_ports(&sim, file).map_err(|error| about(file, &error))?;
    }
    loop {
        std::thread::park();
    }
}

/// Where everything is, one `NAME=VALUE` a line.
fn print(sim: &Sim) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for site in Site::ALL {
        writeln!(out, "{}={}", site.name(), sim.url(site))?;
    }
    for certificate in Certificate::ALL {
        for site in Site::ALL {
            writeln!(out, "{}_{}={}", certificate.name(), site.name(), sim.tls_url(certificate, site))?;
        }
    }
    for platform in Platform::ALL {
        for (name, value) in sim.credentials(platform).iter() {
            writeln!(out, "{}_{}={value}", platform.name().to_uppercase(), name.to_uppercase())?;
        }
    }
    writeln!(out, "CONTROL={}", sim.control_url())?;
    out.flush()
}

/// The file appears whole: shell scripts wait for it and source it.
fn write_ports(sim: &Sim, file: &Path) -> io::Result<()> {
    let mut lines = format!("SIM_PORT={}\n", sim.address().port());
    for certificate in Certificate::ALL {
        let port = sim.tls_address(certificate).port();
        lines.extend(["SIM_TLS_PORT_", certificate.name(), "=", &port.to_string(), "\n"]);
    }
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    fs::write(&part, lines)?;
    fs::rename(&part, file)
}

fn about(file: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("{}: {error}", file.display()))
}

fn webhook(text: &str) -> Result<Webhook, String> {
    let (name, url) = text.split_once('=').ok_or("it must be PLATFORM=URL")?;
    if !url.starts_with("http://") {
        return Err("the URL must begin with http://".to_owned());
    }
    match (name, Platform::named(name)) {
        (_, Some(platform)) => Ok(Webhook::new(platform, url)),
        ("fire-aggregator", None) => {
            Ok(Webhook { family: Family::Aggregator, ..Webhook::new(Platform::Fire, url) })
        }
        _ => Err("the platforms are klikit, atlas, fire and fire-aggregator".to_owned()),
    }
}
