// The codes of tillwire.h as enumerations. A code that a later library adds keeps its number.
// Generated from ffi/src by `cargo run -p tillwire-header`; do not edit.

namespace Tillwire
{
    /// <summary>A platform.</summary>
    public enum Platform
    {
        /// <summary>klikit, &lt;https://developer.klikit.io/partner-api&gt;.</summary>
        Klikit = Native.TILLWIRE_PLATFORM_KLIKIT,
        /// <summary>Atlas Kitchen, &lt;https://help.atlas.kitchen/connect&gt;.</summary>
        Atlas = Native.TILLWIRE_PLATFORM_ATLAS,
        /// <summary>Fire, &lt;https://docs.fire.rest&gt;.</summary>
        Fire = Native.TILLWIRE_PLATFORM_FIRE,
    }

    /// <summary>How a delivery shows that it is genuine.</summary>
    public enum Scheme
    {
        /// <summary>HMAC-SHA256 of the body as 64 hex digits: klikit, and Fire's oldest form.</summary>
        HmacSha256Hex = Native.TILLWIRE_SCHEME_HMAC_SHA256_HEX,
        /// <summary><c>sha256=</c> and the hex HMAC-SHA256 of the body: Fire's integrations.</summary>
        Sha256Prefixed = Native.TILLWIRE_SCHEME_SHA256_PREFIXED,
        /// <summary><c>v1=</c> and the hex HMAC-SHA256 of timestamp, <c>.</c> and body: Fire's Webhook node.</summary>
        V1Timestamped = Native.TILLWIRE_SCHEME_V1_TIMESTAMPED,
        /// <summary><c>Authorization: Bearer &lt;token&gt;</c>: Atlas, Fire's unsigned flows.</summary>
        Bearer = Native.TILLWIRE_SCHEME_BEARER,
        /// <summary>A header of a chosen name whose value is the secret: Atlas, Fire's API key.</summary>
        Header = Native.TILLWIRE_SCHEME_HEADER,
        /// <summary>Nothing is checked: anyone who can reach the receiver can place orders.</summary>
        DangerouslyAcceptAnyone = Native.TILLWIRE_SCHEME_DANGEROUSLY_ACCEPT_ANYONE,
    }

    /// <summary>What was shown of a delivery.</summary>
    public enum Assurance
    {
        /// <summary>The sender knew the secret. The body may have been changed, or sent before.</summary>
        SenderOnly = Native.TILLWIRE_ASSURANCE_SENDER_ONLY,
        /// <summary>The body is the sender's, unchanged. It may have been sent before; headers are not
        /// covered.</summary>
        Body = Native.TILLWIRE_ASSURANCE_BODY,
        /// <summary>The body is the sender's, unchanged, and was signed within the tolerance of now.</summary>
        BodyAndTime = Native.TILLWIRE_ASSURANCE_BODY_AND_TIME,
        /// <summary>Nothing: no check was asked for.</summary>
        Nothing = Native.TILLWIRE_ASSURANCE_NOTHING,
    }

    /// <summary>What happened, in the terms shared by all platforms.</summary>
    public enum EventKind
    {
        /// <summary>A type this library does not know, or none; the document is at hand.</summary>
        Unknown = Native.TILLWIRE_KIND_UNKNOWN,
        /// <summary>An order was created.</summary>
        OrderCreated = Native.TILLWIRE_KIND_ORDER_CREATED,
        /// <summary>An order was changed.</summary>
        OrderUpdated = Native.TILLWIRE_KIND_ORDER_UPDATED,
        /// <summary>An order was confirmed.</summary>
        OrderConfirmed = Native.TILLWIRE_KIND_ORDER_CONFIRMED,
        /// <summary>An order left for the customer.</summary>
        OrderDispatched = Native.TILLWIRE_KIND_ORDER_DISPATCHED,
        /// <summary>An order is complete.</summary>
        OrderCompleted = Native.TILLWIRE_KIND_ORDER_COMPLETED,
        /// <summary>An order was cancelled.</summary>
        OrderCancelled = Native.TILLWIRE_KIND_ORDER_CANCELLED,
        /// <summary>Something happened to an order; only its state says what.</summary>
        OrderChanged = Native.TILLWIRE_KIND_ORDER_CHANGED,
        /// <summary>An order moved on; its state or the last step says where to.</summary>
        OrderProgressed = Native.TILLWIRE_KIND_ORDER_PROGRESSED,
        /// <summary>An order's lines were replaced.</summary>
        OrderLinesChanged = Native.TILLWIRE_KIND_ORDER_LINES_CHANGED,
        /// <summary>The sale is settled: the order is paid, and may be prepared.</summary>
        OrderSettled = Native.TILLWIRE_KIND_ORDER_SETTLED,
        /// <summary>The fiscal authority authorised the document of an order's sale.</summary>
        OrderInvoiced = Native.TILLWIRE_KIND_ORDER_INVOICED,
        /// <summary>The fiscal authority confirmed that the document of a cancelled order's sale is
        /// cancelled.</summary>
        OrderReversed = Native.TILLWIRE_KIND_ORDER_REVERSED,
        /// <summary>No event: orders that were asked for, by polling or one by one.</summary>
        OrderRead = Native.TILLWIRE_KIND_ORDER_READ,
        /// <summary>A menu was published, whole. Where its subject is marked as removed, it is empty.</summary>
        MenuUpdated = Native.TILLWIRE_KIND_MENU_UPDATED,
        /// <summary>A menu is gone.</summary>
        MenuRemoved = Native.TILLWIRE_KIND_MENU_REMOVED,
        /// <summary>Every menu was sent again.</summary>
        MenusSynced = Native.TILLWIRE_KIND_MENUS_SYNCED,
        /// <summary>Products were changed; those that are not named stay as they are.</summary>
        ProductUpdated = Native.TILLWIRE_KIND_PRODUCT_UPDATED,
        /// <summary>Prices of products were changed.</summary>
        ProductPriceChanged = Native.TILLWIRE_KIND_PRODUCT_PRICE_CHANGED,
        /// <summary>Products went out of stock or are back.</summary>
        ProductAvailabilityChanged = Native.TILLWIRE_KIND_PRODUCT_AVAILABILITY_CHANGED,
        /// <summary>A store was added or changed.</summary>
        StoreUpdated = Native.TILLWIRE_KIND_STORE_UPDATED,
        /// <summary>A store is gone.</summary>
        StoreRemoved = Native.TILLWIRE_KIND_STORE_REMOVED,
        /// <summary>Every store was sent again, in batches.</summary>
        StoresSynced = Native.TILLWIRE_KIND_STORES_SYNCED,
        /// <summary>A sales channel was added or changed.</summary>
        ChannelUpdated = Native.TILLWIRE_KIND_CHANNEL_UPDATED,
        /// <summary>A sales channel is gone.</summary>
        ChannelRemoved = Native.TILLWIRE_KIND_CHANNEL_REMOVED,
        /// <summary>Every sales channel was sent again, in batches; after the last batch, those not seen are
        /// gone.</summary>
        ChannelsSynced = Native.TILLWIRE_KIND_CHANNELS_SYNCED,
        /// <summary>A customer was created.</summary>
        CustomerCreated = Native.TILLWIRE_KIND_CUSTOMER_CREATED,
        /// <summary>A customer was changed.</summary>
        CustomerUpdated = Native.TILLWIRE_KIND_CUSTOMER_UPDATED,
        /// <summary>A store's business day was closed.</summary>
        BusinessDayClosed = Native.TILLWIRE_KIND_BUSINESS_DAY_CLOSED,
    }

    /// <summary>Where the type of an event was learnt from.</summary>
    public enum TypeSource
    {
        /// <summary>From nowhere: the document does not show what it is.</summary>
        Nowhere = Native.TILLWIRE_TYPE_FROM_NOWHERE,
        /// <summary>From the document's own envelope.</summary>
        Document = Native.TILLWIRE_TYPE_FROM_DOCUMENT,
        /// <summary>From the type that was set for this address.</summary>
        Expected = Native.TILLWIRE_TYPE_FROM_EXPECTED,
        /// <summary>From a header, which no signature covers.</summary>
        Header = Native.TILLWIRE_TYPE_FROM_HEADER,
        /// <summary>From the document's shape: that of an order, with no word on what happened to it.</summary>
        Shape = Native.TILLWIRE_TYPE_FROM_SHAPE,
    }

