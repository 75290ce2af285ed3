// The operations of the platforms as methods that make and send a call.
// Generated from ffi/src by `cargo run -p tillwire-header`; do not edit.
using System;

namespace Tillwire
{
    public sealed partial class Client
    {
        /// <summary>klikit: the brands of the business.</summary>
        public Call KlikitBrands()
        {
            return Send(Operation.KlikitBrands, null);
        }

        /// <summary>klikit: the branches of the business.</summary>
        public Call KlikitBranches(long? page = null, long? size = null)
        {
            return Send(Operation.KlikitBranches, new Arguments
            {
                { Parameter.Page, Arguments.Written(page) },
                { Parameter.Size, Arguments.Written(size) },
            });
        }

        /// <summary>klikit: the providers that orders come through.</summary>
        public Call KlikitProviders()
        {
            return Send(Operation.KlikitProviders, null);
        }

        /// <summary>klikit: orders, newest first, by page.</summary>
        public Call KlikitOrders(
            DateTimeOffset? from = null,
            DateTimeOffset? to = null,
            string status = null,
            long? branchId = null,
            long? providerId = null,
            long? page = null,
            long? size = null)
        {
            return Send(Operation.KlikitOrders, new Arguments
            {
                { Parameter.From, Arguments.Written(from) },
                { Parameter.To, Arguments.Written(to) },
                { Parameter.Status, status },
                { Parameter.BranchId, Arguments.Written(branchId) },
                { Parameter.ProviderId, Arguments.Written(providerId) },
                { Parameter.Page, Arguments.Written(page) },
                { Parameter.Size, Arguments.Written(size) },
            });
        }

        /// <summary>klikit: one order in full.</summary>
        public Call KlikitOrder(string id)
        {
            return Send(Operation.KlikitOrder, new Arguments
            {
                { Parameter.Id, id },
            });
        }

        /// <summary>klikit: how many orders there are; the platform answers an empty object today.</summary>
        public Call KlikitOrderCount(
            DateTimeOffset? from = null,
            DateTimeOffset? to = null,
            string status = null,
            long? branchId = null,
            long? providerId = null,
            long? page = null,
            long? size = null)
        {
            return Send(Operation.KlikitOrderCount, new Arguments
            {
                { Parameter.From, Arguments.Written(from) },
                { Parameter.To, Arguments.Written(to) },
                { Parameter.Status, status },
                { Parameter.BranchId, Arguments.Written(branchId) },
                { Parameter.ProviderId, Arguments.Written(providerId) },
                { Parameter.Page, Arguments.Written(page) },
                { Parameter.Size, Arguments.Written(size) },
            });
        }

        /// <summary>klikit: the dictionary of order statuses.</summary>
        public Call KlikitOrderStatuses()
        {
            return Send(Operation.KlikitOrderStatuses, null);
        }

        /// <summary>klikit: the dictionary of fulfilment statuses.</summary>
        public Call KlikitFulfillmentStatuses()
        {
            return Send(Operation.KlikitFulfillmentStatuses, null);
        }

        /// <summary>klikit: the dictionary of order types.</summary>
        public Call KlikitOrderTypes()
        {
            return Send(Operation.KlikitOrderTypes, null);
        }

