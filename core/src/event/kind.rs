//! The types of events, and where a type was learnt from.

use crate::value::codes;

codes! {
    /// What happened, in the terms shared by all platforms.
    pub enum EventKind {
        /// A type this library does not know, or none; the document is at hand.
        Unknown = 0, "unknown";
        /// An order was created.
        OrderCreated = 1, "order_created";
        /// An order was changed.
        OrderUpdated = 2, "order_updated";
        /// An order was confirmed.
        OrderConfirmed = 3, "order_confirmed";
        /// An order left for the customer.
        OrderDispatched = 4, "order_dispatched";
        /// An order is complete.
        OrderCompleted = 5, "order_completed";
        /// An order was cancelled.
        OrderCancelled = 6, "order_cancelled";
        /// Something happened to an order; only its state says what.
        OrderChanged = 7, "order_changed";
        /// An order moved on; its state or the last step says where to.
        OrderProgressed = 8, "order_progressed";
        /// An order's lines were replaced.
        OrderLinesChanged = 9, "order_lines_changed";
        /// The sale is settled: the order is paid, and may be prepared.
        OrderSettled = 10, "order_settled";
        /// The fiscal authority authorised the document of an order's sale.
        OrderInvoiced = 11, "order_invoiced";
        /// The fiscal authority confirmed that the document of a cancelled order's sale is cancelled.
        OrderReversed = 12, "order_reversed";
        /// No event: orders that were asked for, by polling or one by one.
        OrderRead = 13, "order_read";
        /// A menu was published, whole. Where its subject is marked as removed, it is empty.
        MenuUpdated = 20, "menu_updated";
        /// A menu is gone.
        MenuRemoved = 21, "menu_removed";
        /// Every menu was sent again.
        MenusSynced = 22, "menus_synced";
        /// Products were changed; those that are not named stay as they are.
        ProductUpdated = 23, "product_updated";
        /// Prices of products were changed.
        ProductPriceChanged = 24, "product_price_changed";
        /// Products went out of stock or are back.
        ProductAvailabilityChanged = 25, "product_availability_changed";
        /// A store was added or changed.
        StoreUpdated = 30, "store_updated";
        /// A store is gone.
        StoreRemoved = 31, "store_removed";
        /// Every store was sent again, in batches.
        StoresSynced = 32, "stores_synced";
        /// A sales channel was added or changed.
        ChannelUpdated = 35, "channel_updated";
        /// A sales channel is gone.
        ChannelRemoved = 36, "channel_removed";
        /// Every sales channel was sent again, in batches; after the last batch, those not seen are gone.
        ChannelsSynced = 37, "channels_synced";
        /// A customer was created.
        CustomerCreated = 40, "customer_created";
        /// A customer was changed.
        CustomerUpdated = 41, "customer_updated";
        /// A store's business day was closed.
        BusinessDayClosed = 45, "business_day_closed";
    }
}

codes! {
    /// Where an event's type was learnt from.
    pub enum TypeSource {
        /// From nowhere: the document does not show what it is.
        Nowhere = 0, "nowhere";
        /// From the document's own envelope.
        Document = 1, "document";
        /// From the type that was set for this address, or from the call that reads orders.
        Expected = 2, "expected";
        /// From a header, which no signature covers.
        Header = 3, "header";
        /// From the document's shape: that of an order or another subject, with no word on what happened to it.
        Shape = 4, "shape";
    }
}
