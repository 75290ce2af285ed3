//! From a body to an event, without asking who sent it.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::DecodeError;
use super::kind::TypeSource;
use super::store::Event;
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
use crate::verify::{Headers, Lookup};

/// How bodies of one platform are read.
#[derive(Clone, Debug)]
pub struct Decoder {
    pub(crate) platform: Platform,
    pub(crate) limits: Limits,
    pub(crate) expected_type: Option<String>,
    pub(crate) type_header: Option<String>,
    pub(crate) id_header: Option<String>,
    pub(crate) scales: Vec<(Currency, u32)>,
    pub(crate) stores: Stores,
    pub(crate) dictionaries: Dictionaries,
}

impl Decoder {
    /// Most decimal places that [`Decoder::scale`] accepts.
    pub const MAX_SCALE: u32 = 28;

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
            scales: Vec::new(),
            stores: Stores::default(),
            dictionaries: Dictionaries::default(),
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
        self.scales.retain(|(known, _)| *known != currency);
        self.scales.push((currency, digits.min(Self::MAX_SCALE)));
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

    /// Decodes a body of which nothing is known to be genuine: for replays and tests. For deliveries, use
    /// [`Verifier::open`](crate::verify::Verifier::open).
    ///
    /// # Errors
    /// The body is not JSON, exceeds a limit, or does not say what it is about.
    pub fn decode_unverified(&self, headers: &Headers, body: &[u8]) -> Result<Event, DecodeError> {
        let document = Document::copy(body, &self.limits)?;
        let parts = match self.platform {
            Platform::Atlas => atlas::read_event(&document, self, headers)?,
            Platform::Klikit => klikit::read_event(&document, self, headers)?,
            Platform::Fire => fire::read_event(&document, self, headers)?,
        };
        Ok(Event::new(document, self.platform, parts))
    }

    /// Decodes orders from the platform's answer to a read: a list of orders, or one. They come as an event of the kind
    /// [`OrderRead`](super::EventKind::OrderRead), so that whatever takes events takes them too.
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
        Ok(Event::new(document, self.platform, parts))
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

    /// The scale set for a currency.
    pub(crate) fn scale_of(&self, currency: Currency) -> Option<u32> {
        self.scales.iter().find(|(known, _)| *known == currency).map(|(_, digits)| *digits)
    }
}
