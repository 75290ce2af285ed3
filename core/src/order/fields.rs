//! The fields of the common order: what each means, once, for every platform.
//!
//! Codes are part of the C ABI and names part of the JSON form. A field exists because a till needs it; everything else
//! is reachable by path in the document.

use crate::lifecycle::{Courier, PaymentStatus, Progress};
use crate::value::{IntForm, codes};

codes! {
    /// Texts of an order.
    pub enum OrderText {
        /// The platform's id of the order, as text whether it was sent as a number or a string.
        Id = 101, "id";
        /// What people call the order: on the ticket, at the counter, to the courier.
        Reference = 102, "reference";
        /// The short number called out at the counter.
        CallNumber = 103, "call_number";
        /// The order's id in the system that placed it.
        ExternalId = 104, "external_id";
        /// The short reference in the system that placed it.
        ExternalReference = 105, "external_reference";
        /// The state in the platform's own word.
        State = 106, "state";
        /// The kind of fulfilment in the platform's own word.
        FulfilmentText = 107, "fulfilment_text";
        /// The business day on which the order is served, `YYYY-MM-DD`.
        BusinessDate = 108, "business_date";
        /// The promised time slot as the platform words it; for people, never to be parsed.
        TimeSlot = 109, "time_slot";
        /// The platform's id of the table.
        TableId = 110, "table_id";
        /// The table as people call it.
        Table = 111, "table";
        /// The platform's id of the store (branch, outlet): the key to the till's own store.
        StoreId = 112, "store_id";
        /// The store's name.
        Store = 113, "store";
        /// The platform's id of the brand.
        BrandId = 114, "brand_id";
        /// The platform's id of the sales channel.
        ChannelId = 115, "channel_id";
        /// The sales channel's name.
        Channel = 116, "channel";
        /// The barcode that identifies the order.
        Barcode = 117, "barcode";
        /// The customer's note to the restaurant.
        Notes = 118, "notes";
        /// The text of a gift card.
        GiftMessage = 119, "gift_message";
        /// The promotion code the customer used.
        PromotionCode = 120, "promotion_code";
        /// The promotion's name.
        Promotion = 121, "promotion";
        /// ISO 4217 code of the order's amounts.
        Currency = 122, "currency";
        /// What the courier or customer shows when collecting it.
        PickupPin = 123, "pickup_pin";
        /// Where the courier's way can be followed.
        TrackingUrl = 124, "tracking_url";
        /// Why it was cancelled, as the platform words it.
        CancellationReason = 125, "cancellation_reason";
        /// The customer's note to the courier.
        DeliveryNotes = 126, "delivery_notes";
        /// The store's code, as people chose it.
        StoreCode = 127, "store_code";
        /// The brand's name.
        Brand = 128, "brand";
        /// The payment status in the platform's own word.
        PaymentStatusText = 129, "payment_status_text";
        /// The key by which the vendor finds its own store: klikit's `brand/branch`, Atlas's outlet id, Fire's store code.
        StoreKey = 130, "store_key";
        /// The vendor's own id of the store, from the map of stores that was set.
        OwnStoreId = 131, "own_store_id";
        /// The store's id in the merchant's system, as the platform was told it.
        StoreExternalId = 132, "store_external_id";
        /// The buzzer that was handed to the customer.
        Pager = 133, "pager";
        /// The courier's state in the platform's own word or code.
        CourierText = 134, "courier_text";
        /// The state's name, where the platform states it as a code.
        StateName = 135, "state_name";
        /// The code of the reason for which it was cancelled.
        CancellationCode = 136, "cancellation_code";
        /// Where it was cancelled, in the platform's own word (`backoffice`).
        CancellationSource = 137, "cancellation_source";
        /// How far the order's fiscal document is, in the platform's own word (`authorized`).
        FiscalStatus = 138, "fiscal_status";
        /// The number of the fiscal document, as it is printed on the receipt.
        FiscalNumber = 139, "fiscal_number";
        /// The key or code that proves the fiscal document and is printed on the receipt (`chaveAcesso`, `cufe`, `cae`).
        FiscalKey = 140, "fiscal_key";
        /// Where the fiscal document can be fetched, to be printed or shown; an address to be trusted as far as its sender.
        FiscalUrl = 141, "fiscal_url";
    }
}