    /// <summary>How far an order has come.</summary>
    public enum Progress
    {
        /// <summary>The platform reports a state that this library does not know; its text is at hand.</summary>
        Unknown = Native.TILLWIRE_PROGRESS_UNKNOWN,
        /// <summary>Placed for a later time; not to be prepared yet.</summary>
        Scheduled = Native.TILLWIRE_PROGRESS_SCHEDULED,
        /// <summary>Placed, not yet accepted.</summary>
        Placed = Native.TILLWIRE_PROGRESS_PLACED,
        /// <summary>Accepted or confirmed.</summary>
        Accepted = Native.TILLWIRE_PROGRESS_ACCEPTED,
        /// <summary>In preparation.</summary>
        Preparing = Native.TILLWIRE_PROGRESS_PREPARING,
        /// <summary>Ready to be collected or served.</summary>
        Ready = Native.TILLWIRE_PROGRESS_READY,
        /// <summary>Picked up, on its way.</summary>
        Dispatched = Native.TILLWIRE_PROGRESS_DISPATCHED,
        /// <summary>Delivered, collected or served: complete.</summary>
        Delivered = Native.TILLWIRE_PROGRESS_DELIVERED,
        /// <summary>Cancelled.</summary>
        Cancelled = Native.TILLWIRE_PROGRESS_CANCELLED,
        /// <summary>Rejected by the restaurant.</summary>
        Rejected = Native.TILLWIRE_PROGRESS_REJECTED,
    }

    /// <summary>Whether an order is paid.</summary>
    public enum PaymentStatus
    {
        /// <summary>The platform reports a status that this library does not know.</summary>
        Unknown = Native.TILLWIRE_PAY_UNKNOWN,
        /// <summary>Not paid yet.</summary>
        Unpaid = Native.TILLWIRE_PAY_UNPAID,
        /// <summary>Paid.</summary>
        Paid = Native.TILLWIRE_PAY_PAID,
        /// <summary>The payment failed.</summary>
        Failed = Native.TILLWIRE_PAY_FAILED,
        /// <summary>Paid, and paid back.</summary>
        Refunded = Native.TILLWIRE_PAY_REFUNDED,
    }

    /// <summary>How the customer gets an order.</summary>
    public enum Fulfilment
    {
        /// <summary>In a way this library does not know; the platform's word is at hand.</summary>
        Unknown = Native.TILLWIRE_FULFILMENT_UNKNOWN,
        /// <summary>Brought to the customer.</summary>
        Delivery = Native.TILLWIRE_FULFILMENT_DELIVERY,
        /// <summary>Collected by the customer.</summary>
        Pickup = Native.TILLWIRE_FULFILMENT_PICKUP,
        /// <summary>Eaten on the premises.</summary>
        DineIn = Native.TILLWIRE_FULFILMENT_DINE_IN,
        /// <summary>Bought on the premises and taken away.</summary>
        Takeaway = Native.TILLWIRE_FULFILMENT_TAKEAWAY,
    }

    /// <summary>What a line is.</summary>
    public enum LineKind
    {
        /// <summary>An item sold by itself.</summary>
        Product = Native.TILLWIRE_ITEM_PRODUCT,
        /// <summary>A choice for its parent, as in "no onions".</summary>
        Modifier = Native.TILLWIRE_ITEM_MODIFIER,
        /// <summary>A part of a set or combo.</summary>
        Component = Native.TILLWIRE_ITEM_COMPONENT,
        /// <summary>A bag or box.</summary>
        Packaging = Native.TILLWIRE_ITEM_PACKAGING,
    }

    /// <summary>Who a party is.</summary>
    public enum PartyRole
    {
        /// <summary>Who ordered.</summary>
        Customer = Native.TILLWIRE_ROLE_CUSTOMER,
        /// <summary>Who receives it, where that is somebody else.</summary>
        Recipient = Native.TILLWIRE_ROLE_RECIPIENT,
        /// <summary>To whom the sale is invoiced.</summary>
        Billing = Native.TILLWIRE_ROLE_BILLING,
        /// <summary>Who brings it to the customer.</summary>
        Courier = Native.TILLWIRE_ROLE_COURIER,
    }

    /// <summary>What was odd in a document.</summary>
    public enum ProblemCode
    {
        /// <summary>A member has another JSON type than the platform documents; it is read as absent.</summary>
        WrongType = Native.TILLWIRE_P_WRONG_TYPE,
        /// <summary>An amount or quantity does not fit 28 decimal digits; it is read as absent, its text stays
        /// reachable.</summary>
        AmountOutOfRange = Native.TILLWIRE_P_AMOUNT_OUT_OF_RANGE,
        /// <summary>Text that should be a number, as amounts in strings are, is none; it is read as absent.</summary>
        NotANumber = Native.TILLWIRE_P_NOT_A_NUMBER,
        /// <summary>A time is written in no form that the platform documents; it is read as absent.</summary>
        UnreadableTime = Native.TILLWIRE_P_UNREADABLE_TIME,
        /// <summary>Text holds U+0000 or half of a surrogate pair, read as U+FFFD.</summary>
        TextReplaced = Native.TILLWIRE_P_TEXT_REPLACED,
        /// <summary>A member stands several times in one object; the last one counts.</summary>
        DuplicateMember = Native.TILLWIRE_P_DUPLICATE_MEMBER,
        /// <summary>Lines of one order are in different currencies, so the order has none.</summary>
        MixedCurrencies = Native.TILLWIRE_P_MIXED_CURRENCIES,
        /// <summary>A currency is not three letters; it is read as absent.</summary>
        UnreadableCurrency = Native.TILLWIRE_P_UNREADABLE_CURRENCY,
        /// <summary>The document states another event type than the one that was expected at this address.</summary>
        UnexpectedEventType = Native.TILLWIRE_P_UNEXPECTED_EVENT_TYPE,
        /// <summary>One of several orders does not say which one it is; it is left out, the others are kept.</summary>
        NoIdentity = Native.TILLWIRE_P_NO_IDENTITY,
        /// <summary>The platform's own sources dispute what a code means; it is read as the least that it can
        /// mean.</summary>
        DisputedCode = Native.TILLWIRE_P_DISPUTED_CODE,
        /// <summary>There are more entries of a kind than the limit; the rest is left out and reachable by
        /// path.</summary>
        TooMany = Native.TILLWIRE_P_TOO_MANY,
        /// <summary>The map of stores that was set lacks this store.</summary>
        UnmappedStore = Native.TILLWIRE_P_UNMAPPED_STORE,
    }

    /// <summary>How far the courier is.</summary>
    public enum Courier
    {
        /// <summary>The platform reports a state that this library does not know; its text is at hand.</summary>
        Unknown = Native.TILLWIRE_COURIER_UNKNOWN,
        /// <summary>A courier is being looked for.</summary>
        Searching = Native.TILLWIRE_COURIER_SEARCHING,
        /// <summary>One is found, and on the way to the store.</summary>
        Assigned = Native.TILLWIRE_COURIER_ASSIGNED,
        /// <summary>At the store.</summary>
        Arrived = Native.TILLWIRE_COURIER_ARRIVED,
        /// <summary>On the way to the customer.</summary>
        Delivering = Native.TILLWIRE_COURIER_DELIVERING,
        /// <summary>Delivered.</summary>
        Delivered = Native.TILLWIRE_COURIER_DELIVERED,
        /// <summary>The delivery failed.</summary>
        Failed = Native.TILLWIRE_COURIER_FAILED,
        /// <summary>On the way back to the store.</summary>
        Returning = Native.TILLWIRE_COURIER_RETURNING,
        /// <summary>Back at the store.</summary>
        Returned = Native.TILLWIRE_COURIER_RETURNED,
        /// <summary>The courier was cancelled.</summary>
        Cancelled = Native.TILLWIRE_COURIER_CANCELLED,
    }

    /// <summary>What an adjustment is.</summary>
    public enum AdjustmentKind
    {
        /// <summary>A tax.</summary>
        Tax = Native.TILLWIRE_ADJUST_TAX,
        /// <summary>A fee or charge.</summary>
        Fee = Native.TILLWIRE_ADJUST_FEE,
        /// <summary>A discount.</summary>
        Discount = Native.TILLWIRE_ADJUST_DISCOUNT,
        /// <summary>Something paid with a voucher or with points.</summary>
        Voucher = Native.TILLWIRE_ADJUST_VOUCHER,
    }

