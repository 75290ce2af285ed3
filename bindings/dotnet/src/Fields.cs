// The fields of tillwire.h as properties: null where the document does not state them.
// Generated from ffi/src by `cargo run -p tillwire-header`; do not edit.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    public sealed partial class Order : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_order_text(Pointer, field, out value);
        }

        internal override int Fetch(int field, out tillwire_money value)
        {
            return Native.tillwire_order_money(Pointer, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_order_time(Pointer, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_order_int(Pointer, field, out value);
        }

        /// <summary>The platform's id of the order, as text whether it was sent as a number or a string.</summary>
        public string Id { get { return GetText(Native.TILLWIRE_ORDER_ID); } }

        /// <summary>What people call the order: on the ticket, at the counter, to the courier.</summary>
        public string Reference { get { return GetText(Native.TILLWIRE_ORDER_REFERENCE); } }

        /// <summary>The short number called out at the counter.</summary>
        public string CallNumber { get { return GetText(Native.TILLWIRE_ORDER_CALL_NUMBER); } }

        /// <summary>The order's id in the system that placed it.</summary>
        public string ExternalId { get { return GetText(Native.TILLWIRE_ORDER_EXTERNAL_ID); } }

        /// <summary>The short reference in the system that placed it.</summary>
        public string ExternalReference { get { return GetText(Native.TILLWIRE_ORDER_EXTERNAL_REFERENCE); } }

        /// <summary>The state in the platform's own word.</summary>
        public string State { get { return GetText(Native.TILLWIRE_ORDER_STATE); } }

        /// <summary>The kind of fulfilment in the platform's own word.</summary>
        public string FulfilmentText { get { return GetText(Native.TILLWIRE_ORDER_FULFILMENT_TEXT); } }

        /// <summary>The business day on which the order is served, <c>YYYY-MM-DD</c>.</summary>
        public string BusinessDate { get { return GetText(Native.TILLWIRE_ORDER_BUSINESS_DATE); } }

        /// <summary>The promised time slot as the platform words it; for people, never to be parsed.</summary>
        public string TimeSlot { get { return GetText(Native.TILLWIRE_ORDER_TIME_SLOT); } }

        /// <summary>The platform's id of the table.</summary>
        public string TableId { get { return GetText(Native.TILLWIRE_ORDER_TABLE_ID); } }

        /// <summary>The table as people call it.</summary>
        public string Table { get { return GetText(Native.TILLWIRE_ORDER_TABLE); } }

        /// <summary>The platform's id of the store (branch, outlet): the key to the till's own store.</summary>
        public string StoreId { get { return GetText(Native.TILLWIRE_ORDER_STORE_ID); } }

        /// <summary>The store's name.</summary>
        public string Store { get { return GetText(Native.TILLWIRE_ORDER_STORE); } }

        /// <summary>The platform's id of the brand.</summary>
        public string BrandId { get { return GetText(Native.TILLWIRE_ORDER_BRAND_ID); } }

        /// <summary>The platform's id of the sales channel.</summary>
        public string ChannelId { get { return GetText(Native.TILLWIRE_ORDER_CHANNEL_ID); } }

        /// <summary>The sales channel's name.</summary>
        public string Channel { get { return GetText(Native.TILLWIRE_ORDER_CHANNEL); } }

        /// <summary>The barcode that identifies the order.</summary>
        public string Barcode { get { return GetText(Native.TILLWIRE_ORDER_BARCODE); } }

        /// <summary>The customer's note to the restaurant.</summary>
        public string Notes { get { return GetText(Native.TILLWIRE_ORDER_NOTES); } }

        /// <summary>The text of a gift card.</summary>
        public string GiftMessage { get { return GetText(Native.TILLWIRE_ORDER_GIFT_MESSAGE); } }

        /// <summary>The promotion code the customer used.</summary>
        public string PromotionCode { get { return GetText(Native.TILLWIRE_ORDER_PROMOTION_CODE); } }

        /// <summary>The promotion's name.</summary>
        public string Promotion { get { return GetText(Native.TILLWIRE_ORDER_PROMOTION); } }

        /// <summary>ISO 4217 code of the order's amounts.</summary>
        public string Currency { get { return GetText(Native.TILLWIRE_ORDER_CURRENCY); } }

        /// <summary>What the courier or customer shows when collecting it.</summary>
        public string PickupPin { get { return GetText(Native.TILLWIRE_ORDER_PICKUP_PIN); } }

        /// <summary>Where the courier's way can be followed.</summary>
        public string TrackingUrl { get { return GetText(Native.TILLWIRE_ORDER_TRACKING_URL); } }

        /// <summary>Why it was cancelled, as the platform words it.</summary>
        public string CancellationReason { get { return GetText(Native.TILLWIRE_ORDER_CANCELLATION_REASON); } }

        /// <summary>The customer's note to the courier.</summary>
        public string DeliveryNotes { get { return GetText(Native.TILLWIRE_ORDER_DELIVERY_NOTES); } }

        /// <summary>The store's code, as people chose it.</summary>
        public string StoreCode { get { return GetText(Native.TILLWIRE_ORDER_STORE_CODE); } }

        /// <summary>The brand's name.</summary>
        public string Brand { get { return GetText(Native.TILLWIRE_ORDER_BRAND); } }

        /// <summary>The payment status in the platform's own word.</summary>
        public string PaymentStatusText { get { return GetText(Native.TILLWIRE_ORDER_PAYMENT_STATUS_TEXT); } }

        /// <summary>The key by which the vendor finds its own store: klikit's <c>brand/branch</c>, Atlas's outlet id,
        /// Fire's store code.</summary>
        public string StoreKey { get { return GetText(Native.TILLWIRE_ORDER_STORE_KEY); } }

        /// <summary>The vendor's own id of the store, from the map of stores that was set.</summary>
        public string OwnStoreId { get { return GetText(Native.TILLWIRE_ORDER_OWN_STORE_ID); } }

        /// <summary>The store's id in the merchant's system, as the platform was told it.</summary>
        public string StoreExternalId { get { return GetText(Native.TILLWIRE_ORDER_STORE_EXTERNAL_ID); } }

        /// <summary>The buzzer that was handed to the customer.</summary>
        public string Pager { get { return GetText(Native.TILLWIRE_ORDER_PAGER); } }

        /// <summary>The courier's state in the platform's own word or code.</summary>
        public string CourierText { get { return GetText(Native.TILLWIRE_ORDER_COURIER_TEXT); } }

        /// <summary>The state's name, where the platform states it as a code.</summary>
        public string StateName { get { return GetText(Native.TILLWIRE_ORDER_STATE_NAME); } }

        /// <summary>The code of the reason for which it was cancelled.</summary>
        public string CancellationCode { get { return GetText(Native.TILLWIRE_ORDER_CANCELLATION_CODE); } }

        /// <summary>Where it was cancelled, in the platform's own word (<c>backoffice</c>).</summary>
        public string CancellationSource { get { return GetText(Native.TILLWIRE_ORDER_CANCELLATION_SOURCE); } }

        /// <summary>How far the order's fiscal document is, in the platform's own word (<c>authorized</c>).</summary>
        public string FiscalStatus { get { return GetText(Native.TILLWIRE_ORDER_FISCAL_STATUS); } }

        /// <summary>The number of the fiscal document, as it is printed on the receipt.</summary>
        public string FiscalNumber { get { return GetText(Native.TILLWIRE_ORDER_FISCAL_NUMBER); } }

        /// <summary>The key or code that proves the fiscal document and is printed on the receipt (<c>chaveAcesso</c>,
        /// <c>cufe</c>, <c>cae</c>).</summary>
        public string FiscalKey { get { return GetText(Native.TILLWIRE_ORDER_FISCAL_KEY); } }

        /// <summary>Where the fiscal document can be fetched, to be printed or shown; an address to be trusted as far
        /// as its sender.</summary>
        public string FiscalUrl { get { return GetText(Native.TILLWIRE_ORDER_FISCAL_URL); } }

        /// <summary>The lines, before discounts, fees and tax.</summary>
        public Money? Subtotal { get { return GetMoney(Native.TILLWIRE_ORDER_SUBTOTAL); } }

        /// <summary>Discounts by promotions.</summary>
        public Money? Discount { get { return GetMoney(Native.TILLWIRE_ORDER_DISCOUNT); } }

        /// <summary>Discounts given by hand, by the merchant's staff.</summary>
        public Money? StaffDiscount { get { return GetMoney(Native.TILLWIRE_ORDER_STAFF_DISCOUNT); } }

        /// <summary>Delivery fee.</summary>
        public Money? DeliveryFee { get { return GetMoney(Native.TILLWIRE_ORDER_DELIVERY_FEE); } }

        /// <summary>Surcharge.</summary>
        public Money? Surcharge { get { return GetMoney(Native.TILLWIRE_ORDER_SURCHARGE); } }

        /// <summary>Donation.</summary>
        public Money? Donation { get { return GetMoney(Native.TILLWIRE_ORDER_DONATION); } }

        /// <summary>Tax.</summary>
        public Money? Tax { get { return GetMoney(Native.TILLWIRE_ORDER_TAX); } }

        /// <summary>The total before tax.</summary>
        public Money? TotalBeforeTax { get { return GetMoney(Native.TILLWIRE_ORDER_TOTAL_BEFORE_TAX); } }

        /// <summary>What the customer owes, tax included.</summary>
        public Money? Total { get { return GetMoney(Native.TILLWIRE_ORDER_TOTAL); } }

        /// <summary>Service fee.</summary>
        public Money? ServiceFee { get { return GetMoney(Native.TILLWIRE_ORDER_SERVICE_FEE); } }

        /// <summary>Fee for packaging.</summary>
        public Money? PackagingFee { get { return GetMoney(Native.TILLWIRE_ORDER_PACKAGING_FEE); } }

        /// <summary>Fees that the platform gives no kind.</summary>
        public Money? OtherFee { get { return GetMoney(Native.TILLWIRE_ORDER_OTHER_FEE); } }

        /// <summary>Discounts that the platform or channel pays.</summary>
        public Money? PlatformDiscount { get { return GetMoney(Native.TILLWIRE_ORDER_PLATFORM_DISCOUNT); } }

        /// <summary>Discounts that the merchant pays.</summary>
        public Money? MerchantDiscount { get { return GetMoney(Native.TILLWIRE_ORDER_MERCHANT_DISCOUNT); } }

        /// <summary>Tip.</summary>
        public Money? Tip { get { return GetMoney(Native.TILLWIRE_ORDER_TIP); } }

        /// <summary>What is paid so far.</summary>
        public Money? Paid { get { return GetMoney(Native.TILLWIRE_ORDER_PAID); } }

        /// <summary>What is still to be paid.</summary>
        public Money? Unpaid { get { return GetMoney(Native.TILLWIRE_ORDER_UNPAID); } }

        /// <summary>When the order was created.</summary>
        public DateTimeOffset? CreatedAt { get { return GetMoment(Native.TILLWIRE_ORDER_CREATED_AT); } }

        /// <summary>When the platform changed it last.</summary>
        public DateTimeOffset? UpdatedAt { get { return GetMoment(Native.TILLWIRE_ORDER_UPDATED_AT); } }

        /// <summary>When it was cancelled.</summary>
        public DateTimeOffset? CancelledAt { get { return GetMoment(Native.TILLWIRE_ORDER_CANCELLED_AT); } }

        /// <summary>When it was completed.</summary>
        public DateTimeOffset? CompletedAt { get { return GetMoment(Native.TILLWIRE_ORDER_COMPLETED_AT); } }

        /// <summary>Start of the promised time slot.</summary>
        public DateTimeOffset? DueFrom { get { return GetMoment(Native.TILLWIRE_ORDER_DUE_FROM); } }

        /// <summary>End of the promised time slot.</summary>
        public DateTimeOffset? DueUntil { get { return GetMoment(Native.TILLWIRE_ORDER_DUE_UNTIL); } }

        /// <summary>How far the order has come.</summary>
        public Progress? Progress { get { return (Progress?)GetCode(Native.TILLWIRE_ORDER_PROGRESS); } }

        /// <summary>Whether it is paid.</summary>
        public PaymentStatus? PaymentStatus
        {
            get { return (PaymentStatus?)GetCode(Native.TILLWIRE_ORDER_PAYMENT_STATUS); }
        }

        /// <summary>How the customer gets it.</summary>
        public Fulfilment? Fulfilment { get { return (Fulfilment?)GetCode(Native.TILLWIRE_ORDER_FULFILMENT); } }

        /// <summary>Whether it is due as soon as possible rather than at a time.</summary>
        public bool? Asap { get { return GetFlag(Native.TILLWIRE_ORDER_ASAP); } }

        /// <summary>Whether cutlery is wanted.</summary>
        public bool? CutleryWanted { get { return GetFlag(Native.TILLWIRE_ORDER_CUTLERY_WANTED); } }

        /// <summary>Whether the handover is contactless.</summary>
        public bool? Contactless { get { return GetFlag(Native.TILLWIRE_ORDER_CONTACTLESS); } }

        /// <summary>Whether it is a gift.</summary>
        public bool? Gift { get { return GetFlag(Native.TILLWIRE_ORDER_GIFT); } }

        /// <summary>Whether prices include tax.</summary>
        public bool? PricesIncludeTax { get { return GetFlag(Native.TILLWIRE_ORDER_PRICES_INCLUDE_TAX); } }

        /// <summary>Whether it is a test that nobody wants cooked.</summary>
        public bool? Test { get { return GetFlag(Native.TILLWIRE_ORDER_TEST); } }

        /// <summary>Whether the kitchen may begin before the order is paid.</summary>
        public bool? PrepareBeforePayment { get { return GetFlag(Native.TILLWIRE_ORDER_PREPARE_BEFORE_PAYMENT); } }

        /// <summary>How far the courier is.</summary>
        public Courier? Courier { get { return (Courier?)GetCode(Native.TILLWIRE_ORDER_COURIER); } }

        /// <summary>Whether the platform says that it can be accepted now; a hint, as are the four that
        /// follow.</summary>
        public bool? CanAccept { get { return GetFlag(Native.TILLWIRE_ORDER_CAN_ACCEPT); } }

        /// <summary>Whether it can be reported ready now.</summary>
        public bool? CanReady { get { return GetFlag(Native.TILLWIRE_ORDER_CAN_READY); } }

        /// <summary>Whether it can be reported delivered now.</summary>
        public bool? CanDeliver { get { return GetFlag(Native.TILLWIRE_ORDER_CAN_DELIVER); } }

        /// <summary>Whether it can be cancelled now.</summary>
        public bool? CanCancel { get { return GetFlag(Native.TILLWIRE_ORDER_CAN_CANCEL); } }

        /// <summary>Whether it can be voided now.</summary>
        public bool? CanVoid { get { return GetFlag(Native.TILLWIRE_ORDER_CAN_VOID); } }
    }

    public sealed partial class Line : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_line_text(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out tillwire_money value)
        {
            return Native.tillwire_line_money(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_line_int(Pointer, Position, field, out value);
        }

        /// <summary>The platform's id of the line.</summary>
        public string Id { get { return GetText(Native.TILLWIRE_LINE_ID); } }

        /// <summary>The catalogue id of the item.</summary>
        public string ItemId { get { return GetText(Native.TILLWIRE_LINE_ITEM_ID); } }

        /// <summary>The merchant's stock-keeping code.</summary>
        public string Sku { get { return GetText(Native.TILLWIRE_LINE_SKU); } }

        /// <summary>The item's name.</summary>
        public string Name { get { return GetText(Native.TILLWIRE_LINE_NAME); } }

        /// <summary>The customer's note on the line.</summary>
        public string Notes { get { return GetText(Native.TILLWIRE_LINE_NOTES); } }

        /// <summary>The category for reports.</summary>
        public string Category { get { return GetText(Native.TILLWIRE_LINE_CATEGORY); } }

        /// <summary>The id of the modifier that the line came from.</summary>
        public string ModifierId { get { return GetText(Native.TILLWIRE_LINE_MODIFIER_ID); } }

        /// <summary>The line's type in the platform's own word.</summary>
        public string KindText { get { return GetText(Native.TILLWIRE_LINE_KIND_TEXT); } }

        /// <summary>The brand's id.</summary>
        public string BrandId { get { return GetText(Native.TILLWIRE_LINE_BRAND_ID); } }

        /// <summary>The brand's name.</summary>
        public string Brand { get { return GetText(Native.TILLWIRE_LINE_BRAND); } }

        /// <summary>What one unit is, as in <c>100 g</c>.</summary>
        public string Unit { get { return GetText(Native.TILLWIRE_LINE_UNIT); } }

        /// <summary>The id of the group of choices that a modifier or component was chosen from.</summary>
        public string GroupId { get { return GetText(Native.TILLWIRE_LINE_GROUP_ID); } }

        /// <summary>The title of that group, as in <c>Choose a side</c>.</summary>
        public string Group { get { return GetText(Native.TILLWIRE_LINE_GROUP); } }

        /// <summary>Tags of the product.</summary>
        public IReadOnlyList<string> Tags { get { return GetList(Native.TILLWIRE_LINE_TAGS); } }

        /// <summary>Tags that route the line in the kitchen.</summary>
        public IReadOnlyList<string> KitchenTags { get { return GetList(Native.TILLWIRE_LINE_KITCHEN_TAGS); } }

        /// <summary>Menu sections in which the item stands.</summary>
        public IReadOnlyList<string> Sections { get { return GetList(Native.TILLWIRE_LINE_SECTIONS); } }

        /// <summary>Price of one unit without its children (modifiers, components).</summary>
        public Money? UnitPrice { get { return GetMoney(Native.TILLWIRE_LINE_UNIT_PRICE); } }

        /// <summary>Price of one unit's modifiers.</summary>
        public Money? UnitModifierPrice { get { return GetMoney(Native.TILLWIRE_LINE_UNIT_MODIFIER_PRICE); } }

        /// <summary>Price of one unit's components.</summary>
        public Money? UnitComponentPrice { get { return GetMoney(Native.TILLWIRE_LINE_UNIT_COMPONENT_PRICE); } }

        /// <summary>Discount on the line.</summary>
        public Money? Discount { get { return GetMoney(Native.TILLWIRE_LINE_DISCOUNT); } }

        /// <summary>The whole line, quantity and children included.</summary>
        public Money? Total { get { return GetMoney(Native.TILLWIRE_LINE_TOTAL); } }

        /// <summary>How many units; a plain decimal without a currency.</summary>
        public decimal? Quantity { get { return GetPlain(Native.TILLWIRE_LINE_QUANTITY); } }

        /// <summary>Tax on the line, by itself or within its total.</summary>
        public Money? Tax { get { return GetMoney(Native.TILLWIRE_LINE_TAX); } }

        /// <summary>What the line is.</summary>
        public LineKind? Kind { get { return (LineKind?)GetCode(Native.TILLWIRE_LINE_KIND); } }

        /// <summary>0 for a top-level line, one more for each level of children.</summary>
        public int? Depth { get { return GetSmall(Native.TILLWIRE_LINE_DEPTH); } }

        /// <summary>The position of the line this one belongs to; absent at the top level.</summary>
        public int? Parent { get { return GetSmall(Native.TILLWIRE_LINE_PARENT); } }

        /// <summary>Whether the line was voided.</summary>
        public bool? Voided { get { return GetFlag(Native.TILLWIRE_LINE_VOIDED); } }

        /// <summary>Whether the parent's total already contains this line's price: do not add it again.</summary>
        public bool? PricedInParent { get { return GetFlag(Native.TILLWIRE_LINE_PRICED_IN_PARENT); } }
    }

    public sealed partial class Payment : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_payment_text(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out tillwire_money value)
        {
            return Native.tillwire_payment_money(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_payment_int(Pointer, Position, field, out value);
        }

        /// <summary>The platform's id of the payment.</summary>
        public string Id { get { return GetText(Native.TILLWIRE_PAYMENT_ID); } }

        /// <summary>How it was paid, as people call it.</summary>
        public string Method { get { return GetText(Native.TILLWIRE_PAYMENT_METHOD); } }

        /// <summary>The platform's id of the method.</summary>
        public string MethodId { get { return GetText(Native.TILLWIRE_PAYMENT_METHOD_ID); } }

        /// <summary>The payment processor's reference.</summary>
        public string Reference { get { return GetText(Native.TILLWIRE_PAYMENT_REFERENCE); } }

        /// <summary>The kind of capture in the platform's own word.</summary>
        public string CaptureType { get { return GetText(Native.TILLWIRE_PAYMENT_CAPTURE_TYPE); } }

        /// <summary>The payment's status in the platform's own word.</summary>
        public string Status { get { return GetText(Native.TILLWIRE_PAYMENT_STATUS); } }

        /// <summary>Who processes the payment: acquirer, wallet or channel.</summary>
        public string Processor { get { return GetText(Native.TILLWIRE_PAYMENT_PROCESSOR); } }

        /// <summary>The brand of the card.</summary>
        public string CardBrand { get { return GetText(Native.TILLWIRE_PAYMENT_CARD_BRAND); } }

        /// <summary>The last digits of the card's number.</summary>
        public string CardLastDigits { get { return GetText(Native.TILLWIRE_PAYMENT_CARD_LAST_DIGITS); } }

        /// <summary>The authorisation code of a card payment.</summary>
        public string Authorization { get { return GetText(Native.TILLWIRE_PAYMENT_AUTHORIZATION); } }

        /// <summary>The customer's slip, several lines of text to be printed as they are.</summary>
        public string ReceiptCustomer { get { return GetText(Native.TILLWIRE_PAYMENT_RECEIPT_CUSTOMER); } }

        /// <summary>The merchant's slip, several lines of text to be printed as they are.</summary>
        public string ReceiptMerchant { get { return GetText(Native.TILLWIRE_PAYMENT_RECEIPT_MERCHANT); } }

        /// <summary>The amount paid.</summary>
        public Money? Amount { get { return GetMoney(Native.TILLWIRE_PAYMENT_AMOUNT); } }

        /// <summary>The cash that the customer hands over.</summary>
        public Money? Tendered { get { return GetMoney(Native.TILLWIRE_PAYMENT_TENDERED); } }

        /// <summary>The cash that the customer gets back.</summary>
        public Money? Change { get { return GetMoney(Native.TILLWIRE_PAYMENT_CHANGE); } }

        /// <summary>Whether the money was taken.</summary>
        public bool? Captured { get { return GetFlag(Native.TILLWIRE_PAYMENT_CAPTURED); } }
    }

    public sealed partial class Party : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_party_text(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_party_int(Pointer, Position, field, out value);
        }

        /// <summary>The platform's id of the person.</summary>
        public string Id { get { return GetText(Native.TILLWIRE_PARTY_ID); } }

        /// <summary>Name.</summary>
        public string Name { get { return GetText(Native.TILLWIRE_PARTY_NAME); } }

        /// <summary>Telephone number.</summary>
        public string Phone { get { return GetText(Native.TILLWIRE_PARTY_PHONE); } }

        /// <summary>E-mail address.</summary>
        public string Email { get { return GetText(Native.TILLWIRE_PARTY_EMAIL); } }

        /// <summary>The person's id in the merchant's own system.</summary>
        public string ExternalId { get { return GetText(Native.TILLWIRE_PARTY_EXTERNAL_ID); } }

        /// <summary>Company or other organisation.</summary>
        public string Organisation { get { return GetText(Native.TILLWIRE_PARTY_ORGANISATION); } }

        /// <summary>First line of the delivery address.</summary>
        public string AddressLine1 { get { return GetText(Native.TILLWIRE_PARTY_ADDRESS_LINE1); } }

        /// <summary>Second line of the delivery address.</summary>
        public string AddressLine2 { get { return GetText(Native.TILLWIRE_PARTY_ADDRESS_LINE2); } }

        /// <summary>Postal code, leading zeros kept.</summary>
        public string PostalCode { get { return GetText(Native.TILLWIRE_PARTY_POSTAL_CODE); } }

        /// <summary>Latitude in decimal degrees, as the document writes it.</summary>
        public string Latitude { get { return GetText(Native.TILLWIRE_PARTY_LATITUDE); } }

        /// <summary>Longitude in decimal degrees, as the document writes it.</summary>
        public string Longitude { get { return GetText(Native.TILLWIRE_PARTY_LONGITUDE); } }

        /// <summary>Town or city.</summary>
        public string City { get { return GetText(Native.TILLWIRE_PARTY_CITY); } }

        /// <summary>The kind of the tax or identity number, as the platform words it (<c>CNPJ</c>,
        /// <c>RUT</c>).</summary>
        public string TaxIdType { get { return GetText(Native.TILLWIRE_PARTY_TAX_ID_TYPE); } }

        /// <summary>The tax or identity number, for an invoice.</summary>
        public string TaxId { get { return GetText(Native.TILLWIRE_PARTY_TAX_ID); } }

        /// <summary>Who this is.</summary>
        public PartyRole? Role { get { return (PartyRole?)GetCode(Native.TILLWIRE_PARTY_ROLE); } }
    }

    public sealed partial class Step : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_step_text(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_step_time(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_step_int(Pointer, Position, field, out value);
        }

        /// <summary>The step in the platform's own word.</summary>
        public string State { get { return GetText(Native.TILLWIRE_STEP_STATE); } }

        /// <summary>The kitchen station that reported it.</summary>
        public string Station { get { return GetText(Native.TILLWIRE_STEP_STATION); } }

        /// <summary>When it was reached, by the kitchen's clock.</summary>
        public DateTimeOffset? At { get { return GetMoment(Native.TILLWIRE_STEP_AT); } }

        /// <summary>What was reached.</summary>
        public Progress? Progress { get { return (Progress?)GetCode(Native.TILLWIRE_STEP_PROGRESS); } }
    }

    public sealed partial class Adjustment : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_adjustment_text(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out tillwire_money value)
        {
            return Native.tillwire_adjustment_money(Pointer, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_adjustment_int(Pointer, Position, field, out value);
        }

        /// <summary>Its name, as people call it (<c>ICMS</c>, <c>Service charge</c>).</summary>
        public string Name { get { return GetText(Native.TILLWIRE_ADJUSTMENT_NAME); } }

        /// <summary>The platform's code or id of it: of a promotion, a fee, a tax.</summary>
        public string Code { get { return GetText(Native.TILLWIRE_ADJUSTMENT_CODE); } }

        /// <summary>How much it is; a discount is positive.</summary>
        public Money? Amount { get { return GetMoney(Native.TILLWIRE_ADJUSTMENT_AMOUNT); } }

        /// <summary>What it is reckoned on.</summary>
        public Money? Base { get { return GetMoney(Native.TILLWIRE_ADJUSTMENT_BASE); } }

        /// <summary>The rate as a fraction (0.04 is 4 %); a plain decimal without a currency.</summary>
        public decimal? Rate { get { return GetPlain(Native.TILLWIRE_ADJUSTMENT_RATE); } }

        /// <summary>What it is.</summary>
        public AdjustmentKind? Kind { get { return (AdjustmentKind?)GetCode(Native.TILLWIRE_ADJUSTMENT_KIND); } }

        /// <summary>The position of the line it is on; absent where it is on the whole order.</summary>
        public int? Line { get { return GetSmall(Native.TILLWIRE_ADJUSTMENT_LINE); } }
    }

    public sealed partial class Event : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_event_text((EventHandle)Owner, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_event_time((EventHandle)Owner, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_event_int((EventHandle)Owner, field, out value);
        }

        /// <summary>The event's type in the platform's own word, as in "order.created". Absent where only the shape of
        /// the document shows what it is.</summary>
        public string Type { get { return GetText(Native.TILLWIRE_EVENT_TYPE); } }

        /// <summary>The platform's own mark of the event (Fire) or delivery (klikit, from a header that no signature
        /// covers).</summary>
        public string Id { get { return GetText(Native.TILLWIRE_EVENT_ID); } }

        /// <summary>The platform.</summary>
        public Platform? Platform { get { return (Platform?)GetCode(Native.TILLWIRE_EVENT_PLATFORM); } }

        /// <summary>What happened.</summary>
        public EventKind? Kind { get { return (EventKind?)GetCode(Native.TILLWIRE_EVENT_KIND); } }

        /// <summary>Where the type was learnt from.</summary>
        public TypeSource? TypeSource { get { return (TypeSource?)GetCode(Native.TILLWIRE_EVENT_TYPE_SOURCE); } }

        /// <summary>How many oddities there were, also those beyond 64.</summary>
        public long? ProblemTotal { get { return GetNumber(Native.TILLWIRE_EVENT_PROBLEM_TOTAL); } }

        /// <summary>What was shown of the delivery. Absent after decoding unverified.</summary>
        public Assurance? Assurance { get { return (Assurance?)GetCode(Native.TILLWIRE_EVENT_ASSURANCE); } }

        /// <summary>Which secret matched, 0 for the first. Absent after decoding unverified.</summary>
        public int? SecretIndex { get { return GetSmall(Native.TILLWIRE_EVENT_SECRET_INDEX); } }

        /// <summary>Which batch this is, from 1, where something is sent in batches.</summary>
        public long? BatchIndex { get { return GetNumber(Native.TILLWIRE_EVENT_BATCH_INDEX); } }

        /// <summary>How many batches there are.</summary>
        public long? BatchTotal { get { return GetNumber(Native.TILLWIRE_EVENT_BATCH_TOTAL); } }

        /// <summary>When it happened, by the platform's clock.</summary>
        public DateTimeOffset? OccurredAt { get { return GetMoment(Native.TILLWIRE_EVENT_OCCURRED_AT); } }
    }

    public sealed partial class Problem : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_problem_text((EventHandle)Owner, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_problem_int((EventHandle)Owner, Position, field, out value);
        }

        /// <summary>Where in the document, as in <c>$.order_items[0].unit_price</c>.</summary>
        public string Path { get { return GetText(Native.TILLWIRE_PROBLEM_PATH); } }

        /// <summary>What was odd, in a sentence.</summary>
        public string Message { get { return GetText(Native.TILLWIRE_PROBLEM_MESSAGE); } }

        /// <summary>What was odd.</summary>
        public ProblemCode? Code { get { return (ProblemCode?)GetCode(Native.TILLWIRE_PROBLEM_CODE); } }

        /// <summary>The byte offset in the body, from 0.</summary>
        public long? Offset { get { return GetNumber(Native.TILLWIRE_PROBLEM_OFFSET); } }
    }

    public sealed partial class Subject : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_subject_text((EventHandle)Owner, Position, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_subject_time((EventHandle)Owner, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_subject_int((EventHandle)Owner, Position, field, out value);
        }

        /// <summary>The platform's id of it.</summary>
        public string Id { get { return GetText(Native.TILLWIRE_SUBJECT_ID); } }

        /// <summary>Its name.</summary>
        public string Name { get { return GetText(Native.TILLWIRE_SUBJECT_NAME); } }

        /// <summary>Its code, as people chose it.</summary>
        public string Code { get { return GetText(Native.TILLWIRE_SUBJECT_CODE); } }

        /// <summary>Its id in the merchant's own system: a product's stock-keeping code, a customer's id.</summary>
        public string ExternalId { get { return GetText(Native.TILLWIRE_SUBJECT_EXTERNAL_ID); } }

        /// <summary>The store it is in.</summary>
        public string StoreId { get { return GetText(Native.TILLWIRE_SUBJECT_STORE_ID); } }

        /// <summary>The key by which the vendor finds its own store, as in an order.</summary>
        public string StoreKey { get { return GetText(Native.TILLWIRE_SUBJECT_STORE_KEY); } }

        /// <summary>The vendor's own id of the store, from the map of stores that was set.</summary>
        public string OwnStoreId { get { return GetText(Native.TILLWIRE_SUBJECT_OWN_STORE_ID); } }

        /// <summary>The sales channel it is for.</summary>
        public string ChannelId { get { return GetText(Native.TILLWIRE_SUBJECT_CHANNEL_ID); } }

        /// <summary>That channel as people call it.</summary>
        public string Channel { get { return GetText(Native.TILLWIRE_SUBJECT_CHANNEL); } }

        /// <summary>The brand it belongs to.</summary>
        public string BrandId { get { return GetText(Native.TILLWIRE_SUBJECT_BRAND_ID); } }

        /// <summary>Its status in the platform's own word.</summary>
        public string Status { get { return GetText(Native.TILLWIRE_SUBJECT_STATUS); } }

        /// <summary>A customer's telephone number.</summary>
        public string Phone { get { return GetText(Native.TILLWIRE_SUBJECT_PHONE); } }

        /// <summary>A customer's e-mail address.</summary>
        public string Email { get { return GetText(Native.TILLWIRE_SUBJECT_EMAIL); } }

        /// <summary>The business day, <c>YYYY-MM-DD</c>.</summary>
        public string BusinessDate { get { return GetText(Native.TILLWIRE_SUBJECT_BUSINESS_DATE); } }

        /// <summary>When a business day was opened.</summary>
        public DateTimeOffset? OpenedAt { get { return GetMoment(Native.TILLWIRE_SUBJECT_OPENED_AT); } }

        /// <summary>When it was closed.</summary>
        public DateTimeOffset? ClosedAt { get { return GetMoment(Native.TILLWIRE_SUBJECT_CLOSED_AT); } }

        /// <summary>What it is.</summary>
        public SubjectKind? Kind { get { return (SubjectKind?)GetCode(Native.TILLWIRE_SUBJECT_KIND); } }

        /// <summary>Whether it can be had: a product in stock, a store or channel that is active.</summary>
        public bool? Available { get { return GetFlag(Native.TILLWIRE_SUBJECT_AVAILABLE); } }

        /// <summary>Whether it is gone.</summary>
        public bool? Removed { get { return GetFlag(Native.TILLWIRE_SUBJECT_REMOVED); } }
    }

    public sealed partial class Change : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_change_text((ChangesHandle)Owner, Position, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_change_time((ChangesHandle)Owner, Position, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_change_int((ChangesHandle)Owner, Position, field, out value);
        }

        /// <summary>The account under which the delivery was applied.</summary>
        public string Account { get { return GetText(Native.TILLWIRE_CHANGE_ACCOUNT); } }

        /// <summary>The platform's id of the order; absent where the delivery is about none.</summary>
        public string OrderId { get { return GetText(Native.TILLWIRE_CHANGE_ORDER_ID); } }

        /// <summary>The platform's mark of the event by which the order came to be prepared. Fire's kitchen reports
        /// have to cite it.</summary>
        public string DispatchEventId { get { return GetText(Native.TILLWIRE_CHANGE_DISPATCH_EVENT_ID); } }

        /// <summary>When the order is due, where it is promised for a time.</summary>
        public DateTimeOffset? DueAt { get { return GetMoment(Native.TILLWIRE_CHANGE_DUE_AT); } }

        /// <summary>What the delivery was.</summary>
        public Verdict? Verdict { get { return (Verdict?)GetCode(Native.TILLWIRE_CHANGE_VERDICT); } }

        /// <summary>What the till is to do.</summary>
        public TillAction? Action { get { return (TillAction?)GetCode(Native.TILLWIRE_CHANGE_ACTION); } }

        /// <summary>The platform.</summary>
        public Platform? Platform { get { return (Platform?)GetCode(Native.TILLWIRE_CHANGE_PLATFORM); } }

        /// <summary>How far the order was before.</summary>
        public Progress? ProgressBefore { get { return (Progress?)GetCode(Native.TILLWIRE_CHANGE_PROGRESS_BEFORE); } }

        /// <summary>How far it is now.</summary>
        public Progress? Progress { get { return (Progress?)GetCode(Native.TILLWIRE_CHANGE_PROGRESS); } }

        /// <summary>Whether it was paid before.</summary>
        public PaymentStatus? PaymentStatusBefore
        {
            get { return (PaymentStatus?)GetCode(Native.TILLWIRE_CHANGE_PAYMENT_STATUS_BEFORE); }
        }

        /// <summary>Whether it is paid now.</summary>
        public PaymentStatus? PaymentStatus
        {
            get { return (PaymentStatus?)GetCode(Native.TILLWIRE_CHANGE_PAYMENT_STATUS); }
        }

        /// <summary>Whether the platform asks that the order be read in full before it is prepared, and it was not
        /// yet.</summary>
        public bool? NeedsDetail { get { return GetFlag(Native.TILLWIRE_CHANGE_NEEDS_DETAIL); } }

        /// <summary>Whether what is known rests on a document without a time of its own, so that it may be older than
        /// it seems. Reading the order makes sure.</summary>
        public bool? Uncertain { get { return GetFlag(Native.TILLWIRE_CHANGE_UNCERTAIN); } }

        /// <summary>Whether it is a test that nobody wants cooked.</summary>
        public bool? Test { get { return GetFlag(Native.TILLWIRE_CHANGE_TEST); } }

        /// <summary>Whether the ticket was printed, now or before.</summary>
        public bool? Printed { get { return GetFlag(Native.TILLWIRE_CHANGE_PRINTED); } }
    }

    public sealed partial class Request : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_call_text(Pointer, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_call_time(Pointer, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_call_int(Pointer, field, out value);
        }

        /// <summary>The method of the request.</summary>
        public string Method { get { return GetText(Native.TILLWIRE_REQUEST_METHOD); } }

        /// <summary>The address of the request. Not for a log: it may say whom it is about.</summary>
        public string Url { get { return GetText(Native.TILLWIRE_REQUEST_URL); } }

        /// <summary>The body of the request, to be sent byte for byte. Absent where there is none.</summary>
        public string Body { get { return GetText(Native.TILLWIRE_REQUEST_BODY); } }

        /// <summary>Path and query of the request for a log; parameters that may be about a customer are left
        /// out.</summary>
        public string Shown { get { return GetText(Native.TILLWIRE_REQUEST_SHOWN); } }

        /// <summary>The mark of the action, where it has one. Keep it with the decision.</summary>
        public string IdempotencyKey { get { return GetText(Native.TILLWIRE_REQUEST_IDEMPOTENCY_KEY); } }

        /// <summary>What is asked for.</summary>
        public Operation? Operation { get { return (Operation?)GetCode(Native.TILLWIRE_REQUEST_OPERATION); } }

        /// <summary>Which attempt is next or was the last, from 1.</summary>
        public int? Attempt { get { return GetSmall(Native.TILLWIRE_REQUEST_ATTEMPT); } }

        /// <summary>Which of the account's secrets the request carries, from 0.</summary>
        public int? SecretIndex { get { return GetSmall(Native.TILLWIRE_REQUEST_SECRET_INDEX); } }

        /// <summary>How long the call may take in all in milliseconds, to be kept by who sends it.</summary>
        public long? TotalMs { get { return GetNumber(Native.TILLWIRE_REQUEST_TOTAL_MS); } }

        /// <summary>How many bytes an answer may have; reading a longer one may end with
        /// <c>Failure.TooLarge</c>.</summary>
        public long? AnswerBytes { get { return GetNumber(Native.TILLWIRE_REQUEST_ANSWER_BYTES); } }
    }

    public sealed partial class Pages : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_call_text(Pointer, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_call_time(Pointer, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_call_int(Pointer, field, out value);
        }

        /// <summary>Pages read so far.</summary>
        public long? Read { get { return GetNumber(Native.TILLWIRE_PAGES_READ); } }

        /// <summary>Different records seen on them.</summary>
        public long? Records { get { return GetNumber(Native.TILLWIRE_PAGES_RECORDS); } }

        /// <summary>How many records there are in all, where the platform says so.</summary>
        public long? Total { get { return GetNumber(Native.TILLWIRE_PAGES_TOTAL); } }

        /// <summary>How many records of the reply were on no earlier page.</summary>
        public long? New { get { return GetNumber(Native.TILLWIRE_PAGES_NEW); } }
    }

    public sealed partial class Reply : Record
    {
        internal override IntPtr Fetch(int field, out UIntPtr value)
        {
            return Native.tillwire_call_text(Pointer, field, out value);
        }

        internal override int Fetch(int field, out tillwire_time value)
        {
            return Native.tillwire_call_time(Pointer, field, out value);
        }

        internal override int Fetch(int field, out long value)
        {
            return Native.tillwire_call_int(Pointer, field, out value);
        }

        /// <summary>The platform's mark of the request, by which its support finds it.</summary>
        public string RequestId { get { return GetText(Native.TILLWIRE_REPLY_REQUEST_ID); } }

        /// <summary>The id of what was asked for.</summary>
        public string Id { get { return GetText(Native.TILLWIRE_REPLY_ID); } }

        /// <summary>Its status, in the platform's own words.</summary>
        public string Status { get { return GetText(Native.TILLWIRE_REPLY_STATUS); } }

        /// <summary>The mark under which a report is queued, to ask what became of it.</summary>
        public string ReportId { get { return GetText(Native.TILLWIRE_REPLY_REPORT_ID); } }

        /// <summary>What became of it, in the platform's own words.</summary>
        public string Result { get { return GetText(Native.TILLWIRE_REPLY_RESULT); } }

        /// <summary>The platform's code for it.</summary>
        public string Code { get { return GetText(Native.TILLWIRE_REPLY_CODE); } }

        /// <summary>The reason, in the platform's own words.</summary>
        public string Reason { get { return GetText(Native.TILLWIRE_REPLY_REASON); } }

        /// <summary>Who decided it.</summary>
        public string Source { get { return GetText(Native.TILLWIRE_REPLY_SOURCE); } }

        /// <summary>The platform's clock when it answered (<c>Date</c>), to the second.</summary>
        public DateTimeOffset? Server { get { return GetMoment(Native.TILLWIRE_REPLY_SERVER); } }

        /// <summary>When what was asked for last changed.</summary>
        public DateTimeOffset? UpdatedAt { get { return GetMoment(Native.TILLWIRE_REPLY_UPDATED_AT); } }

        /// <summary>When the platform first had it.</summary>
        public DateTimeOffset? ReceivedAt { get { return GetMoment(Native.TILLWIRE_REPLY_RECEIVED_AT); } }

        /// <summary>When the platform had worked on it.</summary>
        public DateTimeOffset? ProcessedAt { get { return GetMoment(Native.TILLWIRE_REPLY_PROCESSED_AT); } }

        /// <summary>The HTTP status.</summary>
        public int? HttpStatus { get { return GetSmall(Native.TILLWIRE_REPLY_HTTP_STATUS); } }

        /// <summary>How many attempts it took.</summary>
        public int? Attempts { get { return GetSmall(Native.TILLWIRE_REPLY_ATTEMPTS); } }

        /// <summary>Which of the account's secrets was accepted, from 0.</summary>
        public int? SecretIndex { get { return GetSmall(Native.TILLWIRE_REPLY_SECRET_INDEX); } }

        /// <summary>How many records the answer lists.</summary>
        public long? Records { get { return GetNumber(Native.TILLWIRE_REPLY_RECORDS); } }

        /// <summary>How many records there are in all.</summary>
        public long? Total { get { return GetNumber(Native.TILLWIRE_REPLY_TOTAL); } }

        /// <summary>How many records a page has.</summary>
        public long? PageSize { get { return GetNumber(Native.TILLWIRE_REPLY_PAGE_SIZE); } }

        /// <summary>Whether the platform had it already.</summary>
        public bool? Duplicate { get { return GetFlag(Native.TILLWIRE_REPLY_DUPLICATE); } }

        /// <summary>Whether the order can be cancelled.</summary>
        public bool? CanCancel { get { return GetFlag(Native.TILLWIRE_REPLY_CAN_CANCEL); } }

        /// <summary>How often to say that a device is alive, in seconds.</summary>
        public long? Interval { get { return GetNumber(Native.TILLWIRE_REPLY_INTERVAL); } }

        /// <summary>How often the platform tried to work on a report.</summary>
        public long? Tries { get { return GetNumber(Native.TILLWIRE_REPLY_TRIES); } }
    }

    public sealed partial class TillwireException
    {
        /// <summary>What to do about it. Absent where there is nothing to add.</summary>
        public string Hint { get; private set; }

        /// <summary>Where in the document, as in <c>$.order_items[0].quantity</c>. Absent where it is not about a place
        /// in a document.</summary>
        public string Path { get; private set; }

        /// <summary>The platform's own code, as it wrote it.</summary>
        public string PlatformCode { get; private set; }

        /// <summary>The platform's mark of the request, by which its support finds it.</summary>
        public string RequestId { get; private set; }

        /// <summary>The platform's own words. Not for a log: they may repeat what was sent.</summary>
        public string PlatformMessage { get; private set; }

        /// <summary>What is wrong with which member of the request, one in a line, in the platform's words. Not for a
        /// log.</summary>
        public string Details { get; private set; }

        /// <summary>The body of the last answer where it is JSON, otherwise its first 4096 bytes. Not for a
        /// log.</summary>
        public string Answer { get; private set; }

        /// <summary>The byte offset in the body, from 0.</summary>
        public long? Offset { get; private set; }

        /// <summary>How far the signed time is from now, in seconds; positive means the delivery's time is in the
        /// past.</summary>
        public long? SkewSeconds { get; private set; }

        /// <summary>The HTTP status of the last answer. Absent where there was none.</summary>
        public int? HttpStatus { get; private set; }

        /// <summary>How many attempts were made.</summary>
        public int? Attempts { get; private set; }

        /// <summary>How long the platform asks to wait, in milliseconds.</summary>
        public long? RetryAfterMs { get; private set; }

        /// <summary>Whether the platform may have done what was asked although there is no reply. Always false for a
        /// read.</summary>
        public bool? MayBeDone { get; private set; }

        /// <summary>Why it was not tried again.</summary>
        public StopReason? Stop { get; private set; }

        /// <summary>Which parameter it is about.</summary>
        public Parameter? Parameter { get; private set; }

        void Read(ErrorReader from)
        {
            Hint = from.GetText(Native.TILLWIRE_ERROR_HINT);
            Path = from.GetText(Native.TILLWIRE_ERROR_PATH);
            PlatformCode = from.GetText(Native.TILLWIRE_ERROR_PLATFORM_CODE);
            RequestId = from.GetText(Native.TILLWIRE_ERROR_REQUEST_ID);
            PlatformMessage = from.GetText(Native.TILLWIRE_ERROR_PLATFORM_MESSAGE);
            Details = from.GetText(Native.TILLWIRE_ERROR_DETAILS);
            Answer = from.GetText(Native.TILLWIRE_ERROR_ANSWER);
            Offset = from.GetNumber(Native.TILLWIRE_ERROR_OFFSET);
            SkewSeconds = from.GetNumber(Native.TILLWIRE_ERROR_SKEW_SECONDS);
            HttpStatus = from.GetSmall(Native.TILLWIRE_ERROR_HTTP_STATUS);
            Attempts = from.GetSmall(Native.TILLWIRE_ERROR_ATTEMPTS);
            RetryAfterMs = from.GetNumber(Native.TILLWIRE_ERROR_RETRY_AFTER_MS);
            MayBeDone = from.GetFlag(Native.TILLWIRE_ERROR_MAY_BE_DONE);
            Stop = (StopReason?)from.GetCode(Native.TILLWIRE_ERROR_STOP);
            Parameter = (Parameter?)from.GetCode(Native.TILLWIRE_ERROR_PARAMETER);
        }
    }
}