        /// <summary>klikit: moves an order: accepted, ready, <c>picked_up</c>, rejected or cancelled.</summary>
        public Call KlikitOrderStatus(
            string id,
            string status,
            string reason = null,
            DateTimeOffset? occurredAt = null,
            string idempotencyKey = null)
        {
            return Send(Operation.KlikitOrderStatus, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.Status, status },
                { Parameter.Reason, reason },
                { Parameter.OccurredAt, Arguments.Written(occurredAt) },
                { Parameter.IdempotencyKey, idempotencyKey },
            });
        }

        /// <summary>klikit: the menu of a store, or of the business.</summary>
        public Call KlikitMenus(long? brandId = null, long? branchId = null)
        {
            return Send(Operation.KlikitMenus, new Arguments
            {
                { Parameter.BrandId, Arguments.Written(brandId) },
                { Parameter.BranchId, Arguments.Written(branchId) },
            });
        }

        /// <summary>klikit: puts one item in or out of stock.</summary>
        public Call KlikitItemAvailability(
            string sku,
            bool available,
            long? branchId = null,
            string idempotencyKey = null)
        {
            return Send(Operation.KlikitItemAvailability, new Arguments
            {
                { Parameter.Sku, sku },
                { Parameter.Available, Arguments.Written(available) },
                { Parameter.BranchId, Arguments.Written(branchId) },
                { Parameter.IdempotencyKey, idempotencyKey },
            });
        }

        /// <summary>klikit: puts several items in or out of stock.</summary>
        public Call KlikitItemsAvailability(string body, string idempotencyKey = null)
        {
            return Send(Operation.KlikitItemsAvailability, new Arguments
            {
                { Parameter.Body, body },
                { Parameter.IdempotencyKey, idempotencyKey },
            });
        }

        /// <summary>klikit: shows or hides a branch.</summary>
        public Call KlikitBranchVisibility(string body, string id = null, string idempotencyKey = null)
        {
            return Send(Operation.KlikitBranchVisibility, new Arguments
            {
                { Parameter.Body, body },
                { Parameter.Id, id },
                { Parameter.IdempotencyKey, idempotencyKey },
            });
        }

        /// <summary>klikit: shows or hides a brand.</summary>
        public Call KlikitBrandVisibility(string body, string id = null, string idempotencyKey = null)
        {
            return Send(Operation.KlikitBrandVisibility, new Arguments
            {
                { Parameter.Body, body },
                { Parameter.Id, id },
                { Parameter.IdempotencyKey, idempotencyKey },
            });
        }

        /// <summary>klikit: the addresses that deliveries are sent to.</summary>
        public Call KlikitWebhooks()
        {
            return Send(Operation.KlikitWebhooks, null);
        }

        /// <summary>klikit: any other read, by its path.</summary>
        public Call KlikitRead(string path)
        {
            return Send(Operation.KlikitRead, new Arguments
            {
                { Parameter.Path, path },
            });
        }

        /// <summary>klikit: any other write, by its method and path.</summary>
        public Call KlikitWrite(string method, string path, string body = null, string idempotencyKey = null)
        {
            return Send(Operation.KlikitWrite, new Arguments
            {
                { Parameter.Method, method },
                { Parameter.Path, path },
                { Parameter.Body, body },
                { Parameter.IdempotencyKey, idempotencyKey },
            });
        }

        /// <summary>Atlas: creates an order.</summary>
        public Call AtlasOrderCreate(string outletId, string channelId, string body)
        {
            return Send(Operation.AtlasOrderCreate, new Arguments
            {
                { Parameter.OutletId, outletId },
                { Parameter.ChannelId, channelId },
                { Parameter.Body, body },
            });
        }

        /// <summary>Atlas: one order by its id.</summary>
        public Call AtlasOrder(string id)
        {
            return Send(Operation.AtlasOrder, new Arguments
            {
                { Parameter.Id, id },
            });
        }

        /// <summary>Atlas: one order by the reference that people read.</summary>
        public Call AtlasOrderByIdentifier(string identifier)
        {
            return Send(Operation.AtlasOrderByIdentifier, new Arguments
            {
                { Parameter.Identifier, identifier },
            });
        }

        /// <summary>Atlas: changes an order.</summary>
        public Call AtlasOrderUpdate(string id, string body)
        {
            return Send(Operation.AtlasOrderUpdate, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.Body, body },
            });
        }

        /// <summary>Atlas: what an outlet has left on a day.</summary>
        public Call AtlasStocks(string outletId, string servingDate)
        {
            return Send(Operation.AtlasStocks, new Arguments
            {
                { Parameter.OutletId, outletId },
                { Parameter.ServingDate, servingDate },
            });
        }

        /// <summary>Atlas: the menus.</summary>
        public Call AtlasMenus()
        {
            return Send(Operation.AtlasMenus, null);
        }

        /// <summary>Atlas: one menu in full.</summary>
        public Call AtlasMenu(string id)
        {
            return Send(Operation.AtlasMenu, new Arguments
            {
                { Parameter.Id, id },
            });
        }

        /// <summary>Atlas: any other read, by its path.</summary>
        public Call AtlasRead(string path)
        {
            return Send(Operation.AtlasRead, new Arguments
            {
                { Parameter.Path, path },
            });
        }

        /// <summary>Atlas: any other write, by its method and path.</summary>
        public Call AtlasWrite(string method, string path, string body = null)
        {
            return Send(Operation.AtlasWrite, new Arguments
            {
                { Parameter.Method, method },
                { Parameter.Path, path },
                { Parameter.Body, body },
            });
        }

        /// <summary>Fire: logs in, for the operations of the v4 API.</summary>
        public Call FireLogin(string clientId = null, string clientSecret = null, string grantType = null)
        {
            return Send(Operation.FireLogin, new Arguments
            {
                { Parameter.ClientId, clientId },
                { Parameter.ClientSecret, clientSecret },
                { Parameter.GrantType, grantType },
            });
        }

        /// <summary>Fire: reports a step of the kitchen.</summary>
        public Call FireKitchenReport(
            string eventType,
            DateTimeOffset occurredAt,
            string id,
            string eventId,
            string providerEventId = null,
            string station = null,
            string metadata = null)
        {
            return Send(Operation.FireKitchenReport, new Arguments
            {
                { Parameter.EventType, eventType },
                { Parameter.OccurredAt, Arguments.Written(occurredAt) },
                { Parameter.Id, id },
                { Parameter.EventId, eventId },
                { Parameter.ProviderEventId, providerEventId },
                { Parameter.Station, station },
                { Parameter.Metadata, metadata },
            });
        }

        /// <summary>Fire: what became of a report.</summary>
        public Call FireReportOutcome(string id)
        {
            return Send(Operation.FireReportOutcome, new Arguments
            {
                { Parameter.Id, id },
            });
        }

        /// <summary>Fire: orders, by page.</summary>
        public Call FireOrders(
            string accountId = null,
            string vendorId = null,
            string fields = null,
            string status = null,
            string paymentStatus = null,
            string businessDate = null,
            string from = null,
            string to = null,
            string dateFilter = null,
            string timeZoneOffset = null,
            string channel = null,
            string fulfilment = null,
            string paymentMethod = null,
            string orderCode = null,
            string search = null,
            long? page = null,
            long? size = null)
        {
            return Send(Operation.FireOrders, new Arguments
            {
                { Parameter.AccountId, accountId },
                { Parameter.VendorId, vendorId },
                { Parameter.Fields, fields },
                { Parameter.Status, status },
                { Parameter.PaymentStatus, paymentStatus },
                { Parameter.BusinessDate, businessDate },
                { Parameter.From, from },
                { Parameter.To, to },
                { Parameter.DateFilter, dateFilter },
                { Parameter.TimeZoneOffset, timeZoneOffset },
                { Parameter.Channel, channel },
                { Parameter.Fulfilment, fulfilment },
                { Parameter.PaymentMethod, paymentMethod },
                { Parameter.OrderCode, orderCode },
                { Parameter.Search, search },
                { Parameter.Page, Arguments.Written(page) },
                { Parameter.Size, Arguments.Written(size) },
            });
        }

        /// <summary>Fire: one order, by Fire's id or the external one.</summary>
        public Call FireOrder(string id, string accountId = null, string vendorId = null, string fields = null)
        {
            return Send(Operation.FireOrder, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.AccountId, accountId },
                { Parameter.VendorId, vendorId },
                { Parameter.Fields, fields },
            });
        }

        /// <summary>Fire: the stores, by page.</summary>
        public Call FireStores(
            string accountId = null,
            string vendorId = null,
            string status = null,
            string active = null,
            string syncStatus = null,
            string countryId = null,
            string cityId = null,
            string channel = null,
            string search = null,
            string fields = null,
            long? page = null,
            long? size = null)
        {
            return Send(Operation.FireStores, new Arguments
            {
                { Parameter.AccountId, accountId },
                { Parameter.VendorId, vendorId },
                { Parameter.Status, status },
                { Parameter.Active, active },
                { Parameter.SyncStatus, syncStatus },
                { Parameter.CountryId, countryId },
                { Parameter.CityId, cityId },
                { Parameter.Channel, channel },
                { Parameter.Search, search },
                { Parameter.Fields, fields },
                { Parameter.Page, Arguments.Written(page) },
                { Parameter.Size, Arguments.Written(size) },
            });
        }

        /// <summary>Fire: one store.</summary>
        public Call FireStore(string id, string accountId = null, string vendorId = null)
        {
            return Send(Operation.FireStore, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.AccountId, accountId },
                { Parameter.VendorId, vendorId },
            });
        }

        /// <summary>Fire: the channels that are configured.</summary>
        public Call FireChannels()
        {
            return Send(Operation.FireChannels, null);
        }

        /// <summary>Fire: whether an order can be cancelled.</summary>
        public Call FireCancellationEligibility(string id, string locale = null)
        {
            return Send(Operation.FireCancellationEligibility, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.Locale, locale },
            });
        }

        /// <summary>Fire: cancels an order by its external id.</summary>
        public Call FireOrderCancel(
            string id,
            string reason,
            string cancellationType = null,
            string cancellationNote = null,
            string cancellationGroup = null)
        {
            return Send(Operation.FireOrderCancel, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.Reason, reason },
                { Parameter.CancellationType, cancellationType },
                { Parameter.CancellationNote, cancellationNote },
                { Parameter.CancellationGroup, cancellationGroup },
            });
        }

        /// <summary>Fire: cancels and refunds an order, by the v4 API.</summary>
        public Call FireOrderRefund(
            string id,
            string reason,
            string vendorId = null,
            string paymentMethodId = null,
            string email = null,
            string customerId = null,
            string anonymousCustomerId = null,
            string storeId = null,
            string media = null,
            string cancellationType = null)
        {
            return Send(Operation.FireOrderRefund, new Arguments
            {
                { Parameter.Id, id },
                { Parameter.Reason, reason },
                { Parameter.VendorId, vendorId },
                { Parameter.PaymentMethodId, paymentMethodId },
                { Parameter.Email, email },
                { Parameter.CustomerId, customerId },
                { Parameter.AnonymousCustomerId, anonymousCustomerId },
                { Parameter.StoreId, storeId },
                { Parameter.Media, media },
                { Parameter.CancellationType, cancellationType },
            });
        }

        /// <summary>Fire: says that a till, kiosk or kitchen display is alive.</summary>
        public Call FireComponentHealth(
            string componentType,
            string componentId,
            string storeId,
            string status,
            DateTimeOffset? sentAt = null,
            long? interval = null,
            DateTimeOffset? offlineSince = null,
            string degradedReason = null,
            string appVersion = null,
            string details = null)
        {
            return Send(Operation.FireComponentHealth, new Arguments
            {
                { Parameter.ComponentType, componentType },
                { Parameter.ComponentId, componentId },
                { Parameter.StoreId, storeId },
                { Parameter.Status, status },
                { Parameter.SentAt, Arguments.Written(sentAt) },
                { Parameter.Interval, Arguments.Written(interval) },
                { Parameter.OfflineSince, Arguments.Written(offlineSince) },
                { Parameter.DegradedReason, degradedReason },
                { Parameter.AppVersion, appVersion },
                { Parameter.Details, details },
            });
        }

        /// <summary>Fire: any other read, by its path.</summary>
        public Call FireRead(string path, string host = null)
        {
            return Send(Operation.FireRead, new Arguments
            {
                { Parameter.Path, path },
                { Parameter.Host, host },
            });
        }

        /// <summary>Fire: any other write, by its method and path.</summary>
        public Call FireWrite(string method, string path, string host = null, string body = null)
        {
            return Send(Operation.FireWrite, new Arguments
            {
                { Parameter.Method, method },
                { Parameter.Path, path },
                { Parameter.Host, host },
                { Parameter.Body, body },
            });
        }
    }
}