    /// <summary>What an event is about that is about no order.</summary>
    public enum SubjectKind
    {
        /// <summary>A store (branch, outlet). Beside products, one in which they changed.</summary>
        Store = Native.TILLWIRE_ABOUT_STORE,
        /// <summary>A sales channel. Beside products, one in which they changed.</summary>
        Channel = Native.TILLWIRE_ABOUT_CHANNEL,
        /// <summary>A menu.</summary>
        Menu = Native.TILLWIRE_ABOUT_MENU,
        /// <summary>A product or other item of the catalogue.</summary>
        Product = Native.TILLWIRE_ABOUT_PRODUCT,
        /// <summary>A customer.</summary>
        Customer = Native.TILLWIRE_ABOUT_CUSTOMER,
        /// <summary>A business day of a store.</summary>
        BusinessDay = Native.TILLWIRE_ABOUT_BUSINESS_DAY,
    }

    /// <summary>A platform's own codes and words.</summary>
    public enum Vocabulary
    {
        /// <summary>klikit: types of events (<c>EventKind</c> codes).</summary>
        KlikitEvent = Native.TILLWIRE_VOCABULARY_KLIKIT_EVENT,
        /// <summary>klikit: states of an order, <c>status</c> (<c>Progress</c> codes).</summary>
        KlikitOrderStatus = Native.TILLWIRE_VOCABULARY_KLIKIT_ORDER_STATUS,
        /// <summary>klikit: states of the courier, <c>fulfillment_status_id</c> (<c>Courier</c> codes).</summary>
        KlikitFulfilmentStatus = Native.TILLWIRE_VOCABULARY_KLIKIT_FULFILMENT_STATUS,
        /// <summary>klikit: kinds of fulfilment, <c>type</c> (<c>Fulfilment</c> codes).</summary>
        KlikitOrderType = Native.TILLWIRE_VOCABULARY_KLIKIT_ORDER_TYPE,
        /// <summary>klikit: sales channels, <c>provider_id</c>.</summary>
        KlikitProvider = Native.TILLWIRE_VOCABULARY_KLIKIT_PROVIDER,
        /// <summary>klikit: <c>payment_status</c> (<c>PaymentStatus</c> codes).</summary>
        KlikitPaymentStatus = Native.TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_STATUS,
        /// <summary>klikit: <c>payment_method</c>.</summary>
        KlikitPaymentMethod = Native.TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_METHOD,
        /// <summary>klikit: <c>payment_channel_id</c>.</summary>
        KlikitPaymentChannel = Native.TILLWIRE_VOCABULARY_KLIKIT_PAYMENT_CHANNEL,
        /// <summary>klikit: where an order was placed, <c>source</c>.</summary>
        KlikitSource = Native.TILLWIRE_VOCABULARY_KLIKIT_SOURCE,
        /// <summary>klikit: <c>discount_type</c>.</summary>
        KlikitDiscountType = Native.TILLWIRE_VOCABULARY_KLIKIT_DISCOUNT_TYPE,
        /// <summary>klikit: how an order is picked up.</summary>
        KlikitPickupType = Native.TILLWIRE_VOCABULARY_KLIKIT_PICKUP_TYPE,
        /// <summary>klikit: reasons for which an order may be rejected or cancelled, <c>reason_code</c>.</summary>
        KlikitReason = Native.TILLWIRE_VOCABULARY_KLIKIT_REASON,
        /// <summary>klikit: what a status change may ask for (<c>Progress</c> codes).</summary>
        KlikitStatusChange = Native.TILLWIRE_VOCABULARY_KLIKIT_STATUS_CHANGE,
        /// <summary>klikit: countries, by its own ids; names are ISO 3166-1 alpha-3.</summary>
        KlikitCountry = Native.TILLWIRE_VOCABULARY_KLIKIT_COUNTRY,
        /// <summary>klikit: currencies, by its own ids; names are ISO 4217.</summary>
        KlikitCurrency = Native.TILLWIRE_VOCABULARY_KLIKIT_CURRENCY,
        /// <summary>Atlas: types of events (<c>EventKind</c> codes).</summary>
        AtlasEvent = Native.TILLWIRE_VOCABULARY_ATLAS_EVENT,
        /// <summary>Atlas: states of an order (<c>Progress</c> codes).</summary>
        AtlasState = Native.TILLWIRE_VOCABULARY_ATLAS_STATE,
        /// <summary>Atlas: kinds of fulfilment (<c>Fulfilment</c> codes).</summary>
        AtlasFulfilmentType = Native.TILLWIRE_VOCABULARY_ATLAS_FULFILMENT_TYPE,
        /// <summary>Atlas: <c>timeslot_type</c>.</summary>
        AtlasTimeslotType = Native.TILLWIRE_VOCABULARY_ATLAS_TIMESLOT_TYPE,
        /// <summary>Atlas: states of a payment intent.</summary>
        AtlasPaymentIntent = Native.TILLWIRE_VOCABULARY_ATLAS_PAYMENT_INTENT,
        /// <summary>Atlas: types of errors.</summary>
        AtlasErrorType = Native.TILLWIRE_VOCABULARY_ATLAS_ERROR_TYPE,
        /// <summary>Fire: types of events, older spellings included (<c>EventKind</c> codes).</summary>
        FireEvent = Native.TILLWIRE_VOCABULARY_FIRE_EVENT,
        /// <summary>Fire: the order's business status (<c>Progress</c> codes).</summary>
        FireStatus = Native.TILLWIRE_VOCABULARY_FIRE_STATUS,
        /// <summary>Fire: <c>paymentStatus</c> (<c>PaymentStatus</c> codes).</summary>
        FirePaymentStatus = Native.TILLWIRE_VOCABULARY_FIRE_PAYMENT_STATUS,
        /// <summary>Fire: <c>transactionStatus</c> of a tender; means 1 where the money was taken, 0 where
        /// not.</summary>
        FireTransactionStatus = Native.TILLWIRE_VOCABULARY_FIRE_TRANSACTION_STATUS,
        /// <summary>Fire: steps of the kitchen (<c>Progress</c> codes).</summary>
        FireKitchenStatus = Native.TILLWIRE_VOCABULARY_FIRE_KITCHEN_STATUS,
        /// <summary>Fire: statuses of <c>order.status_changed</c> (<c>Progress</c> codes).</summary>
        FireOrderStatus = Native.TILLWIRE_VOCABULARY_FIRE_ORDER_STATUS,
        /// <summary>Fire: <c>service.code</c> (<c>Fulfilment</c> codes).</summary>
        FireService = Native.TILLWIRE_VOCABULARY_FIRE_SERVICE,
        /// <summary>Fire: <c>itemType</c> at the top level (<c>LineKind</c> codes).</summary>
        FireItemType = Native.TILLWIRE_VOCABULARY_FIRE_ITEM_TYPE,
        /// <summary>Fire: what a kitchen may report, <c>eventType</c> (<c>Progress</c> codes).</summary>
        FireKitchenReport = Native.TILLWIRE_VOCABULARY_FIRE_KITCHEN_REPORT,
        /// <summary>Fire: where an order was cancelled, <c>cancellationSource</c>.</summary>
        FireCancellationSource = Native.TILLWIRE_VOCABULARY_FIRE_CANCELLATION_SOURCE,
        /// <summary>Fire: states of a fiscal document.</summary>
        FireFiscalStatus = Native.TILLWIRE_VOCABULARY_FIRE_FISCAL_STATUS,
        /// <summary>Fire: <c>type</c> of a discount.</summary>
        FireDiscountType = Native.TILLWIRE_VOCABULARY_FIRE_DISCOUNT_TYPE,
        /// <summary>Fire: <c>type</c> of a product of the catalogue.</summary>
        FireProductType = Native.TILLWIRE_VOCABULARY_FIRE_PRODUCT_TYPE,
        /// <summary>Fire: states of a queued report.</summary>
        FireQueueStatus = Native.TILLWIRE_VOCABULARY_FIRE_QUEUE_STATUS,
        /// <summary>Fire: why a cancellation was refused.</summary>
        FireCancellationCode = Native.TILLWIRE_VOCABULARY_FIRE_CANCELLATION_CODE,
        /// <summary>Fire: <c>status</c> of a store.</summary>
        FireStoreStatus = Native.TILLWIRE_VOCABULARY_FIRE_STORE_STATUS,
        /// <summary>Fire: <c>numberingStatus</c> of a fiscal representation; an open list.</summary>
        FireNumberingStatus = Native.TILLWIRE_VOCABULARY_FIRE_NUMBERING_STATUS,
        /// <summary>klikit: codes of errors; names are the spelling of its reference pages.</summary>
        KlikitErrorCode = Native.TILLWIRE_VOCABULARY_KLIKIT_ERROR_CODE,
        /// <summary>Fire: <c>active</c> of a store or channel; means 1 where it can be ordered from, 0 where
        /// not.</summary>
        FireActive = Native.TILLWIRE_VOCABULARY_FIRE_ACTIVE,
        /// <summary>Fire: <c>authType</c> of a channel.</summary>
        FireAuthType = Native.TILLWIRE_VOCABULARY_FIRE_AUTH_TYPE,
        /// <summary>Fire: how far a store or menu is published, <c>syncStatus</c>.</summary>
        FireSyncStatus = Native.TILLWIRE_VOCABULARY_FIRE_SYNC_STATUS,
        /// <summary>Fire: <c>status</c> of a report on a menu that was received.</summary>
        FireSyncReport = Native.TILLWIRE_VOCABULARY_FIRE_SYNC_REPORT,
        /// <summary>Fire: <c>type</c> of a modifier group.</summary>
        FireModifierGroupType = Native.TILLWIRE_VOCABULARY_FIRE_MODIFIER_GROUP_TYPE,
        /// <summary>Fire: days of the week, <c>day</c>; means 1 for Monday to 7 for Sunday.</summary>
        FireWeekday = Native.TILLWIRE_VOCABULARY_FIRE_WEEKDAY,
        /// <summary>Fire: who closed a business day, <c>closedBy.type</c>.</summary>
        FireClosedBy = Native.TILLWIRE_VOCABULARY_FIRE_CLOSED_BY,
        /// <summary>Fire: <c>documentType</c> of a fiscal document, older words included.</summary>
        FireDocumentType = Native.TILLWIRE_VOCABULARY_FIRE_DOCUMENT_TYPE,
        /// <summary>Fire: how a fiscal document was authorised, <c>authorizationMode</c>.</summary>
        FireAuthorizationMode = Native.TILLWIRE_VOCABULARY_FIRE_AUTHORIZATION_MODE,
        /// <summary>Fire: <c>failure.scope</c> of a fiscal document.</summary>
        FireFailureScope = Native.TILLWIRE_VOCABULARY_FIRE_FAILURE_SCOPE,
        /// <summary>Fire: what became of a confirmed payment, <c>outcome</c>.</summary>
        FirePaymentOutcome = Native.TILLWIRE_VOCABULARY_FIRE_PAYMENT_OUTCOME,
    }

