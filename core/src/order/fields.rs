//! The fields of the common order: what each means, once, for every platform.
//!
//! Codes are part of the C ABI and names part of the JSON form. A field exists because a till needs it; everything else
//! is reachable by path in the document.

use crate::value::codes;

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
        /// How far the order has come, a [`Progress`](crate::lifecycle::Progress) code.
        Progress = 401, "progress";
        /// Whether it is paid, a [`PaymentStatus`](crate::lifecycle::PaymentStatus) code.
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

codes! {
    /// Texts of a line.
    pub enum LineText {
        /// The platform's id of the line.
        Id = 1101, "id";
        /// The catalogue id of the item.
        ItemId = 1102, "item_id";
        /// The merchant's stock-keeping code.
        Sku = 1103, "sku";
        /// The item's name.
        Name = 1104, "name";
        /// The customer's note on the line.
        Notes = 1105, "notes";
        /// The category for reports.
        Category = 1106, "category";
        /// The id of the modifier that the line came from.
        ModifierId = 1107, "modifier_id";
        /// The line's type in the platform's own word.
        KindText = 1108, "kind_text";
        /// The brand's id.
        BrandId = 1109, "brand_id";
        /// The brand's name.
        Brand = 1110, "brand";
        /// What one unit is, as in `100 g`.
        Unit = 1111, "unit";
    }
}

codes! {
    /// Lists of texts of a line.
    pub enum LineList {
        /// Tags of the product.
        Tags = 1151, "tags";
        /// Tags that route the line in the kitchen.
        KitchenTags = 1152, "kitchen_tags";
        /// Menu sections in which the item stands.
        Sections = 1153, "sections";
    }
}

codes! {
    /// Amounts of a line.
    pub enum LineMoney {
        /// Price of one unit without its children (modifiers, components).
        UnitPrice = 1201, "unit_price";
        /// Price of one unit's modifiers.
        UnitModifierPrice = 1202, "unit_modifier_price";
        /// Price of one unit's components.
        UnitComponentPrice = 1203, "unit_component_price";
        /// Discount on the line.
        Discount = 1204, "discount";
        /// The whole line, quantity and children included.
        Total = 1205, "total";
        /// How many units; a plain decimal without a currency.
        Quantity = 1206, "quantity";
    }
}

codes! {
    /// Whole numbers, codes and flags (0 or 1) of a line.
    pub enum LineInt {
        /// What the line is, a [`LineKind`] code.
        Kind = 1401, "kind";
        /// 0 for a top-level line, one more for each level of children.
        Depth = 1402, "depth";
        /// The position of the line this one belongs to; absent at the top level.
        Parent = 1403, "parent";
        /// Whether the line was voided.
        Voided = 1404, "voided";
        /// Whether the parent's total already contains this line's price: do not add it again.
        PricedInParent = 1405, "priced_in_parent";
    }
}

codes! {
    /// What a line is.
    pub enum LineKind {
        /// An item sold by itself.
        Product = 1, "product";
        /// A choice for its parent, as in "no onions".
        Modifier = 2, "modifier";
        /// A part of a set or combo.
        Component = 3, "component";
        /// A bag or box.
        Packaging = 4, "packaging";
    }
}

codes! {
    /// Texts of a payment.
    pub enum PaymentText {
        /// The platform's id of the payment.
        Id = 2101, "id";
        /// How it was paid, as people call it.
        Method = 2102, "method";
        /// The platform's id of the method.
        MethodId = 2103, "method_id";
        /// The payment processor's reference.
        Reference = 2104, "reference";
        /// The kind of capture in the platform's own word.
        CaptureType = 2105, "capture_type";
        /// The payment's status in the platform's own word.
        Status = 2106, "status";
    }
}

codes! {
    /// Amounts of a payment.
    pub enum PaymentMoney {
        /// The amount paid.
        Amount = 2201, "amount";
    }
}

codes! {
    /// Flags (0 or 1) of a payment.
    pub enum PaymentInt {
        /// Whether the money was taken.
        Captured = 2401, "captured";
    }
}

codes! {
    /// Texts of a party.
    pub enum PartyText {
        /// The platform's id of the person.
        Id = 3101, "id";
        /// Name.
        Name = 3102, "name";
        /// Telephone number.
        Phone = 3103, "phone";
        /// E-mail address.
        Email = 3104, "email";
        /// The person's id in the merchant's own system.
        ExternalId = 3105, "external_id";
        /// Company or other organisation.
        Organisation = 3106, "organisation";
        /// First line of the delivery address.
        AddressLine1 = 3107, "address_line1";
        /// Second line of the delivery address.
        AddressLine2 = 3108, "address_line2";
        /// Postal code, leading zeros kept.
        PostalCode = 3109, "postal_code";
        /// Latitude in decimal degrees, as the document writes it.
        Latitude = 3110, "latitude";
        /// Longitude in decimal degrees, as the document writes it.
        Longitude = 3111, "longitude";
    }
}

codes! {
    /// Codes of a party.
    pub enum PartyInt {
        /// Who this is, a [`PartyRole`] code.
        Role = 3401, "role";
    }
}

codes! {
    /// Who a party is.
    pub enum PartyRole {
        /// Who ordered.
        Customer = 1, "customer";
        /// Who receives it, where that is somebody else.
        Recipient = 2, "recipient";
    }
}

codes! {
    /// Texts of a step of the kitchen.
    pub enum StepText {
        /// The step in the platform's own word.
        State = 8101, "state";
        /// The kitchen station that reported it.
        Station = 8102, "station";
    }
}

codes! {
    /// Times of a step of the kitchen.
    pub enum StepTime {
        /// When it was reached, by the kitchen's clock.
        At = 8301, "at";
    }
}

codes! {
    /// Codes of a step of the kitchen.
    pub enum StepInt {
        /// What was reached, a [`Progress`](crate::lifecycle::Progress) code.
        Progress = 8401, "progress";
    }
}
