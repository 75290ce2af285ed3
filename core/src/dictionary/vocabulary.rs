//! Which vocabularies there are.

use super::word::Word;
use crate::platform::Platform;
use crate::value::codes;
use crate::{atlas, fire, klikit};

codes! {
    /// A vocabulary of a platform. What its words mean, where they mean something, stands in brackets.
    pub enum Vocabulary {
        /// klikit: types of events [[`EventKind`](crate::event::EventKind)].
        KlikitEvent = 101, "klikit_event";
        /// klikit: states of an order, `status` [[`Progress`](crate::lifecycle::Progress)].
        KlikitOrderStatus = 102, "klikit_order_status";
        /// klikit: states of the courier, `fulfillment_status_id` [[`Courier`](crate::lifecycle::Courier)].
        KlikitFulfilmentStatus = 103, "klikit_fulfilment_status";
        /// klikit: kinds of fulfilment, `type` [[`Fulfilment`](crate::order::Fulfilment)].
        KlikitOrderType = 104, "klikit_order_type";
        /// klikit: sales channels, `provider_id`.
        KlikitProvider = 105, "klikit_provider";
        /// klikit: `payment_status` [[`PaymentStatus`](crate::lifecycle::PaymentStatus)].
        KlikitPaymentStatus = 106, "klikit_payment_status";
        /// klikit: `payment_method`.
        KlikitPaymentMethod = 107, "klikit_payment_method";
        /// klikit: `payment_channel_id`.
        KlikitPaymentChannel = 108, "klikit_payment_channel";
        /// klikit: where an order was placed, `source`.
        KlikitSource = 109, "klikit_source";
        /// klikit: `discount_type`.
        KlikitDiscountType = 110, "klikit_discount_type";
        /// klikit: how an order is picked up.
        KlikitPickupType = 111, "klikit_pickup_type";
        /// klikit: reasons for which an order may be rejected or cancelled, `reason_code`.
        KlikitReason = 112, "klikit_reason";
        /// klikit: what a status change may ask for [[`Progress`](crate::lifecycle::Progress)].
        KlikitStatusChange = 113, "klikit_status_change";
        /// klikit: countries, by its own ids; names are ISO 3166-1 alpha-3.
        KlikitCountry = 114, "klikit_country";
        /// klikit: currencies, by its own ids; names are ISO 4217.
        KlikitCurrency = 115, "klikit_currency";
        /// klikit: codes of errors; names are the spelling of its reference pages.
        KlikitErrorCode = 116, "klikit_error_code";
        /// Atlas: types of events [[`EventKind`](crate::event::EventKind)].
        AtlasEvent = 201, "atlas_event";
        /// Atlas: states of an order [[`Progress`](crate::lifecycle::Progress)].
        AtlasState = 202, "atlas_state";
        /// Atlas: kinds of fulfilment [[`Fulfilment`](crate::order::Fulfilment)].
        AtlasFulfilmentType = 203, "atlas_fulfilment_type";
        /// Atlas: `timeslot_type`; means 1 where the order is due as soon as possible, 0 where in a time slot.
        AtlasTimeslotType = 204, "atlas_timeslot_type";
        /// Atlas: states of a payment intent.
        AtlasPaymentIntent = 205, "atlas_payment_intent";
        /// Atlas: types of errors.
        AtlasErrorType = 206, "atlas_error_type";
        /// Fire: types of events, older spellings included [[`EventKind`](crate::event::EventKind)].
        FireEvent = 301, "fire_event";
        /// Fire: the order's business status [[`Progress`](crate::lifecycle::Progress)].
        FireStatus = 302, "fire_status";
        /// Fire: `paymentStatus` [[`PaymentStatus`](crate::lifecycle::PaymentStatus)].
        FirePaymentStatus = 303, "fire_payment_status";
        /// Fire: `transactionStatus` of a tender; means 1 where the money was taken, 0 where not.
        FireTransactionStatus = 304, "fire_transaction_status";
        /// Fire: steps of the kitchen [[`Progress`](crate::lifecycle::Progress)].
        FireKitchenStatus = 305, "fire_kitchen_status";
        /// Fire: statuses of `order.status_changed` [[`Progress`](crate::lifecycle::Progress)].
        FireOrderStatus = 306, "fire_order_status";
        /// Fire: `service.code` [[`Fulfilment`](crate::order::Fulfilment)].
        FireService = 307, "fire_service";
        /// Fire: `itemType` at the top level [[`LineKind`](crate::order::LineKind)].
        FireItemType = 308, "fire_item_type";
        /// Fire: what a kitchen may report, `eventType` [[`Progress`](crate::lifecycle::Progress)].
        FireKitchenReport = 309, "fire_kitchen_report";
        /// Fire: where an order was cancelled, `cancellationSource`.
        FireCancellationSource = 310, "fire_cancellation_source";
        /// Fire: states of a fiscal document.
        FireFiscalStatus = 311, "fire_fiscal_status";
        /// Fire: `type` of a discount.
        FireDiscountType = 312, "fire_discount_type";
        /// Fire: `type` of a product of the catalogue.
        FireProductType = 313, "fire_product_type";
        /// Fire: states of a queued report.
        FireQueueStatus = 314, "fire_queue_status";
        /// Fire: why a cancellation was refused.
        FireCancellationCode = 315, "fire_cancellation_code";
        /// Fire: `status` of a store.
        FireStoreStatus = 316, "fire_store_status";
        /// Fire: `numberingStatus` of a fiscal representation; an open list.
        FireNumberingStatus = 317, "fire_numbering_status";
        /// Fire: `active` of a store or channel; means 1 where it can be ordered from, 0 where not.
        FireActive = 318, "fire_active";
        /// Fire: `authType` of a channel.
        FireAuthType = 319, "fire_auth_type";
        /// Fire: how far a store or menu is published, `syncStatus`.
        FireSyncStatus = 320, "fire_sync_status";
        /// Fire: `status` of a report on a menu that was received.
        FireSyncReport = 321, "fire_sync_report";
        /// Fire: `type` of a modifier group.
        FireModifierGroupType = 322, "fire_modifier_group_type";
        /// Fire: days of the week, `day`; means 1 for Monday to 7 for Sunday.
        FireWeekday = 323, "fire_weekday";
        /// Fire: who closed a business day, `closedBy.type`.
        FireClosedBy = 324, "fire_closed_by";
        /// Fire: `documentType` of a fiscal document, older words included.
        FireDocumentType = 325, "fire_document_type";
        /// Fire: how a fiscal document was authorised, `authorizationMode`.
        FireAuthorizationMode = 326, "fire_authorization_mode";
        /// Fire: `failure.scope` of a fiscal document.
        FireFailureScope = 327, "fire_failure_scope";
        /// Fire: what became of a confirmed payment, `outcome`.
        FirePaymentOutcome = 328, "fire_payment_outcome";
    }
}

impl Vocabulary {
    /// Whose vocabulary it is.
    pub const fn platform(self) -> Platform {
        match self.code() {
            ..200 => Platform::Klikit,
            200..300 => Platform::Atlas,
            _ => Platform::Fire,
        }
    }

    /// Whether the platform serves it as a dictionary, to be loaded with [`Dictionary::load`](super::Dictionary::load).
    pub fn is_served(self) -> bool {
        match self.platform() {
            Platform::Klikit => klikit::is_served(self),
            Platform::Atlas | Platform::Fire => false,
        }
    }

    /// The word at a position, from 0; `None` after the last one.
    pub fn word(self, position: usize) -> Option<Word> {
        match self.platform() {
            Platform::Klikit => klikit::word(self, position),
            Platform::Atlas => atlas::word(self, position),
            Platform::Fire => fire::word(self, position),
        }
    }

    /// Every word.
    pub fn words(self) -> impl Iterator<Item = Word> {
        (0..).map_while(move |position| self.word(position))
    }

    /// The word with this code.
    pub fn find(self, code: &str) -> Option<Word> {
        self.words().find(|word| word.code == code)
    }
}
