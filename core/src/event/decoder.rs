//! From a body to an event, without asking who sent it.

use alloc::string::String;

use super::error::DecodeError;
use super::kind::TypeSource;
use super::locations::Locations;
use super::scales::Scales;
use super::store::{Event, Parts};
use crate::atlas;
use crate::dictionary::{Dictionaries, Dictionary};
use crate::fire;
use crate::json::Document;
use crate::klikit;
use crate::lifecycle::Progress;
use crate::limits::Limits;
use crate::order::Stores;
use crate::platform::Platform;
use crate::value::Currency;
use crate::verify::{Headers, Lookup, SettingError};

/// How bodies of one platform are read.
#[derive(Clone, Debug)]
pub struct Decoder {
    pub(crate) platform: Platform,
    pub(crate) limits: Limits,
    pub(crate) expected_type: Option<String>,
    pub(crate) type_header: Option<String>,
    pub(crate) id_header: Option<String>,
    pub(crate) scales: Scales,
    pub(crate) stores: Stores,
    pub(crate) dictionaries: Dictionaries,
    pub(crate) locations: Locations,
}

impl Decoder {
    /// Most decimal places that [`Decoder::scale`] accepts.
    pub const MAX_SCALE: u32 = 28;

    /// Most locations that [`Decoder::locate`] accepts.
    pub const MAX_LOCATIONS: usize = Locations::MOST;

    /// Reads bodies of this platform with the documented rules and the default limits.
    pub fn new(platform: Platform) -> Self {
        let type_header = match platform {
            Platform::Klikit => Some("x-klikit-event-type"),
            Platform::Fire => Some("X-Fire-Event"),
            Platform::Atlas => None,
        };
        let id_header = match platform {
            Platform::Klikit => Some("x-klikit-event-id"),
            Platform::Atlas | Platform::Fire => None,
        };
        Self {
            platform,
            limits: Limits::default(),
            expected_type: None,
            type_header: type_header.map(String::from),
            id_header: id_header.map(String::from),
            scales: Scales::default(),
            stores: Stores::default(),
            dictionaries: Dictionaries::default(),
            locations: Locations::default(),
        }
    }

    /// The platform.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// Changes the limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The limits in force.
    pub fn current_limits(&self) -> &Limits {
        &self.limits
    }

    /// Says which type of event this address receives, since a platform can be given one address for each type.
    ///
    /// It stands above a header, which no signature covers. Where the document itself states another type, the document
    /// counts and the difference is noted as a problem.
    #[must_use]
    pub fn expect_event(mut self, event_type: &str) -> Self {
        self.expected_type = Some(event_type.into());
        self
    }

    /// Names the header that states the event's type.
    #[must_use]
    pub fn type_header(mut self, name: &str) -> Self {
        self.type_header = Some(name.into());
        self
    }

    /// Names the header that states the delivery's own mark, where the document states none.
    #[must_use]
    pub fn id_header(mut self, name: &str) -> Self {
        self.id_header = Some(name.into());
        self
    }

    /// Says that order amounts in this currency are whole numbers of 10^-`digits`, where the platform leaves it open.
    /// Digits beyond [`Decoder::MAX_SCALE`] count as that.
    #[must_use]
    pub fn scale(mut self, currency: Currency, digits: u32) -> Self {
        self.scales.set(currency, digits.min(Self::MAX_SCALE));
        self
    }

    /// Says that the store with this key is the vendor's own store `own_id`. Once one is set, a document about a store
    /// without one is noted as a problem; it is read all the same.
    ///
    /// The key is [`OrderText::StoreKey`](crate::order::OrderText::StoreKey): klikit's `brand/branch`, Atlas's outlet id,
    /// Fire's store code.
    #[must_use]
    pub fn store(mut self, key: &str, own_id: &str) -> Self {
        self.stores.add(key, own_id);
        self
    }

    /// Puts a dictionary that the platform serves in the place of the built-in table of its vocabulary, wholly: a code that
    /// the platform does not list comes through as unknown. A second one of the same vocabulary replaces the first; one of
    /// another platform changes nothing.
    #[must_use]
    pub fn dictionary(mut self, dictionary: Dictionary) -> Self {
        self.dictionaries.set(dictionary);
        self
    }

