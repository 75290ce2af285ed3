//! The parameters of operations, by one name wherever a platform puts them.

use crate::value::codes;

codes! {
    /// What an operation can be told. The [`Slot`](super::Slot)s of its [`Endpoint`](super::Endpoint) say which it takes, in
    /// which form, and under which name the platform knows it.
    pub enum Parameter {
        /// The id of what the operation is about: an order, a store, a menu, a brand, a report.
        Id = 1, "id";
        /// A brand's id.
        BrandId = 2, "brand_id";
        /// A branch's id.
        BranchId = 3, "branch_id";
        /// A provider's id.
        ProviderId = 4, "provider_id";
        /// A status, in the platform's own words.
        Status = 5, "status";
        /// Why an order is rejected or cancelled, in the platform's own codes or words.
        Reason = 6, "reason";
        /// When it happened in the shop, RFC 3339.
        OccurredAt = 7, "occurred_at";
        /// The earliest time of a window, included; RFC 3339.
        From = 8, "from";
        /// The latest time of a window; klikit leaves it out, RFC 3339.
        To = 9, "to";
        /// Which page, from 1.
        Page = 10, "page";
        /// How many on a page.
        Size = 11, "size";
        /// The vendor's own id of an item.
        Sku = 12, "sku";
        /// Whether it can be ordered.
        Available = 13, "available";
        /// An outlet's id.
        OutletId = 14, "outlet_id";
        /// A channel's id.
        ChannelId = 15, "channel_id";
        /// The business day, YYYY-MM-DD.
        ServingDate = 16, "serving_date";
        /// The reference that people read.
        Identifier = 17, "identifier";
        /// Which step or event is reported.
        EventType = 18, "event_type";
        /// The reporter's own mark of the report; the same for all its attempts.
        ProviderEventId = 19, "provider_event_id";
        /// The mark of the platform's event that is answered.
        EventId = 20, "event_id";
        /// The name of a kitchen station.
        Station = 21, "station";
        /// Anything more, a JSON object that is kept as it is.
        Metadata = 22, "metadata";
        /// The account at the platform.
        AccountId = 23, "account_id";
        /// The vendor at the platform.
        VendorId = 24, "vendor_id";
        /// Which members the answer has, separated by commas.
        Fields = 25, "fields";
        /// How far the payment is, in the platform's own words.
        PaymentStatus = 26, "payment_status";
        /// A business day, YYYY-MM-DD.
        BusinessDate = 27, "business_date";
        /// Which date a window is about.
        DateFilter = 28, "date_filter";
        /// How far the local time is from UTC.
        TimeZoneOffset = 29, "time_zone_offset";
        /// A sales channel's code.
        Channel = 30, "channel";
        /// How orders reach the customer, in the platform's own words.
        Fulfilment = 31, "fulfilment";
        /// A payment method, in the platform's own words.
        PaymentMethod = 32, "payment_method";
        /// An order's code.
        OrderCode = 33, "order_code";
        /// Text to search for; never logged.
        Search = 34, "search";
        /// Whether it is active, in the platform's own words.
        Active = 35, "active";
        /// How far it is published, in the platform's own words.
        SyncStatus = 36, "sync_status";
        /// A country.
        CountryId = 37, "country_id";
        /// A city.
        CityId = 38, "city_id";
        /// The language of texts for people.
        Locale = 39, "locale";
        /// Which kind of cancellation, in the platform's own words.
        CancellationType = 40, "cancellation_type";
        /// A remark on a cancellation.
        CancellationNote = 41, "cancellation_note";
        /// The group of a cancellation's reason.
        CancellationGroup = 42, "cancellation_group";
        /// A tender's id.
        PaymentMethodId = 43, "payment_method_id";
        /// A store's id.
        StoreId = 44, "store_id";
        /// Where a request comes from, in the platform's own words.
        Media = 45, "media";
        /// Which kind of device, in the platform's own words.
        ComponentType = 46, "component_type";
        /// The device's own stable id.
        ComponentId = 47, "component_id";
        /// When it was sent, RFC 3339 with the local offset.
        SentAt = 48, "sent_at";
        /// How often it is sent, in seconds.
        Interval = 49, "interval";
        /// Since when the device was cut off, RFC 3339.
        OfflineSince = 50, "offline_since";
        /// Why a device is not well, in the platform's own words.
        DegradedReason = 51, "degraded_reason";
        /// The version of the device's software.
        AppVersion = 52, "app_version";
        /// Details, a JSON object that is kept as it is.
        Details = 53, "details";
        /// A customer's e-mail address; never logged.
        Email = 54, "email";
        /// A customer's id.
        CustomerId = 55, "customer_id";
        /// The id of a customer without an account.
        AnonymousCustomerId = 56, "anonymous_customer_id";
        /// The client's id at a login.
        ClientId = 57, "client_id";
        /// The client's secret at a login; from the account, never logged.
        ClientSecret = 58, "client_secret";
        /// Which grant a login asks for.
        GrantType = 59, "grant_type";
        /// The body as JSON text, sent byte for byte.
        Body = 60, "body";
        /// A path below the base address, beginning with a slash; may have a query.
        Path = 61, "path";
        /// The method of a write: POST, PATCH, PUT or DELETE.
        Method = 62, "method";
        /// The mark of the action; made of the caller's random bytes unless it is set.
        IdempotencyKey = 63, "idempotency_key";
        /// Which of the platform's addresses the path is at: `api` unless it is set, or Fire's second, `app`.
        Host = 64, "host";
    }
}