    /// <summary>What a delivery was.</summary>
    public enum Verdict
    {
        /// <summary>The first that is known of an order.</summary>
        New = Native.TILLWIRE_VERDICT_NEW,
        /// <summary>It changed what is known of an order.</summary>
        Changed = Native.TILLWIRE_VERDICT_CHANGED,
        /// <summary>The same was applied before.</summary>
        Duplicate = Native.TILLWIRE_VERDICT_DUPLICATE,
        /// <summary>It says nothing that is not known, or is older than what is known.</summary>
        Stale = Native.TILLWIRE_VERDICT_STALE,
        /// <summary>It is about no order, or of a type that this library does not know; the event has the
        /// document.</summary>
        NotUnderstood = Native.TILLWIRE_VERDICT_NOT_UNDERSTOOD,
        /// <summary>The order was finished, and has left the book since.</summary>
        Forgotten = Native.TILLWIRE_VERDICT_FORGOTTEN,
        /// <summary>No delivery: what the book holds, from <c>OrderBook.Orders</c>.</summary>
        Held = Native.TILLWIRE_VERDICT_HELD,
    }

    /// <summary>What the till is to do.</summary>
    public enum TillAction
    {
        /// <summary>Nothing.</summary>
        Nothing = Native.TILLWIRE_ACTION_NOTHING,
        /// <summary>Print the ticket: the order is to be prepared. At most once for an order.</summary>
        Print = Native.TILLWIRE_ACTION_PRINT,
        /// <summary>Print what changed: the order's lines changed after its ticket was printed.</summary>
        Reprint = Native.TILLWIRE_ACTION_REPRINT,
        /// <summary>Void the ticket: the order was cancelled or rejected after its ticket was printed. At most once for
        /// an order.</summary>
        Void = Native.TILLWIRE_ACTION_VOID,
        /// <summary>Update what is shown of the order.</summary>
        Update = Native.TILLWIRE_ACTION_UPDATE,
        /// <summary>Read the order at the platform: the delivery says too little of an order that is not known in
        /// full.</summary>
        Fetch = Native.TILLWIRE_ACTION_FETCH,
        /// <summary>Show the lines, if anything: they were told before the order was placed.</summary>
        Preview = Native.TILLWIRE_ACTION_PREVIEW,
    }

    /// <summary>What happened to a line.</summary>
    public enum LineEdit
    {
        /// <summary>The line is new.</summary>
        Added = Native.TILLWIRE_EDIT_ADDED,
        /// <summary>The line is gone.</summary>
        Removed = Native.TILLWIRE_EDIT_REMOVED,
        /// <summary>The line is wanted in another quantity, what stands below it being the same.</summary>
        Quantity = Native.TILLWIRE_EDIT_QUANTITY,
        /// <summary>The line's note, its modifiers or its parts changed; perhaps its quantity, too.</summary>
        Contents = Native.TILLWIRE_EDIT_CONTENTS,
    }

    /// <summary>What a till may ask of a platform.</summary>
    public enum Ask
    {
        /// <summary>To accept the order.</summary>
        Accept = Native.TILLWIRE_ASK_ACCEPT,
        /// <summary>To report that it is being prepared.</summary>
        Prepare = Native.TILLWIRE_ASK_PREPARE,
        /// <summary>To report that it is ready.</summary>
        Ready = Native.TILLWIRE_ASK_READY,
        /// <summary>To report that it was handed over: picked up, or dispatched.</summary>
        HandOver = Native.TILLWIRE_ASK_HAND_OVER,
        /// <summary>To reject it.</summary>
        Reject = Native.TILLWIRE_ASK_REJECT,
        /// <summary>To cancel it.</summary>
        Cancel = Native.TILLWIRE_ASK_CANCEL,
    }

    /// <summary>Whether a till may ask.</summary>
    public enum Permission
    {
        /// <summary>The till may ask.</summary>
        Allowed = Native.TILLWIRE_MAY_ALLOWED,
        /// <summary>It may, but the platform is likely to refuse; see the reason.</summary>
        Doubtful = Native.TILLWIRE_MAY_DOUBTFUL,
        /// <summary>It may not; see the reason.</summary>
        Refused = Native.TILLWIRE_MAY_REFUSED,
    }