    /// Says that what the documented body has at `canonical` stands in the received body at `actual`, where a template or
    /// a proxy made the body another one.
    ///
    /// `$.data.orderId` from `$.ref` is a renamed member, `$.data` from `$` a flattened order, `$` from `$.body` a wrapped
    /// body. What is located inside another located value overrides it; members that are not located stay as they are; a
    /// location that leads to no value leaves its place as it is. A list is located as a whole: what is renamed inside its
    /// elements cannot be told. The signature is still over the received bytes, and paths and offsets of problems and errors
    /// are those of the received body.
    ///
    /// When the whole body is located inside itself, `event` and `_meta` (Fire), `event_type` and `event_at` (Atlas) stay
    /// outside: they are about the delivery, and would give each attempt a content key of its own. A counter of attempts
    /// under another name does.
    ///
    /// Memory for the reshaped body is needed beside the received one: up to a body for each location.
    ///
    /// # Errors
    /// One of the places is no path, the documented one has an index or was located before, or there are more than
    /// [`Decoder::MAX_LOCATIONS`].
    pub fn locate(mut self, canonical: &str, actual: &str) -> Result<Self, SettingError> {
        let index = self.locations.len();
        match self.locations.add(canonical, actual) {
            Ok(()) => Ok(self),
            Err(problem) => Err(SettingError::Location { index, problem }),
        }
    }

    /// Decodes a body of which nothing is known to be genuine: for replays and tests. For deliveries, use
    /// [`Verifier::open`](crate::verify::Verifier::open).
    ///
    /// # Errors
    /// The body is not JSON, exceeds a limit, or does not say what it is about.
    pub fn decode_unverified(&self, headers: &Headers, body: &[u8]) -> Result<Event, DecodeError> {
        let document = Document::copy(body, &self.limits)?;
        let composed = match self.locations.len() {
            0 => None,
            _ => self.locations.compose(&document, self.envelope(), &self.limits)?,
        };
        let Some(composed) = composed else {
            let parts = self.read(&document, headers)?;
            return Ok(Event::new(document, self, parts));
        };
        let received = |offset| composed.received(&document, offset);
        let mut parts = self.read(composed.document(), headers).map_err(|error| error.moved(received))?;
        parts.problems.move_all(received);
        Ok(Event::new(document, self, parts).with_composed(composed))
    }

    fn read(&self, document: &Document, headers: &Headers) -> Result<Parts, DecodeError> {
        match self.platform {
            Platform::Atlas => atlas::read_event(document, self, headers),
            Platform::Klikit => klikit::read_event(document, self, headers),
            Platform::Fire => fire::read_event(document, self, headers),
        }
    }

    /// The members of the documented body that are about the delivery.
    fn envelope(&self) -> &'static [&'static str] {
        match self.platform {
            Platform::Atlas => atlas::ENVELOPE,
            Platform::Klikit => &[],
            Platform::Fire => fire::ENVELOPE,
        }
    }

    /// Decodes orders from the platform's answer to a read: a list of orders, or one. They come as an event of the kind
    /// [`OrderRead`](super::EventKind::OrderRead), so that whatever takes events takes them too. Locations are about events,
    /// and change nothing here.
    ///
    /// # Errors
    /// The body is not JSON, exceeds a limit, or is no answer to such a read. A list may be empty.
    pub fn decode_orders(&self, body: &[u8]) -> Result<Event, DecodeError> {
        let document = Document::copy(body, &self.limits)?;
        let parts = match self.platform {
            Platform::Atlas => atlas::read_orders(&document, self)?,
            Platform::Klikit => klikit::read_orders(&document, self)?,
            Platform::Fire => fire::read_orders(&document, self)?,
        };
        Ok(Event::new(document, self, parts))
    }

    /// How far an order is by a state that its platform told as a code, and the state's name, as the dictionaries say
    /// now; `None` where states are words.
    pub(crate) fn progress_of(&self, state: &str) -> Option<(Progress, Option<&str>)> {
        (self.platform == Platform::Klikit).then(|| klikit::progress(state, self))
    }

    /// The type of an event whose document does not state one: as expected here, else as a header says.
    pub(crate) fn type_beside_document<'a>(&'a self, headers: &'a Headers) -> Option<(&'a str, TypeSource)> {
        if let Some(expected) = &self.expected_type {
            return Some((expected, TypeSource::Expected));
        }
        match headers.get(self.type_header.as_deref()?) {
            Lookup::One(value) => core::str::from_utf8(value)
                .ok()
                .filter(|text| !text.is_empty())
                .map(|text| (text, TypeSource::Header)),
            Lookup::Absent | Lookup::Conflict => None,
        }
    }
}
