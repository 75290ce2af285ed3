//! Taking connections, each on a thread of its own, and ending them all.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::sim::Shared;
use crate::stop::lock;

/// The connections that are open, and the threads that serve them.
#[derive(Default)]
pub(crate) struct Connections(Mutex<Open>);

#[derive(Default)]
struct Open {
    taken: u64,
    sockets: HashMap<u64, TcpStream>,
    threads: Vec<JoinHandle<()>>,
}

impl Connections {
    /// Keeps a connection to be ended later; its number.
    pub(crate) fn add(&self, stream: &TcpStream) -> io::Result<u64> {
        let socket = stream.try_clone()?;
        let mut open = lock(&self.0);
        open.taken = open.taken.saturating_add(1);
        let number = open.taken;
        open.sockets.insert(number, socket);
        open.threads.retain(|thread| !thread.is_finished());
        Ok(number)
    }

    pub(crate) fn remove(&self, number: u64) {
        lock(&self.0).sockets.remove(&number);
    }

    /// Ends all connections and waits for their threads.
    pub(crate) fn end(&self) {
        let threads = {
            let mut open = lock(&self.0);
            for socket in open.sockets.values() {
                // One that the client has closed already is what is wanted.
                let _ = socket.shutdown(Shutdown::Both);
            }
            std::mem::take(&mut open.threads)
        };
        for thread in threads {
            let _ = thread.join();
        }
    }
}

/// Listens on 127.0.0.1 and serves every connection with `serve`.
pub(crate) fn listen(
    shared: &Arc<Shared>,
    port: u16,
    serve: impl Fn(&Shared, u64, TcpStream) + Clone + Send + 'static,
) -> io::Result<(SocketAddr, JoinHandle<()>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let address = listener.local_addr()?;
    let shared = Arc::clone(shared);
    let thread = thread::Builder::new().name("sim-listener".to_owned()).spawn(move || {
        for stream in listener.incoming() {
            if shared.stop.is_stopped() {
                return;
            }
            match stream {
                Ok(stream) => take(&shared, stream, serve.clone()),
                // Out of sockets: the next try is no better for being immediate.
                Err(_) => thread::sleep(Duration::from_millis(10)),
            }
        }
    })?;
    Ok((address, thread))
}

/// Lets a listener see that it is time to stop.
pub(crate) fn wake(address: SocketAddr) {
    // If nobody listens any more, all is well.
    let _ = TcpStream::connect_timeout(&address, Duration::from_secs(1));
}

/// A connection that cannot be served is closed.
fn take(shared: &Arc<Shared>, stream: TcpStream, serve: impl Fn(&Shared, u64, TcpStream) + Send + 'static) {
    let Ok(number) = shared.connections.add(&stream) else { return };
    let server = Arc::clone(shared);
    let thread = thread::Builder::new().name(format!("sim-{number}")).spawn(move || {
        serve(&server, number, stream);
        server.connections.remove(number);
    });
    match thread {
        Ok(thread) => lock(&shared.connections.0).threads.push(thread),
        Err(_) => shared.connections.remove(number),
    }
}