    /// <summary>What can be asked of the platforms. Each says which parameters it needs and takes.</summary>
    public enum Operation
    {
        /// <summary>klikit: the brands of the business.</summary>
        KlikitBrands = Native.TILLWIRE_OPERATION_KLIKIT_BRANDS,
        /// <summary>klikit: the branches of the business. Takes PAGE, SIZE. By page.</summary>
        KlikitBranches = Native.TILLWIRE_OPERATION_KLIKIT_BRANCHES,
        /// <summary>klikit: the providers that orders come through.</summary>
        KlikitProviders = Native.TILLWIRE_OPERATION_KLIKIT_PROVIDERS,
        /// <summary>klikit: orders, newest first, by page. Takes FROM, TO, STATUS, BRANCH_ID, PROVIDER_ID, PAGE, SIZE.
        /// By page.</summary>
        KlikitOrders = Native.TILLWIRE_OPERATION_KLIKIT_ORDERS,
        /// <summary>klikit: one order in full. Needs ID.</summary>
        KlikitOrder = Native.TILLWIRE_OPERATION_KLIKIT_ORDER,
        /// <summary>klikit: how many orders there are; the platform answers an empty object today. Takes FROM, TO,
        /// STATUS, BRANCH_ID, PROVIDER_ID, PAGE, SIZE.</summary>
        KlikitOrderCount = Native.TILLWIRE_OPERATION_KLIKIT_ORDER_COUNT,
        /// <summary>klikit: the dictionary of order statuses.</summary>
        KlikitOrderStatuses = Native.TILLWIRE_OPERATION_KLIKIT_ORDER_STATUSES,
        /// <summary>klikit: the dictionary of fulfilment statuses.</summary>
        KlikitFulfillmentStatuses = Native.TILLWIRE_OPERATION_KLIKIT_FULFILLMENT_STATUSES,
        /// <summary>klikit: the dictionary of order types.</summary>
        KlikitOrderTypes = Native.TILLWIRE_OPERATION_KLIKIT_ORDER_TYPES,
        /// <summary>klikit: moves an order: accepted, ready, <c>picked_up</c>, rejected or cancelled. Needs ID, STATUS
        /// (accepted, ready, picked_up, rejected, cancelled); takes REASON, OCCURRED_AT. Keyed.</summary>
        KlikitOrderStatus = Native.TILLWIRE_OPERATION_KLIKIT_ORDER_STATUS,
        /// <summary>klikit: the menu of a store, or of the business. Takes BRAND_ID, BRANCH_ID.</summary>
        KlikitMenus = Native.TILLWIRE_OPERATION_KLIKIT_MENUS,
        /// <summary>klikit: puts one item in or out of stock. Needs SKU, AVAILABLE; takes BRANCH_ID. Keyed.</summary>
        KlikitItemAvailability = Native.TILLWIRE_OPERATION_KLIKIT_ITEM_AVAILABILITY,
        /// <summary>klikit: puts several items in or out of stock. Needs BODY. Keyed. No path is published: set it on
        /// the account.</summary>
        KlikitItemsAvailability = Native.TILLWIRE_OPERATION_KLIKIT_ITEMS_AVAILABILITY,
        /// <summary>klikit: shows or hides a branch. Needs BODY; takes ID. Keyed. No path is published: set it on the
        /// account.</summary>
        KlikitBranchVisibility = Native.TILLWIRE_OPERATION_KLIKIT_BRANCH_VISIBILITY,
        /// <summary>klikit: shows or hides a brand. Needs BODY; takes ID. Keyed. No path is published: set it on the
        /// account.</summary>
        KlikitBrandVisibility = Native.TILLWIRE_OPERATION_KLIKIT_BRAND_VISIBILITY,
        /// <summary>klikit: the addresses that deliveries are sent to. No path is published: set it on the
        /// account.</summary>
        KlikitWebhooks = Native.TILLWIRE_OPERATION_KLIKIT_WEBHOOKS,
        /// <summary>klikit: any other read, by its path. Needs PATH.</summary>
        KlikitRead = Native.TILLWIRE_OPERATION_KLIKIT_READ,
        /// <summary>klikit: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH;
        /// takes BODY. Once.</summary>
        KlikitWrite = Native.TILLWIRE_OPERATION_KLIKIT_WRITE,
        /// <summary>Atlas: creates an order. Needs OUTLET_ID, CHANNEL_ID, BODY. Once.</summary>
        AtlasOrderCreate = Native.TILLWIRE_OPERATION_ATLAS_ORDER_CREATE,
        /// <summary>Atlas: one order by its id. Needs ID.</summary>
        AtlasOrder = Native.TILLWIRE_OPERATION_ATLAS_ORDER,
        /// <summary>Atlas: one order by the reference that people read. Needs IDENTIFIER.</summary>
        AtlasOrderByIdentifier = Native.TILLWIRE_OPERATION_ATLAS_ORDER_BY_IDENTIFIER,
        /// <summary>Atlas: changes an order. Needs ID, BODY. Once.</summary>
        AtlasOrderUpdate = Native.TILLWIRE_OPERATION_ATLAS_ORDER_UPDATE,
        /// <summary>Atlas: what an outlet has left on a day. Needs OUTLET_ID, SERVING_DATE.</summary>
        AtlasStocks = Native.TILLWIRE_OPERATION_ATLAS_STOCKS,
        /// <summary>Atlas: the menus.</summary>
        AtlasMenus = Native.TILLWIRE_OPERATION_ATLAS_MENUS,
        /// <summary>Atlas: one menu in full. Needs ID.</summary>
        AtlasMenu = Native.TILLWIRE_OPERATION_ATLAS_MENU,
        /// <summary>Atlas: any other read, by its path. Needs PATH.</summary>
        AtlasRead = Native.TILLWIRE_OPERATION_ATLAS_READ,
        /// <summary>Atlas: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH;
        /// takes BODY. Once.</summary>
        AtlasWrite = Native.TILLWIRE_OPERATION_ATLAS_WRITE,
        /// <summary>Fire: logs in, for the operations of the v4 API. From the account, unless set: CLIENT_ID,
        /// CLIENT_SECRET, GRANT_TYPE.</summary>
        FireLogin = Native.TILLWIRE_OPERATION_FIRE_LOGIN,
        /// <summary>Fire: reports a step of the kitchen. Needs EVENT_TYPE (order.preparing, order.ready,
        /// order.dispatched), OCCURRED_AT, ID, EVENT_ID; takes PROVIDER_EVENT_ID, STATION, METADATA. Keyed.</summary>
        FireKitchenReport = Native.TILLWIRE_OPERATION_FIRE_KITCHEN_REPORT,
        /// <summary>Fire: what became of a report. Needs ID.</summary>
        FireReportOutcome = Native.TILLWIRE_OPERATION_FIRE_REPORT_OUTCOME,
        /// <summary>Fire: orders, by page. Takes FIELDS, STATUS, PAYMENT_STATUS, BUSINESS_DATE, FROM, TO, DATE_FILTER
        /// (business_day, created_at), TIME_ZONE_OFFSET, CHANNEL, FULFILMENT, PAYMENT_METHOD, ORDER_CODE, SEARCH, PAGE,
        /// SIZE; from the account, unless set: ACCOUNT_ID, VENDOR_ID. By page.</summary>
        FireOrders = Native.TILLWIRE_OPERATION_FIRE_ORDERS,
        /// <summary>Fire: one order, by Fire's id or the external one. Needs ID; takes FIELDS; from the account, unless
        /// set: ACCOUNT_ID, VENDOR_ID.</summary>
        FireOrder = Native.TILLWIRE_OPERATION_FIRE_ORDER,
        /// <summary>Fire: the stores, by page. Takes STATUS, ACTIVE, SYNC_STATUS, COUNTRY_ID, CITY_ID, CHANNEL, SEARCH,
        /// FIELDS, PAGE, SIZE; from the account, unless set: ACCOUNT_ID, VENDOR_ID. By page.</summary>
        FireStores = Native.TILLWIRE_OPERATION_FIRE_STORES,
        /// <summary>Fire: one store. Needs ID; from the account, unless set: ACCOUNT_ID, VENDOR_ID.</summary>
        FireStore = Native.TILLWIRE_OPERATION_FIRE_STORE,
        /// <summary>Fire: the channels that are configured.</summary>
        FireChannels = Native.TILLWIRE_OPERATION_FIRE_CHANNELS,
        /// <summary>Fire: whether an order can be cancelled. Needs ID; takes LOCALE (es, en, pt).</summary>
        FireCancellationEligibility = Native.TILLWIRE_OPERATION_FIRE_CANCELLATION_ELIGIBILITY,
        /// <summary>Fire: cancels an order by its external id. Needs ID, REASON; takes CANCELLATION_TYPE,
        /// CANCELLATION_NOTE, CANCELLATION_GROUP. Once.</summary>
        FireOrderCancel = Native.TILLWIRE_OPERATION_FIRE_ORDER_CANCEL,
        /// <summary>Fire: cancels and refunds an order, by the v4 API. Needs ID, REASON; takes PAYMENT_METHOD_ID,
        /// EMAIL, CUSTOMER_ID, ANONYMOUS_CUSTOMER_ID, STORE_ID, MEDIA (APP, WEB), CANCELLATION_TYPE; from the account,
        /// unless set: VENDOR_ID. Once. After a login.</summary>
        FireOrderRefund = Native.TILLWIRE_OPERATION_FIRE_ORDER_REFUND,
        /// <summary>Fire: says that a till, kiosk or kitchen display is alive. Needs COMPONENT_TYPE (kiosk,
        /// kds_station, pos), COMPONENT_ID, STORE_ID, STATUS (online, degraded); takes SENT_AT, INTERVAL,
        /// OFFLINE_SINCE, DEGRADED_REASON (printer_down, pinpad_down, backend_unreachable, queue_backlog,
        /// peripheral_other), APP_VERSION, DETAILS. Never again.</summary>
        FireComponentHealth = Native.TILLWIRE_OPERATION_FIRE_COMPONENT_HEALTH,
        /// <summary>Fire: any other read, by its path. Needs PATH; takes HOST (api, app).</summary>
        FireRead = Native.TILLWIRE_OPERATION_FIRE_READ,
        /// <summary>Fire: any other write, by its method and path. Needs METHOD (POST, PATCH, PUT, DELETE), PATH; takes
        /// HOST (api, app), BODY. Once.</summary>
        FireWrite = Native.TILLWIRE_OPERATION_FIRE_WRITE,
    }

