//! Several secrets while one is rotated.

use tillwire_core::Platform;
use tillwire_core::http::{AccountText, Operation, ReplyInt};
use tillwire_sim::AcceptedSecrets;
use tillwire_transport::Client;

use crate::support::{account, arguments, sim};

#[test]
fn the_secret_that_was_accepted_comes_first_until_it_is_revoked() {
    let sim = sim();
    let secondary = sim.credentials(tillwire_sim::Platform::Klikit).get("secondary_secret");
    let account = account(&sim, Platform::Klikit).text(AccountText::Secret, secondary).build().unwrap();
    let client = Client::builder(account).build().unwrap();
    let read = || {
        let reply = client.send(Operation::KlikitOrderStatuses, &arguments(&[])).unwrap();
        (reply.int(ReplyInt::SecretIndex), reply.int(ReplyInt::Attempts))
    };
    let accept = |accepted| sim.change_settings(|settings| settings.klikit.accepted_secrets = accepted);
    assert_eq!(read(), (Some(0), Some(1)));
    accept(AcceptedSecrets::Secondary);
    assert_eq!(read(), (Some(1), Some(2)));
    assert_eq!(read(), (Some(1), Some(1)));
    accept(AcceptedSecrets::Primary);
    assert_eq!(read(), (Some(0), Some(2)));
    assert_eq!(read(), (Some(0), Some(1)));
}
