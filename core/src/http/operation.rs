//! What can be asked of the platforms: one list, whose entries are the rows of the platforms' tables.

use super::endpoint::Endpoint;
use crate::platform::Platform;
use crate::value::codes;
use crate::{atlas, fire, klikit};

codes! {
    /// One operation of one platform's API.
    pub enum Operation {
        /// klikit: the brands of the business.
        KlikitBrands = 101, "klikit_brands";
        /// klikit: the branches of the business.
        KlikitBranches = 102, "klikit_branches";
        /// klikit: the providers that orders come through.
        KlikitProviders = 103, "klikit_providers";
        /// klikit: orders, newest first, by page.
        KlikitOrders = 104, "klikit_orders";
        /// klikit: one order in full.
        KlikitOrder = 105, "klikit_order";
        /// klikit: how many orders there are; the platform answers an empty object today.
        KlikitOrderCount = 106, "klikit_order_count";
        /// klikit: the dictionary of order statuses.
        KlikitOrderStatuses = 107, "klikit_order_statuses";
        /// klikit: the dictionary of fulfilment statuses.
        KlikitFulfillmentStatuses = 108, "klikit_fulfillment_statuses";
        /// klikit: the dictionary of order types.
        KlikitOrderTypes = 109, "klikit_order_types";
        /// klikit: moves an order: accepted, ready, `picked_up`, rejected or cancelled.
        KlikitOrderStatus = 110, "klikit_order_status";
        /// klikit: the menu of a store, or of the business.
        KlikitMenus = 111, "klikit_menus";
        /// klikit: puts one item in or out of stock.
        KlikitItemAvailability = 112, "klikit_item_availability";
        /// klikit: puts several items in or out of stock.
        KlikitItemsAvailability = 113, "klikit_items_availability";
        /// klikit: shows or hides a branch.
        KlikitBranchVisibility = 114, "klikit_branch_visibility";
        /// klikit: shows or hides a brand.
        KlikitBrandVisibility = 115, "klikit_brand_visibility";
        /// klikit: the addresses that deliveries are sent to.
        KlikitWebhooks = 116, "klikit_webhooks";
        /// klikit: any other read, by its path.
        KlikitRead = 198, "klikit_read";
        /// klikit: any other write, by its method and path.
        KlikitWrite = 199, "klikit_write";
        /// Atlas: creates an order.
        AtlasOrderCreate = 201, "atlas_order_create";
        /// Atlas: one order by its id.
        AtlasOrder = 202, "atlas_order";
        /// Atlas: one order by the reference that people read.
        AtlasOrderByIdentifier = 203, "atlas_order_by_identifier";
        /// Atlas: changes an order.
        AtlasOrderUpdate = 204, "atlas_order_update";
        /// Atlas: what an outlet has left on a day.
        AtlasStocks = 205, "atlas_stocks";
        /// Atlas: the menus.
        AtlasMenus = 206, "atlas_menus";
        /// Atlas: one menu in full.
        AtlasMenu = 207, "atlas_menu";
        /// Atlas: any other read, by its path.
        AtlasRead = 298, "atlas_read";
        /// Atlas: any other write, by its method and path.
        AtlasWrite = 299, "atlas_write";
        /// Fire: logs in, for the operations of the v4 API.
        FireLogin = 301, "fire_login";
        /// Fire: reports a step of the kitchen.
        FireKitchenReport = 302, "fire_kitchen_report";
        /// Fire: what became of a report.
        FireReportOutcome = 303, "fire_report_outcome";
        /// Fire: orders, by page.
        FireOrders = 304, "fire_orders";
        /// Fire: one order, by Fire's id or the external one.
        FireOrder = 305, "fire_order";
        /// Fire: the stores, by page.
        FireStores = 306, "fire_stores";
        /// Fire: one store.
        FireStore = 307, "fire_store";
        /// Fire: the channels that are configured.
        FireChannels = 308, "fire_channels";
        /// Fire: whether an order can be cancelled.
        FireCancellationEligibility = 309, "fire_cancellation_eligibility";
        /// Fire: cancels an order by its external id.
        FireOrderCancel = 310, "fire_order_cancel";
        /// Fire: cancels and refunds an order, by the v4 API.
        FireOrderRefund = 311, "fire_order_refund";
        /// Fire: says that a till, kiosk or kitchen display is alive.
        FireComponentHealth = 312, "fire_component_health";
        /// Fire: any other read, by its path.
        FireRead = 398, "fire_read";
        /// Fire: any other write, by its method and path.
        FireWrite = 399, "fire_write";
    }
}

impl Operation {
    /// Whose operation it is.
    pub const fn platform(self) -> Platform {
        match self.code() {
            ..200 => Platform::Klikit,
            200..300 => Platform::Atlas,
            _ => Platform::Fire,
        }
    }

    /// How it is called.
    pub fn endpoint(self) -> &'static Endpoint {
        let table = Endpoint::all(self.platform());
        table.iter().find(|endpoint| endpoint.operation == self).unwrap_or(&Endpoint::MISSING)
    }

    /// The name without the platform's, as in `order_status`.
    pub fn short_name(self) -> &'static str {
        self.name().split_once('_').map_or("", |(_, name)| name)
    }

    /// The operation of a platform with this [`short_name`](Self::short_name).
    pub fn of(platform: Platform, short_name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|operation| operation.platform() == platform && operation.short_name() == short_name)
    }
}

impl Endpoint {
    /// The operations of a platform.
    pub fn all(platform: Platform) -> &'static [Self] {
        match platform {
            Platform::Klikit => klikit::ENDPOINTS,
            Platform::Atlas => atlas::ENDPOINTS,
            Platform::Fire => fire::ENDPOINTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_one_row_in_its_platforms_table_and_every_row_an_operation() {
        for &operation in Operation::ALL {
            assert_eq!(operation.endpoint().operation, operation, "{}", operation.name());
            assert!(operation.name().starts_with(operation.platform().name()));
            assert_eq!(Operation::of(operation.platform(), operation.short_name()), Some(operation));
        }
        let rows = Platform::ALL.iter().map(|&platform| Endpoint::all(platform).len()).sum::<usize>();
        assert_eq!(rows, Operation::ALL.len());
    }
}