    /// <summary>What an operation can be told.</summary>
    public enum Parameter
    {
        /// <summary>The id of what the operation is about: an order, a store, a menu, a brand, a report.</summary>
        Id = Native.TILLWIRE_PARAMETER_ID,
        /// <summary>A brand's id.</summary>
        BrandId = Native.TILLWIRE_PARAMETER_BRAND_ID,
        /// <summary>A branch's id.</summary>
        BranchId = Native.TILLWIRE_PARAMETER_BRANCH_ID,
        /// <summary>A provider's id.</summary>
        ProviderId = Native.TILLWIRE_PARAMETER_PROVIDER_ID,
        /// <summary>A status, in the platform's own words.</summary>
        Status = Native.TILLWIRE_PARAMETER_STATUS,
        /// <summary>Why an order is rejected or cancelled, in the platform's own codes or words.</summary>
        Reason = Native.TILLWIRE_PARAMETER_REASON,
        /// <summary>When it happened in the shop, RFC 3339.</summary>
        OccurredAt = Native.TILLWIRE_PARAMETER_OCCURRED_AT,
        /// <summary>The earliest time of a window, included; RFC 3339.</summary>
        From = Native.TILLWIRE_PARAMETER_FROM,
        /// <summary>The latest time of a window; klikit leaves it out, RFC 3339.</summary>
        To = Native.TILLWIRE_PARAMETER_TO,
        /// <summary>Which page, from 1.</summary>
        Page = Native.TILLWIRE_PARAMETER_PAGE,
        /// <summary>How many on a page.</summary>
        Size = Native.TILLWIRE_PARAMETER_SIZE,
        /// <summary>The vendor's own id of an item.</summary>
        Sku = Native.TILLWIRE_PARAMETER_SKU,
        /// <summary>Whether it can be ordered.</summary>
        Available = Native.TILLWIRE_PARAMETER_AVAILABLE,
        /// <summary>An outlet's id.</summary>
        OutletId = Native.TILLWIRE_PARAMETER_OUTLET_ID,
        /// <summary>A channel's id.</summary>
        ChannelId = Native.TILLWIRE_PARAMETER_CHANNEL_ID,
        /// <summary>The business day, YYYY-MM-DD.</summary>
        ServingDate = Native.TILLWIRE_PARAMETER_SERVING_DATE,
        /// <summary>The reference that people read.</summary>
        Identifier = Native.TILLWIRE_PARAMETER_IDENTIFIER,
        /// <summary>Which step or event is reported.</summary>
        EventType = Native.TILLWIRE_PARAMETER_EVENT_TYPE,
        /// <summary>The reporter's own mark of the report; the same for all its attempts.</summary>
        ProviderEventId = Native.TILLWIRE_PARAMETER_PROVIDER_EVENT_ID,
        /// <summary>The mark of the platform's event that is answered.</summary>
        EventId = Native.TILLWIRE_PARAMETER_EVENT_ID,
        /// <summary>The name of a kitchen station.</summary>
        Station = Native.TILLWIRE_PARAMETER_STATION,
        /// <summary>Anything more, a JSON object that is kept as it is.</summary>
        Metadata = Native.TILLWIRE_PARAMETER_METADATA,
        /// <summary>The account at the platform.</summary>
        AccountId = Native.TILLWIRE_PARAMETER_ACCOUNT_ID,
        /// <summary>The vendor at the platform.</summary>
        VendorId = Native.TILLWIRE_PARAMETER_VENDOR_ID,
        /// <summary>Which members the answer has, separated by commas.</summary>
        Fields = Native.TILLWIRE_PARAMETER_FIELDS,
        /// <summary>How far the payment is, in the platform's own words.</summary>
        PaymentStatus = Native.TILLWIRE_PARAMETER_PAYMENT_STATUS,
        /// <summary>A business day, YYYY-MM-DD.</summary>
        BusinessDate = Native.TILLWIRE_PARAMETER_BUSINESS_DATE,
        /// <summary>Which date a window is about.</summary>
        DateFilter = Native.TILLWIRE_PARAMETER_DATE_FILTER,
        /// <summary>How far the local time is from UTC.</summary>
        TimeZoneOffset = Native.TILLWIRE_PARAMETER_TIME_ZONE_OFFSET,
        /// <summary>A sales channel's code.</summary>
        Channel = Native.TILLWIRE_PARAMETER_CHANNEL,
        /// <summary>How orders reach the customer, in the platform's own words.</summary>
        Fulfilment = Native.TILLWIRE_PARAMETER_FULFILMENT,
        /// <summary>A payment method, in the platform's own words.</summary>
        PaymentMethod = Native.TILLWIRE_PARAMETER_PAYMENT_METHOD,
        /// <summary>An order's code.</summary>
        OrderCode = Native.TILLWIRE_PARAMETER_ORDER_CODE,
        /// <summary>Text to search for; never logged.</summary>
        Search = Native.TILLWIRE_PARAMETER_SEARCH,
        /// <summary>Whether it is active, in the platform's own words.</summary>
        Active = Native.TILLWIRE_PARAMETER_ACTIVE,
        /// <summary>How far it is published, in the platform's own words.</summary>
        SyncStatus = Native.TILLWIRE_PARAMETER_SYNC_STATUS,
        /// <summary>A country.</summary>
        CountryId = Native.TILLWIRE_PARAMETER_COUNTRY_ID,
        /// <summary>A city.</summary>
        CityId = Native.TILLWIRE_PARAMETER_CITY_ID,
        /// <summary>The language of texts for people.</summary>
        Locale = Native.TILLWIRE_PARAMETER_LOCALE,
        /// <summary>Which kind of cancellation, in the platform's own words.</summary>
        CancellationType = Native.TILLWIRE_PARAMETER_CANCELLATION_TYPE,
        /// <summary>A remark on a cancellation.</summary>
        CancellationNote = Native.TILLWIRE_PARAMETER_CANCELLATION_NOTE,
        /// <summary>The group of a cancellation's reason.</summary>
        CancellationGroup = Native.TILLWIRE_PARAMETER_CANCELLATION_GROUP,
        /// <summary>A tender's id.</summary>
        PaymentMethodId = Native.TILLWIRE_PARAMETER_PAYMENT_METHOD_ID,
        /// <summary>A store's id.</summary>
        StoreId = Native.TILLWIRE_PARAMETER_STORE_ID,
        /// <summary>Where a request comes from, in the platform's own words.</summary>
        Media = Native.TILLWIRE_PARAMETER_MEDIA,
        /// <summary>Which kind of device, in the platform's own words.</summary>
        ComponentType = Native.TILLWIRE_PARAMETER_COMPONENT_TYPE,
        /// <summary>The device's own stable id.</summary>
        ComponentId = Native.TILLWIRE_PARAMETER_COMPONENT_ID,
        /// <summary>When it was sent, RFC 3339 with the local offset.</summary>
        SentAt = Native.TILLWIRE_PARAMETER_SENT_AT,
        /// <summary>How often it is sent, in seconds.</summary>
        Interval = Native.TILLWIRE_PARAMETER_INTERVAL,
        /// <summary>Since when the device was cut off, RFC 3339.</summary>
        OfflineSince = Native.TILLWIRE_PARAMETER_OFFLINE_SINCE,
        /// <summary>Why a device is not well, in the platform's own words.</summary>
        DegradedReason = Native.TILLWIRE_PARAMETER_DEGRADED_REASON,
        /// <summary>The version of the device's software.</summary>
        AppVersion = Native.TILLWIRE_PARAMETER_APP_VERSION,
        /// <summary>Details, a JSON object that is kept as it is.</summary>
        Details = Native.TILLWIRE_PARAMETER_DETAILS,
        /// <summary>A customer's e-mail address; never logged.</summary>
        Email = Native.TILLWIRE_PARAMETER_EMAIL,
        /// <summary>A customer's id.</summary>
        CustomerId = Native.TILLWIRE_PARAMETER_CUSTOMER_ID,
        /// <summary>The id of a customer without an account.</summary>
        AnonymousCustomerId = Native.TILLWIRE_PARAMETER_ANONYMOUS_CUSTOMER_ID,
        /// <summary>The client's id at a login.</summary>
        ClientId = Native.TILLWIRE_PARAMETER_CLIENT_ID,
        /// <summary>The client's secret at a login; from the account, never logged.</summary>
        ClientSecret = Native.TILLWIRE_PARAMETER_CLIENT_SECRET,
        /// <summary>Which grant a login asks for.</summary>
        GrantType = Native.TILLWIRE_PARAMETER_GRANT_TYPE,
        /// <summary>The body as JSON text, sent byte for byte.</summary>
        Body = Native.TILLWIRE_PARAMETER_BODY,
        /// <summary>A path below the base address, beginning with a slash; may have a query.</summary>
        Path = Native.TILLWIRE_PARAMETER_PATH,
        /// <summary>The method of a write: POST, PATCH, PUT or DELETE.</summary>
        Method = Native.TILLWIRE_PARAMETER_METHOD,
        /// <summary>The mark of the action; made of the caller's random bytes unless it is set.</summary>
        IdempotencyKey = Native.TILLWIRE_PARAMETER_IDEMPOTENCY_KEY,
        /// <summary>Which of the platform's addresses the path is at: <c>api</c> unless it is set, or Fire's second,
        /// <c>app</c>.</summary>
        Host = Native.TILLWIRE_PARAMETER_HOST,
    }