codes! {
    /// Amounts of an order, as the platform reports them; never recomputed.
    pub enum OrderMoney {
        /// The lines, before discounts, fees and tax.
        Subtotal = 201, "subtotal";
        /// Discounts, by promotions where the platform tells them from others.
        Discount = 202, "discount";
        /// Discounts given by hand, by the merchant's staff.
        StaffDiscount = 203, "staff_discount";
        /// Delivery fee.
        DeliveryFee = 204, "delivery_fee";
        /// Surcharge.
        Surcharge = 205, "surcharge";
        /// Donation.
        Donation = 206, "donation";
        /// Tax.
        Tax = 207, "tax";
        /// The total before tax.
        TotalBeforeTax = 208, "total_before_tax";
        /// What the customer owes, tax included.
        Total = 209, "total";
        /// Service fee.
        ServiceFee = 210, "service_fee";
        /// Fee for packaging.
        PackagingFee = 211, "packaging_fee";
        /// Fees that the platform gives no kind.
        OtherFee = 212, "other_fee";
        /// Discounts that the platform or channel pays.
        PlatformDiscount = 213, "platform_discount";
        /// Discounts that the merchant pays.
        MerchantDiscount = 214, "merchant_discount";
        /// Tip.
        Tip = 215, "tip";
        /// What is paid so far.
        Paid = 216, "paid";
        /// What is still to be paid.
        Unpaid = 217, "unpaid";
    }
}

codes! {
    /// Times of an order.
    pub enum OrderTime {
        /// When the order was created.
        CreatedAt = 301, "created_at";
        /// When the platform changed it last.
        UpdatedAt = 302, "updated_at";
        /// When it was cancelled.
        CancelledAt = 303, "cancelled_at";
        /// When it was completed.
        CompletedAt = 304, "completed_at";
        /// Start of the promised time slot.
        DueFrom = 305, "due_from";
        /// End of the promised time slot.
        DueUntil = 306, "due_until";
    }
}

codes! {
    /// Whole numbers, codes and flags (0 or 1) of an order.
    pub enum OrderInt {
        /// How far the order has come, a [`Progress`] code.
        Progress = 401, "progress";
        /// Whether it is paid, a [`PaymentStatus`] code.
        PaymentStatus = 402, "payment_status";
        /// How the customer gets it, a [`Fulfilment`] code.
        Fulfilment = 403, "fulfilment";
        /// How many lines there are.
        LineCount = 404, "line_count";
        /// How many payments there are.
        PaymentCount = 405, "payment_count";
        /// How many parties (customer, recipient) there are.
        PartyCount = 406, "party_count";
        /// Whether it is due as soon as possible rather than at a time.
        Asap = 407, "asap";
        /// Whether cutlery is wanted.
        CutleryWanted = 408, "cutlery_wanted";
        /// Whether the handover is contactless.
        Contactless = 409, "contactless";
        /// Whether it is a gift.
        Gift = 410, "gift";
        /// Whether prices include tax.
        PricesIncludeTax = 411, "prices_include_tax";
        /// How many steps of the kitchen are reported.
        StepCount = 412, "step_count";
        /// Whether it is a test that nobody wants cooked.
        Test = 413, "test";
        /// Whether the kitchen may begin before the order is paid.
        PrepareBeforePayment = 414, "prepare_before_payment";
        /// How far the courier is, a [`Courier`] code.
        Courier = 415, "courier";
        /// Whether the platform says that it can be accepted now; a hint, as are the four that follow.
        CanAccept = 416, "can_accept";
        /// Whether it can be reported ready now.
        CanReady = 417, "can_ready";
        /// Whether it can be reported delivered now.
        CanDeliver = 418, "can_deliver";
        /// Whether it can be cancelled now.
        CanCancel = 419, "can_cancel";
        /// Whether it can be voided now.
        CanVoid = 420, "can_void";
        /// How many adjustments (taxes, fees, discounts, one by one) there are.
        AdjustmentCount = 421, "adjustment_count";
    }
}

impl OrderInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Progress => Progress::FORM,
            Self::PaymentStatus => PaymentStatus::FORM,
            Self::Fulfilment => Fulfilment::FORM,
            Self::Courier => Courier::FORM,
            Self::LineCount
            | Self::PaymentCount
            | Self::PartyCount
            | Self::StepCount
            | Self::AdjustmentCount => IntForm::Length,
            Self::Asap
            | Self::CutleryWanted
            | Self::Contactless
            | Self::Gift
            | Self::PricesIncludeTax
            | Self::Test
            | Self::PrepareBeforePayment
            | Self::CanAccept
            | Self::CanReady
            | Self::CanDeliver
            | Self::CanCancel
            | Self::CanVoid => IntForm::Flag,
        }
    }
}

codes! {
    /// How the customer gets the order.
    pub enum Fulfilment {
        /// In a way this library does not know; the platform's word is at hand.
        Unknown = 0, "unknown";
        /// Brought to the customer.
        Delivery = 1, "delivery";
        /// Collected by the customer.
        Pickup = 2, "pickup";
        /// Eaten on the premises.
        DineIn = 3, "dine_in";
        /// Bought on the premises and taken away.
        Takeaway = 4, "takeaway";
    }
}