    /// <summary>Which of a platform's environments.</summary>
    public enum PlatformEnvironment
    {
        /// <summary>The real one.</summary>
        Production = Native.TILLWIRE_ENVIRONMENT_PRODUCTION,
        /// <summary>The one for trying out: klikit's development, Fire's staging.</summary>
        Development = Native.TILLWIRE_ENVIRONMENT_DEVELOPMENT,
    }

    /// <summary>Why a request got no answer.</summary>
    public enum Failure
    {
        /// <summary>The name of the host was not found.</summary>
        NoHost = Native.TILLWIRE_FAILURE_NO_HOST,
        /// <summary>No connection could be made, in time or at all: nothing was sent.</summary>
        NoConnection = Native.TILLWIRE_FAILURE_NO_CONNECTION,
        /// <summary>The certificate is not trusted, out of date, or of another host: nothing was sent.</summary>
        Untrusted = Native.TILLWIRE_FAILURE_UNTRUSTED,
        /// <summary>The proxy refused: nothing was sent.</summary>
        Proxy = Native.TILLWIRE_FAILURE_PROXY,
        /// <summary>The connection broke after something may have been sent.</summary>
        Broken = Native.TILLWIRE_FAILURE_BROKEN,
        /// <summary>No whole answer came in time after something may have been sent.</summary>
        TimedOut = Native.TILLWIRE_FAILURE_TIMED_OUT,
        /// <summary>The answer is larger than the limit.</summary>
        TooLarge = Native.TILLWIRE_FAILURE_TOO_LARGE,
        /// <summary>The answer is no HTTP.</summary>
        NotHttp = Native.TILLWIRE_FAILURE_NOT_HTTP,
        /// <summary>The caller cancelled.</summary>
        Cancelled = Native.TILLWIRE_FAILURE_CANCELLED,
    }

    /// <summary>Why a call was not tried again.</summary>
    public enum StopReason
    {
        /// <summary>It would come to the same.</summary>
        Final = Native.TILLWIRE_STOP_FINAL,
        /// <summary>It may have been done, and the platform could not tell a repeat.</summary>
        Unsafe = Native.TILLWIRE_STOP_UNSAFE,
        /// <summary>There were as many attempts as there may be.</summary>
        Attempts = Native.TILLWIRE_STOP_ATTEMPTS,
        /// <summary>The wait would end after the call's deadline.</summary>
        Deadline = Native.TILLWIRE_STOP_DEADLINE,
    }

    /// <summary>What a call of the library came to.</summary>
    public enum Status
    {
        /// <summary>Success.</summary>
        Ok = Native.TILLWIRE_OK,
        /// <summary>Not an error: the document has no such value, or this version of the library knows no such
        /// field.</summary>
        Absent = Native.TILLWIRE_ABSENT,
        /// <summary>The delivery was taken before; for <c>Verifier.Answer</c>.</summary>
        Duplicate = Native.TILLWIRE_DUPLICATE,
        /// <summary>Not the end: wait, then send the call's request again; from <c>Call.After</c>.</summary>
        Again = Native.TILLWIRE_AGAIN,
        /// <summary>An argument is unusable: null where a value is needed, a length beyond what memory can hold, text
        /// that is not UTF-8, an unknown code.</summary>
        Argument = Native.TILLWIRE_E_ARGUMENT,
        /// <summary>Memory for the received data could not be had.</summary>
        Memory = Native.TILLWIRE_E_MEMORY,
        /// <summary>A defect in this library was contained; the process is intact, the object in use should be disposed
        /// of.</summary>
        Panic = Native.TILLWIRE_E_PANIC,
        /// <summary>This flavour of the library was built without the feature.</summary>
        Unsupported = Native.TILLWIRE_E_UNSUPPORTED,
        /// <summary>The caller's buffer is too small.</summary>
        Buffer = Native.TILLWIRE_E_BUFFER,
        /// <summary>The object is not where this can be done: a call that was not begun, or is over.</summary>
        State = Native.TILLWIRE_E_STATE,
        /// <summary>The operating system gives no random bytes.</summary>
        Random = Native.TILLWIRE_E_RANDOM,
        /// <summary>The amount cannot be expressed exactly with that many digits.</summary>
        Inexact = Native.TILLWIRE_E_INEXACT,
        /// <summary>The number does not fit the type asked for.</summary>
        Range = Native.TILLWIRE_E_RANGE,
        /// <summary>The unit of an amount at this place is not published: give its scale.</summary>
        Unit = Native.TILLWIRE_E_UNIT,
        /// <summary>The value is neither a number nor a number in a text.</summary>
        NotANumber = Native.TILLWIRE_E_NOT_A_NUMBER,
        /// <summary>The secret is empty, or has a space or line break at an end.</summary>
        Secret = Native.TILLWIRE_E_SECRET,
        /// <summary>A setting of the verifier or account is missing or unusable.</summary>
        Setting = Native.TILLWIRE_E_SETTING,
        /// <summary>The header that carries the signature, token or timestamp is not there.</summary>
        HeaderMissing = Native.TILLWIRE_E_HEADER_MISSING,
        /// <summary>The header came several times with different values.</summary>
        HeaderConflict = Native.TILLWIRE_E_HEADER_CONFLICT,
        /// <summary>The header block is not made of "Name: value" lines, or has too many of them.</summary>
        HeaderFormat = Native.TILLWIRE_E_HEADER_FORMAT,
        /// <summary>The signature is not written as the chosen scheme writes it.</summary>
        SignatureFormat = Native.TILLWIRE_E_SIGNATURE_FORMAT,
        /// <summary>The signature or token is not the expected one: a forgery, another secret, or a changed
        /// body.</summary>
        SignatureMismatch = Native.TILLWIRE_E_SIGNATURE_MISMATCH,
        /// <summary>The signed timestamp is not a whole number of Unix seconds.</summary>
        TimestampFormat = Native.TILLWIRE_E_TIMESTAMP_FORMAT,
        /// <summary>The delivery is authentic, but its signed time is too far from now.</summary>
        TimestampAge = Native.TILLWIRE_E_TIMESTAMP_AGE,
        /// <summary>The body is not JSON.</summary>
        NotJson = Native.TILLWIRE_E_NOT_JSON,
        /// <summary>The body is larger than the limit.</summary>
        BodyTooLarge = Native.TILLWIRE_E_BODY_TOO_LARGE,
        /// <summary>Arrays and objects are nested more deeply than the limit.</summary>
        TooDeep = Native.TILLWIRE_E_TOO_DEEP,
        /// <summary>An array has more elements than the limit.</summary>
        TooManyElements = Native.TILLWIRE_E_TOO_MANY_ELEMENTS,
        /// <summary>The document is JSON, but not of the form that the platform sends.</summary>
        Shape = Native.TILLWIRE_E_SHAPE,
        /// <summary>The order has no id.</summary>
        NoIdentity = Native.TILLWIRE_E_NO_IDENTITY,
        /// <summary>The text is no export of a book of orders, or it is damaged.</summary>
        Export = Native.TILLWIRE_E_EXPORT,
        /// <summary>The export is of a version that this library does not read.</summary>
        Version = Native.TILLWIRE_E_VERSION,
        /// <summary>The call cannot be made: a parameter is missing, not taken, or not of its form.
        /// <c>TillwireException.Parameter</c> says which.</summary>
        CallParameter = Native.TILLWIRE_E_CALL_PARAMETER,
        /// <summary>The call: the platform finds the request itself wrong.</summary>
        CallInvalid = Native.TILLWIRE_E_CALL_INVALID,
        /// <summary>The call: the credentials are missing, wrong or revoked.</summary>
        CallUnauthorized = Native.TILLWIRE_E_CALL_UNAUTHORIZED,
        /// <summary>The call: the credentials are good, but may not do this.</summary>
        CallForbidden = Native.TILLWIRE_E_CALL_FORBIDDEN,
        /// <summary>The call: there is no such thing, or these credentials do not see it.</summary>
        CallNotFound = Native.TILLWIRE_E_CALL_NOT_FOUND,
        /// <summary>The call: the order is not in a state that allows it.</summary>
        CallTransition = Native.TILLWIRE_E_CALL_TRANSITION,
        /// <summary>The call: the key was used for another action.</summary>
        CallKeyConflict = Native.TILLWIRE_E_CALL_KEY_CONFLICT,
        /// <summary>The call: the platform says that it is against something it holds.</summary>
        CallConflict = Native.TILLWIRE_E_CALL_CONFLICT,
        /// <summary>The call: too many requests.</summary>
        CallRateLimited = Native.TILLWIRE_E_CALL_RATE_LIMITED,
        /// <summary>The call: the platform, or what stands before it, failed.</summary>
        CallUnavailable = Native.TILLWIRE_E_CALL_UNAVAILABLE,
        /// <summary>The call: the platform does not offer this.</summary>
        CallUnsupported = Native.TILLWIRE_E_CALL_UNSUPPORTED,
        /// <summary>The call: the answer sends the request elsewhere, which is not followed.</summary>
        CallRedirected = Native.TILLWIRE_E_CALL_REDIRECTED,
        /// <summary>The call: the answer cannot be read: it is cut, or not what the platform documents.</summary>
        CallBadAnswer = Native.TILLWIRE_E_CALL_BAD_ANSWER,
        /// <summary>The call: the answer is larger than the limit.</summary>
        CallTooLarge = Native.TILLWIRE_E_CALL_TOO_LARGE,
        /// <summary>The call: the name of the platform's host is not found.</summary>
        CallNoHost = Native.TILLWIRE_E_CALL_NO_HOST,
        /// <summary>The call: no connection could be made.</summary>
        CallNoConnection = Native.TILLWIRE_E_CALL_NO_CONNECTION,
        /// <summary>The call: the connection is not to whom it should be: its certificate is not trusted, out of date,
        /// or of another host.</summary>
        CallUntrusted = Native.TILLWIRE_E_CALL_UNTRUSTED,
        /// <summary>The call: the connection broke before the answer was whole.</summary>
        CallBroken = Native.TILLWIRE_E_CALL_BROKEN,
        /// <summary>The call: no answer came in time.</summary>
        CallTimedOut = Native.TILLWIRE_E_CALL_TIMED_OUT,
        /// <summary>The call: the caller cancelled the call.</summary>
        CallCancelled = Native.TILLWIRE_E_CALL_CANCELLED,
        /// <summary>The call: the proxy refused.</summary>
        CallProxy = Native.TILLWIRE_E_CALL_PROXY,
        /// <summary>A till may not ask this of the platform now; the message says why.</summary>
        CallRefused = Native.TILLWIRE_E_CALL_REFUSED,
        /// <summary>The list ended with fewer records than it began with, and they did not leave it
        /// meanwhile.</summary>
        CallIncomplete = Native.TILLWIRE_E_CALL_INCOMPLETE,
        /// <summary>The pages of the list repeat without an end: the page that is asked for is not looked at.</summary>
        CallStuck = Native.TILLWIRE_E_CALL_STUCK,
    }

    /// <summary>Which key of an event.</summary>
    public enum EventKey
    {
        /// <summary>By the platform's own marks: event type, order and time of the event. Absent where it gives
        /// none.</summary>
        Delivery = Native.TILLWIRE_KEY_DELIVERY,
        /// <summary>By content: the type, the order and everything said of it, attempt counters left out. Equal for
        /// repeats even where the platform marks each attempt differently. A document without a time of its own may
        /// come a second time as news (states A, B, A): compare it with the last one applied to the order, not with all
        /// that were ever seen.</summary>
        Content = Native.TILLWIRE_KEY_CONTENT,
    }

    /// <summary>The names of codes: for logs, displays and messages.</summary>
    public static partial class CodeNames
    {
        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Platform code)
        {
            return Of(Native.TILLWIRE_NAMES_PLATFORM, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Scheme code)
        {
            return Of(Native.TILLWIRE_NAMES_SCHEME, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Assurance code)
        {
            return Of(Native.TILLWIRE_NAMES_ASSURANCE, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this EventKind code)
        {
            return Of(Native.TILLWIRE_NAMES_KIND, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this TypeSource code)
        {
            return Of(Native.TILLWIRE_NAMES_TYPE_FROM, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Progress code)
        {
            return Of(Native.TILLWIRE_NAMES_PROGRESS, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this PaymentStatus code)
        {
            return Of(Native.TILLWIRE_NAMES_PAY, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Fulfilment code)
        {
            return Of(Native.TILLWIRE_NAMES_FULFILMENT, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this LineKind code)
        {
            return Of(Native.TILLWIRE_NAMES_ITEM, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this PartyRole code)
        {
            return Of(Native.TILLWIRE_NAMES_ROLE, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this ProblemCode code)
        {
            return Of(Native.TILLWIRE_NAMES_P, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Courier code)
        {
            return Of(Native.TILLWIRE_NAMES_COURIER, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this AdjustmentKind code)
        {
            return Of(Native.TILLWIRE_NAMES_ADJUST, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this SubjectKind code)
        {
            return Of(Native.TILLWIRE_NAMES_ABOUT, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Vocabulary code)
        {
            return Of(Native.TILLWIRE_NAMES_VOCABULARY, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Verdict code)
        {
            return Of(Native.TILLWIRE_NAMES_VERDICT, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this TillAction code)
        {
            return Of(Native.TILLWIRE_NAMES_ACTION, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this LineEdit code)
        {
            return Of(Native.TILLWIRE_NAMES_EDIT, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Ask code)
        {
            return Of(Native.TILLWIRE_NAMES_ASK, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Permission code)
        {
            return Of(Native.TILLWIRE_NAMES_MAY, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Operation code)
        {
            return Of(Native.TILLWIRE_NAMES_OPERATION, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Parameter code)
        {
            return Of(Native.TILLWIRE_NAMES_PARAMETER, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this PlatformEnvironment code)
        {
            return Of(Native.TILLWIRE_NAMES_ENVIRONMENT, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Failure code)
        {
            return Of(Native.TILLWIRE_NAMES_FAILURE, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this StopReason code)
        {
            return Of(Native.TILLWIRE_NAMES_STOP, (long)code);
        }

        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>
        public static string Name(this Status code)
        {
            return Of(Native.TILLWIRE_NAMES_STATUS, (long)code);
        }
    }
}
